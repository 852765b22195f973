package auth

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// digest is the SHA-256 of a token. Tokens are long random values, so that no slow hash is needed and looking one up by its
// digest tells nothing by the time it takes.
type digest [sha256.Size]byte

// tokens are the principals of a token file.
type tokens map[digest]*Principal

var nameForm = regexp.MustCompile(`^[A-Za-z0-9._@:/-]{1,128}$`)

// parseTokens reads a token file: a line for each token with the principal's name, "sha256:" and 64 hexadecimal digits, and
// optionally expires=TIME (RFC 3339), requests=N, items=N and bytes=N a second, and calls=N open at once. A principal can have several tokens, so that
// one can replace another while both are valid. Errors never quote the digest.
func parseTokens(contents [][]byte) (tokens, error) {
	all := tokens{}
	limits := map[string]Limits{}
	lines := bufio.NewScanner(bytes.NewReader(contents[0]))
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		p, err := parseToken(fields)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if all[p.token] != nil {
			return nil, fmt.Errorf("line %d: the token is that of a line before", n)
		}
		if l, ok := limits[p.Name]; ok && l != p.Limits {
			return nil, fmt.Errorf("line %d: %s has other limits in a line before", n, p.Name)
		}
		all[p.token], limits[p.Name] = p, p.Limits
	}
	return all, lines.Err()
}

func parseToken(fields []string) (*Principal, error) {
	if !nameForm.MatchString(fields[0]) {
		return nil, errors.New("the name must be 1 to 128 letters, digits and . _ @ : / -")
	}
	p := &Principal{Name: fields[0]}
	if len(fields) < 2 || !strings.HasPrefix(fields[1], "sha256:") || len(fields[1]) != len("sha256:")+2*sha256.Size {
		return nil, errors.New(`the name must be followed by "sha256:" and 64 hexadecimal digits`)
	}
	if _, err := hex.Decode(p.token[:], []byte(fields[1][len("sha256:"):])); err != nil {
		return nil, errors.New(`"sha256:" must be followed by 64 hexadecimal digits`)
	}
	for _, f := range fields[2:] {
		if err := p.option(f); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *Principal) option(field string) error {
	name, value, _ := strings.Cut(field, "=")
	if name == "expires" {
		t, err := time.Parse(time.RFC3339, value)
		if err != nil {
			return errors.New("expires: must be a time as in RFC 3339")
		}
		p.expires = t
		return nil
	}
	if name == "calls" {
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return errors.New("calls: must be a whole number above 0")
		}
		p.Limits.Calls = n
		return nil
	}
	limit := map[string]*float64{"requests": &p.Limits.Requests, "items": &p.Limits.Items, "bytes": &p.Limits.Bytes}[name]
	if limit == nil {
		return errors.New("options are expires, requests, items, bytes and calls")
	}
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || !(n > 0 && n < maxRate) {
		return fmt.Errorf("%s: must be a number above 0", name)
	}
	*limit = n
	return nil
}

// find returns whose token it is, nil if it is nobody's.
func (t tokens) find(token string) *Principal { return t[sha256.Sum256([]byte(token))] }
