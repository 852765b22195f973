package charset

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/copydesk/copydesk/internal/text"
)

// decodeUTF8 copies what is valid. An invalid stretch is decoded as windows-1252 where that makes a word, as in a page that
// was put together from parts in two encodings; else its bytes are replaced.
func decodeUTF8(ctx context.Context, e *text.Editor, raw string, at int) error {
	pace := text.NewPace(ctx)
	for i := at; i < len(raw); {
		var n int
		if raw[i] < utf8.RuneSelf {
			n = asciiPrefix(raw[i:])
		} else if r, size := utf8.DecodeRuneInString(raw[i:]); r != utf8.RuneError || size > 1 {
			n = size
		} else {
			n = decodeInvalid(e, raw, i)
		}
		i += n
		if err := pace.Step(n); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// decodeInvalid decodes what begins with the byte of raw at offset i, which is not UTF-8, and returns its length.
func decodeInvalid(e *text.Editor, raw string, i int) int {
	s := text.Span{Start: i, End: i + 1}
	if r := surrogatePair(raw[i:]); r != 0 {
		s.End = i + pairBytes
		e.Replace(s, string(r), text.Change{Rule: decodeRule, Detail: "cesu-8"})
	} else if c := foreign(raw, i); c != 0 {
		e.Replace(s, string(c), text.Change{Rule: decodeRule, Detail: "windows-1252"})
	} else {
		e.Replace(s, "\uFFFD", text.Change{Rule: invalidRule})
	}
	return s.Len()
}

// pairBytes is the length of a character that CESU-8 writes as two surrogates, of three bytes each.
const pairBytes = 6

// surrogatePair returns the character that s begins with in CESU-8, as some databases and Java write those beyond U+FFFF; 0 if
// there is none.
func surrogatePair(s string) rune {
	if len(s) < pairBytes || s[0] != 0xED || s[3] != 0xED || s[1]&0xF0 != 0xA0 || s[4]&0xF0 != 0xB0 || !isContinuation(s[2]) || !isContinuation(s[5]) {
		return 0
	}
	unit := func(s string) rune { return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F) }
	return utf16.DecodeRune(unit(s), unit(s[3:]))
}

// foreign returns the character of windows-1252 that the invalid byte of raw at offset at is, if its word shows that it was
// written in that encoding: it is a letter beside a letter, or a mark beside one; there is nothing else beyond ASCII
// next to it, as there is in a damaged sequence of UTF-8. It returns 0 otherwise.
func foreign(raw string, at int) rune {
	r := charmap.Windows1252.DecodeByte(raw[at])
	before, after := byte(' '), byte(' ')
	if at > 0 {
		before = raw[at-1]
	}
	if at+1 < len(raw) {
		after = raw[at+1]
	}
	if before >= utf8.RuneSelf && after >= utf8.RuneSelf || isContinuation(after) && raw[at] >= 0xC2 || isContinuation(raw[at]) && before >= utf8.RuneSelf {
		return 0
	}
	letters := isLetter(before) || isLetter(after)
	switch {
	case unicode.IsLetter(r) && letters && raw[at] >= 0xC0, strings.ContainsRune("‘’“”–—…€", r) && (letters || before == ' ' && after == ' '):
		return r
	default:
		return 0
	}
}

func isContinuation(c byte) bool { return c >= 0x80 && c < 0xC0 }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// runBytes is how many bytes of text a changed segment has at the most, so that a place in the text keeps a narrow place
// in the bytes.
const runBytes = 16

// decodeOther decodes raw from offset at on with an encoding, stretch by stretch. Stretches that stay the same are copied.
func decodeOther(ctx context.Context, e *text.Editor, raw string, at int, n named) error {
	d := runDecoder{decoder: n.encoding.NewDecoder(), raw: []byte(raw), hasState: isEscaped(n.label)}
	pace := text.NewPace(ctx)
	copies := !strings.HasPrefix(n.label, "utf-16") && !strings.HasPrefix(n.label, "utf-32") && !d.hasState // ASCII is itself
	for i := at; i < len(raw); {
		var used int
		if copies && raw[i] < utf8.RuneSelf {
			used = asciiPrefix(raw[i:])
		} else {
			var decoded []byte
			if decoded, used = d.next(i); used == 0 {
				break
			}
			replace(e, text.Span{Start: i, End: i + used}, decoded, raw, n.label)
		}
		i += used
		if err := pace.Step(used); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// runDecoder decodes a text in runs of a few characters, or of one U+FFFD, so that the account shows which bytes mean nothing.
type runDecoder struct {
	decoder  *encoding.Decoder
	raw      []byte
	hasState bool // what bytes mean depends on those before
	dst      [runBytes]byte
}

const replacement = "\uFFFD"

// next returns the run that begins at offset at of the bytes, and how many bytes it takes; none if there is nothing left.
func (d *runDecoder) next(at int) (decoded []byte, used int) {
	most := runBytes
	if d.hasState { // a run can't be decoded again; there is no room for another character beside U+FFFD
		most = len(replacement)
	}
	decoded, used = d.decode(at, most)
	if first := bytes.Index(decoded, []byte(replacement)); first >= 0 && len(decoded) > len(replacement) {
		decoded, used = d.decode(at, cmp.Or(first, len(replacement)))
	}
	return decoded, used
}

// decode decodes up to most bytes of text.
func (d *runDecoder) decode(at, most int) (decoded []byte, used int) {
	end := min(len(d.raw), at+4*runBytes)
	written, used, err := d.decoder.Transform(d.dst[:most], d.raw[at:end], end == len(d.raw))
	if used == 0 && err != nil && !errors.Is(err, transform.ErrShortDst) {
		return append(d.dst[:0], replacement...), 1
	}
	return d.dst[:written], used
}

// replace puts what the bytes s of raw were decoded to in their place.
func replace(e *text.Editor, s text.Span, decoded []byte, raw, label string) {
	switch with := string(decoded); {
	case with == s.Of(raw):
	case with == "\uFFFD":
		e.Replace(s, with, text.Change{Rule: invalidRule, Detail: label})
	default:
		e.Replace(s, with, text.Change{Rule: decodeRule, Detail: label})
	}
}
