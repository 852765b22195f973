package main

import (
	_ "embed"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// The lists hold one name a line, in small letters: forenames that the US Social Security Administration counted 1,000 times or that
// the census of 1990 lists, surnames of that census with the most frequent first, and towns of more than 3,000 people
// of GeoNames that have one word.
var (
	//go:embed lists/forenames.txt
	forenames string
	//go:embed lists/surnames.txt
	surnames string
	//go:embed lists/towns.txt
	towns string
)

// frequentSurnames is how many surnames are frequent.
const frequentSurnames = 5000

// addNames marks the words that are on a list of names.
func (l *list) addNames() {
	mark := func(names string, is func(line int) tagger.Names) {
		line := 0
		for word := range strings.Lines(names) {
			l.entry(tagger.Fold(strings.TrimSpace(word)), false).Names |= is(line)
			line++
		}
	}
	mark(forenames, func(int) tagger.Names { return tagger.IsForename })
	mark(surnames, func(line int) tagger.Names {
		if line < frequentSurnames {
			return tagger.IsSurname
		}
		return tagger.IsRareSurname
	})
	mark(towns, func(int) tagger.Names { return tagger.IsTown })
}
