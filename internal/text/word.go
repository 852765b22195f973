package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Words returns the words of text: the segments between the word boundaries of Unicode Standard Annex 29
// that hold a letter or a number.
func Words(text string) []Span {
	spans := make([]Span, 0, len(text)/6+1)
	for it := words.FromString(text); it.Next(); {
		if hasWordRune(it.Value()) {
			spans = append(spans, Span{it.Start(), it.End()})
		}
	}
	return spans
}

// hasWordRune reports whether s holds a letter or a number. Segments without one are spaces and marks.
func hasWordRune(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
		i += n
	}
	return false
}
