// Package month knows the names of months in some thirty languages.
package month

import (
	"strings"
)

// LongestName is the length in bytes of the longest name.
const LongestName = 26

// name is what a word means: the number of a month, and whether it is the full name rather than a short form of it.
type name struct {
	number uint8
	full   bool
}

// names are the names that all languages agree on, or else that of the language that is first in languages; exceptions are
// those of the others, by language.
var names, exceptions = func() (map[string]name, map[string]map[string]name) {
	all, other := map[string]name{}, map[string]map[string]name{}
	for _, l := range languages {
		for i, month := range strings.Split(l.months, ";") {
			full, short, _ := strings.Cut(month, "|")
			for k, list := range [...]string{full, short} {
				for w := range strings.FieldsSeq(list) {
					n := name{uint8(i + 1), k == 0}
					switch known, ok := all[w]; {
					case !ok:
						all[w] = n
					case known.number == n.number:
						all[w] = name{n.number, known.full || n.full}
					default:
						if other[l.code] == nil {
							other[l.code] = map[string]name{}
						}
						other[l.code][w] = n
					}
				}
			}
		}
	}
	return all, other
}()

// Of returns the number of the month, 1 to 12, that word, in lower case and without a full stop, names in language, a BCP 47
// tag that may be empty; 0 if it names none. The language decides only where languages contradict each other: "listopada" is
// November in Polish and October in Croatian.
func Of(word, language string) int { return int(look(word, language).number) }

// Full is Of for full names only, as "september" but not "sep".
func Full(word, language string) int {
	if n := look(word, language); n.full {
		return int(n.number)
	}
	return 0
}

func look(word, language string) name {
	n := names[word]
	if n.number > 0 && len(language) >= len("hr") {
		if own, ok := exceptions[language[:2]][word]; ok {
			return own
		}
	}
	return n
}
