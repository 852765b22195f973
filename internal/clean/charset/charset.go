// Package charset makes text of bytes: it settles the media type, finds the encoding as browsers do, and decodes with
// an exact account, so that every character of the text has its bytes.
package charset

import (
	"context"
	"errors"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	decodeRule  text.Rule = "charset.decode"
	invalidRule text.Rule = "charset.invalid"
	bomRule     text.Rule = "charset.bom"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: decodeRule, Default: true, Required: true, Description: "decodes bytes that are not UTF-8; detail names the encoding"},
	{ID: invalidRule, Default: true, Required: true, Description: "puts U+FFFD for bytes that are invalid in UTF-8"},
	{ID: bomRule, Default: true, Required: true, Description: "drops a byte order mark at the start"},
}

// Decoded is text made of bytes.
type Decoded struct {
	// Text is valid UTF-8.
	Text string

	// Provenance leads from the bytes to Text.
	Provenance text.Provenance

	// Charset is the WHATWG label of the encoding.
	Charset string

	// MediaType is "text/html" or "text/plain".
	MediaType string
}

// Decode decodes raw, which was served under contentType; that may be empty. Errors are a *fault.Error with
// reason MEDIA_TYPE_UNSUPPORTED or MEDIA_TYPE_MALFORMED, or ctx.Err().
func Decode(ctx context.Context, raw, contentType string) (Decoded, error) {
	mediaType, params, err := settle(raw, contentType)
	if err != nil {
		return Decoded{}, err
	}
	d := Decoded{MediaType: mediaType}
	enc, label := find(raw, mediaType, params)
	d.Charset = label
	e := text.NewEditor(raw)
	at := bomLength(raw, label)
	e.Drop(text.Span{Start: 0, End: at}, text.Change{Rule: bomRule})
	if label == "utf-8" {
		err = decodeUTF8(ctx, e, raw, at)
	} else {
		err = decodeOther(ctx, e, raw, at, enc, label)
	}
	if err != nil {
		return Decoded{}, err
	}
	d.Text, d.Provenance = e.Done()
	return d, nil
}

// sniffed is how far into a page <meta> is looked for, as the HTML standard has it.
const sniffed = 1024

// find names the encoding: byte order mark, Content-Type, <meta>, then the bytes themselves.
func find(raw, mediaType string, params map[string]string) (encoding.Encoding, string) {
	marked := bomLength(raw, "utf-8")+bomLength(raw, "utf-16le")+bomLength(raw, "utf-16be") > 0
	if enc, name := charset.Lookup(params["charset"]); enc != nil && !marked {
		return enc, name
	}
	if !marked && (utf8.ValidString(raw) || !looksWestern(raw)) {
		return nil, "utf-8"
	}
	if !marked && mediaType != htmlType { // a <meta> in plain text is only text
		return charset.Lookup("windows-1252")
	}
	enc, name, _ := charset.DetermineEncoding([]byte(raw[:min(len(raw), sniffed)]), mediaType)
	return enc, name
}

// looksWestern reports whether bytes that are not UTF-8 are a text in a single-byte encoding rather than UTF-8 with a
// few damaged bytes: most of its sequences beyond ASCII are invalid.
func looksWestern(raw string) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && n == 1 {
			if raw[i] < 0xF5 && raw[i] > 0x81 {
				invalid++
			}
		} else {
			valid++
		}
		i += n
	}
	return invalid > valid
}

// bomLength is how long the byte order mark of an encoding is at the start of raw, or 0.
func bomLength(raw, label string) int {
	marks := map[string]string{"utf-8": "\xEF\xBB\xBF", "utf-16le": "\xFF\xFE", "utf-16be": "\xFE\xFF"}
	if m := marks[label]; m != "" && len(raw) >= len(m) && raw[:len(m)] == m {
		return len(m)
	}
	return 0
}

// decodeUTF8 replaces what is invalid and copies the rest.
func decodeUTF8(ctx context.Context, e *text.Editor, raw string, at int) error {
	pace := text.NewPace(ctx)
	for i := at; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && n == 1 {
			e.Replace(text.Span{Start: i, End: i + 1}, "\uFFFD", text.Change{Rule: invalidRule})
		}
		i += n
		if err := pace.Step(n); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// runBytes is how many bytes of output a decoded stretch has at the most, so that a place in the text keeps a
// narrow place in the bytes.
const runBytes = 16

// decodeOther decodes with enc, stretch by stretch. Stretches that stay the same bytes are copied.
func decodeOther(ctx context.Context, e *text.Editor, raw string, at int, enc encoding.Encoding, label string) error {
	decoder := enc.NewDecoder()
	pace := text.NewPace(ctx)
	var dst [runBytes]byte
	src := []byte(raw)
	for i := at; i < len(src); {
		n, used, err := decoder.Transform(dst[:], src[i:], true)
		if used == 0 && err != nil && !errors.Is(err, transform.ErrShortDst) {
			n, used = copy(dst[:], "\uFFFD"), 1
		}
		if used == 0 && n == 0 {
			break
		}
		s := text.Span{Start: i, End: i + used}
		if got := string(dst[:n]); got != s.Of(raw) {
			e.Replace(s, got, text.Change{Rule: decodeRule, Detail: label})
		}
		i += used
		if err := pace.Step(used); err != nil {
			return err
		}
	}
	return ctx.Err()
}
