package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// dropTerms leaves out names that are short for words in small letters: a document that says "sea surface salinity (SSS)" means no
// organisation by SSS.
func (x *extraction) dropTerms(f *nameFinder) error {
	var terms map[string]bool
	for i := range f.names {
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		n := &f.names[i]
		word := n.span().Of(x.d.Clean)
		if len(word) > maxAcronym || !isAcronym(word) || !strings.HasSuffix(x.d.Clean[:n.start], "(") || !strings.HasPrefix(x.d.Clean[n.end:], ")") {
			continue
		}
		if isTerm(x.d.Clean[max(0, int(n.start)-maxTerm):n.start-1], word) {
			if terms == nil {
				terms = map[string]bool{}
			}
			terms[word] = true
		}
	}
	if terms != nil {
		f.names = slices.DeleteFunc(f.names, func(n name) bool { return n.class <= tagger.Location && terms[n.span().Of(x.d.Clean)] })
	}
	return nil
}

// maxTerm is how many bytes before an acronym in brackets are looked at.
const maxTerm = 120

// isTerm reports whether the last words of before have the letters of short as their initials, in order, most of them small.
func isTerm(before, short string) bool {
	small := 0
	for k := len(short); k > 0; k-- {
		before = strings.TrimRight(before, " -")
		at := strings.LastIndexAny(before, " -\n") + 1
		r, _ := utf8.DecodeRuneInString(before[at:])
		if r == utf8.RuneError || unicode.ToUpper(r) != rune(short[k-1]) {
			return false
		}
		if unicode.IsLower(r) {
			small++
		}
		before = before[:at]
	}
	return small*2 > len(short)
}
