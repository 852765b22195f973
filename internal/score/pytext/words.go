package pytext

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Words are a text's words as str.split finds them: the runs between white space.
type Words struct {
	Sequence

	// Starts are the byte offsets at which the words begin.
	Starts []int32

	numbers Interner
}

// Type returns the text of a type, or of another number that Number gave.
func (w *Words) Type(id uint32) string { return w.numbers.Text(id) }

// Types returns how many types there are.
func (w *Words) Types() int { return len(w.Counts) }

// Number returns the type that s is, or a number of its own from Types on.
func (w *Words) Number(s string) uint32 { return w.numbers.ID(s) }

// Span returns where word i stands.
func (w *Words) Span(i int) text.Span {
	start := int(w.Starts[i])
	return text.Span{Start: start, End: start + len(w.Type(w.IDs[i]))}
}

func (w *Words) find(s string) {
	for i := 0; i < len(s); {
		i += gapLen(s[i:])
		if i == len(s) {
			break
		}
		n, h, runes := hashedWord(s[i:])
		w.Add(w.numbers.number(s[i:i+n], h), int32(runes)) //nolint:gosec // texts are shorter than 2 GiB
		w.Starts = append(w.Starts, int32(i))              //nolint:gosec // as above
		i += n
	}
}

// gapLen is SpaceLen, sooner where s begins with one space and a word, or with a word, in ASCII.
func gapLen(s string) int {
	n := 0
	if s[0] == ' ' {
		n = 1
	}
	if n < len(s) && s[n] > ' ' && s[n] < utf8.RuneSelf {
		return n
	}
	return SpaceLen(s)
}

func (w *Words) release() {
	w.Reset()
	w.Starts = w.Starts[:0]
	w.numbers.Reset()
}

// SpaceLen returns the length of the white space that s begins with.
func SpaceLen(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !IsSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !IsSpace(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// WordLen returns the length of what s begins with before white space.
func WordLen(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if IsSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if IsSpace(r) {
			return i
		}
		i += n
	}
	return len(s)
}
