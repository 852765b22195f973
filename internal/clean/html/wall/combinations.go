package wall

import (
	_ "embed"
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

// word is the beginning of a word in combinations.
type word struct {
	text string
	in   []member
}

// combinations are all of the table, and combinationWords their words by their first bytes.
var combinations, combinationWords = readCombinations()

func readCombinations() ([]combination, map[[keyLen]byte][]word) {
	var list []combination
	in := map[string][]member{}
	var order []string
	var kind text.PageKind
	for line := range strings.Lines(combinationTable) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind = sections[strings.Trim(line, "[]")]
		default:
			groups := strings.Split(line, " + ")
			for g, words := range groups {
				for w := range strings.SplitSeq(words, ", ") {
					if in[w] == nil {
						order = append(order, w)
					}
					in[w] = append(in[w], member{uint16(len(list)), uint16(g)}) //nolint:gosec // some hundred
				}
			}
			list = append(list, combination{kind, len(groups)})
		}
	}
	words := map[[keyLen]byte][]word{}
	for _, w := range order {
		key := [keyLen]byte([]byte(w))
		words[key] = append(words[key], word{w, in[w]})
	}
	return list, words
}

// firstOfCombinations are the bytes that begin words of combinations.
var firstOfCombinations = func() (set [256]bool) {
	for key := range combinationWords {
		set[key[0]] = true
	}
	return set
}()

// combined returns the kinds of which a combination is in s, as bits. s is in lower case with single spaces.
func combined(s string) (kinds uint64) {
	var groups [256]uint8 // by combination: those found
	for i := 0; i+keyLen <= len(s); i++ {
		if !firstOfCombinations[s[i]] || i > 0 && isASCIILetter(s[i-1]) && isASCIILetter(s[i]) {
			continue
		}
		list := combinationWords[[keyLen]byte([]byte(s[i:i+keyLen]))]
		for k := range list {
			if !strings.HasPrefix(s[i:], list[k].text) {
				continue
			}
			for _, m := range list[k].in {
				groups[m.of] |= 1 << m.group
				if c := &combinations[m.of]; groups[m.of] == 1<<c.groups-1 {
					kinds |= 1 << c.kind
				}
			}
		}
	}
	return kinds
}
