package wall

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// combination is what walls of one kind say in many ways: a word of each of some groups, in one line.
type combination struct {
	kind   text.PageKind
	groups int
}

// combinationTable is the list of combinations: a kind in brackets, then one a line.
//
//go:embed combinations.txt
var combinationTable string

// member says that a word belongs to a group of a combination.
type member struct{ of, group uint16 }

// maxCombinations is the most that the table may hold, and maxGroups the most groups of one: combined keeps them in this many bytes and bits.
const maxCombinations, maxGroups = 256, 8

// combinations are all of the table, and combinationWords what each of their words belongs to.
var combinations, combinationWords = readCombinations()

func readCombinations() ([]combination, index[[]member]) {
	var list []combination
	in := map[string][]member{}
	eachEntry(combinationTable, func(kind text.PageKind, line string) {
		groups := strings.Split(line, " + ")
		for g, words := range groups {
			for w := range strings.SplitSeq(words, ", ") {
				in[w] = append(in[w], member{uint16(len(list)), uint16(g)}) //nolint:gosec // at most maxCombinations
			}
		}
		if list = append(list, combination{kind, len(groups)}); len(list) > maxCombinations || len(groups) > maxGroups {
			panic("wall: too many combinations, or too many groups in " + line)
		}
	})
	words := index[[]member]{}
	for _, w := range slices.Sorted(maps.Keys(in)) {
		words.add(w, in[w])
	}
	return list, words
}

// combined returns the kinds of which a combination is in s, as bits. s is in lower case with single spaces.
func combined(s string) (kinds uint64) {
	var groups [maxCombinations]uint8 // by combination: those found
	combinationWords.find(s, func(in *[]member) {
		for _, m := range *in {
			groups[m.of] |= 1 << m.group
			if c := &combinations[m.of]; groups[m.of] == 1<<c.groups-1 {
				kinds |= 1 << c.kind
			}
		}
	})
	return kinds
}
