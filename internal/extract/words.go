package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capital reports whether w begins with an upper-case letter.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// set makes a look-up of words from a list with spaces.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// wordWork is what one word counts in the bytes of text.Pace.
const wordWork = 8
