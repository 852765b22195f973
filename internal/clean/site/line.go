package site

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/fnv"
)

const (
	// leastLetters is how many letters and digits a line has at least that is counted: shorter ones are names, numbers and marks.
	leastLetters = 8

	// mostBytes is the length of the longest line that is counted; longer ones are articles in one line.
	mostBytes = 4096
)

// hashLine returns the hash of the letters and digits of a line in lower case and how many these are; 0 letters if the line is not
// counted.
func hashLine(line string) (hash uint64, letters int) {
	if len(line) > mostBytes {
		return 0, 0
	}
	hash = fnv.Start64
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			default:
				continue
			}
			hash = fnv.Add64(hash, uint64(c))
			letters++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			hash = fnv.Add64(hash, uint64(unicode.ToLower(r))) //nolint:gosec // no rune is negative
			letters += size - 1                                // a character of other scripts says more
		}
	}
	if letters < leastLetters {
		return 0, 0
	}
	return hash, letters
}

// Host returns the name by which the pages of a host are counted together: that in the address, in lower case and without a leading
// "www."; empty if there is none.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func hashHost(host string) uint64 { return fnv.String64(fnv.Start64, host) }

// keyOf is the key of a line of a host.
func keyOf(host, line uint64) uint64 { return fnv.Add64(fnv.Add64(fnv.Start64, host), line) }
