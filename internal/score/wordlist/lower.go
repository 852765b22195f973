package wordlist

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lowered is a text with all letters except those of ASCII in lower case, as str.lower has them: an Automaton finds ASCII
// letters in either case, so that most texts need no copy. A Greek capital sigma becomes σ at the end of a word too.
type Lowered struct {
	// S is the text in lower case.
	S string

	// shifts are the places after letters whose other case has another length.
	shifts []shift
}

// shift is a place in both texts.
type shift struct{ lowered, text int32 }

// dottedI is İ, the only letter that str.lower turns into two characters.
const dottedI = '\u0130'

// LowerOf returns s in lower case; t bounds the work.
func LowerOf(t Ticker, s string) Lowered {
	first := upperBeyondASCII(t, s)
	if first < 0 {
		return Lowered{S: s}
	}
	var l Lowered
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	b.WriteString(s[:first])
	for i := first; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
			i++
			continue
		}
		t.Tick(8)
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		before := b.Len()
		if r == dottedI {
			b.WriteString("i\u0307")
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		if b.Len()-before != n {
			l.shifts = append(l.shifts, shift{int32(b.Len()), int32(i)}) //nolint:gosec // a Text is shorter than 2 GiB
		}
	}
	l.S = b.String()
	return l
}

// Lower is LowerOf without bounds.
func Lower(s string) Lowered { return LowerOf(unbounded{}, s) }

// unbounded is a Ticker that bounds nothing.
type unbounded struct{}

func (unbounded) Tick(int) {}

// upperBeyondASCII returns the offset of the first letter that Lower changes, or -1.
func upperBeyondASCII(t Ticker, s string) int {
	for i := 0; i < len(s); {
		for i+8 <= len(s) && (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7]) < utf8.RuneSelf {
			i += 8
		}
		for i < len(s) && s[i] < utf8.RuneSelf {
			i++
		}
		t.Tick(8)
		r, n := utf8.DecodeRuneInString(s[i:])
		if !hasNoCase(r) && (r == dottedI || unicode.ToLower(r) != r) {
			return i
		}
		i += n
	}
	return -1
}

// hasNoCase reports whether r is in one of the large blocks without capitals: punctuation, most of all quotation marks and
// dashes, and the scripts of East Asia.
func hasNoCase(r rune) bool {
	return r < 0xC0 || 0x2000 <= r && r < 0x2100 || 0x2E80 <= r && r < 0xA640 || 0xAC00 <= r && r < 0xFB00
}

// Offset returns the offset in the text of an offset in S that is not inside what was one letter.
func (l Lowered) Offset(at int) int {
	i, found := slices.BinarySearchFunc(l.shifts, at, func(s shift, at int) int { return int(s.lowered) - at })
	if !found {
		i--
	}
	if i < 0 {
		return at
	}
	return int(l.shifts[i].text) + at - int(l.shifts[i].lowered)
}
