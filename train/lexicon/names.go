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

// addNames marks the words of entries that are on a list of names, and adds those that have no entry.
func addNames(entries []tagger.Entry) []tagger.Entry {
	index := map[string]int{}
	for i, e := range entries {
		if !e.Capital {
			index[e.Word] = i
		}
	}
	mark := func(list string, is func(line int) tagger.Names) {
		line := 0
		for word := range strings.Lines(list) {
			word = tagger.Fold(strings.TrimSpace(word))
			i, ok := index[word]
			if !ok {
				i = len(entries)
				index[word] = i
				entries = append(entries, tagger.Entry{Word: word})
			}
			entries[i].Names |= is(line)
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
	return entries
}
