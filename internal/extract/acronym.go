package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// acronyms are the short forms that the document gives in brackets after a name ("Larch Aviation Authority (LAA)"), with the class of
// that name.
type acronyms map[string]tagger.Class

// maxAcronym is the length in bytes of the longest acronym.
const maxAcronym = 8

// meet notes the acronym that follows n, if one does.
func (a *acronyms) meet(clean string, n *name) {
	rest := strings.TrimPrefix(clean[n.end:], " ")
	if !strings.HasPrefix(rest, "(") {
		return
	}
	end := strings.IndexByte(rest[:min(len(rest), maxAcronym+2)], ')')
	if end < 3 || !stands(rest[1:end], n.span().Of(clean)) {
		return
	}
	if *a == nil {
		*a = acronyms{}
	}
	(*a)[rest[1:end]] = n.class
}

// stands reports whether short, of capitals, has the initials of name in order. A word in small letters may be passed over.
func stands(short, name string) bool {
	for _, c := range []byte(short) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	words := 0
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(word)
		upper := unicode.ToUpper(r)
		switch {
		case short != "" && rune(short[0]) == upper:
			short = short[1:]
			words++
		case unicode.IsUpper(r) && word != "The":
			return false
		}
	}
	return short == "" && words > 1
}
