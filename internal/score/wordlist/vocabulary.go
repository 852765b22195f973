package wordlist

import (
	"slices"
	"strings"
	"sync"
)

// vocabulary is a list with the automaton that finds it.
type vocabulary struct {
	*Automaton

	// filtered says which patterns the C4 filter looks for.
	filtered []bool

	// substring says that the C4 filter finds its words inside others too.
	substring bool
}

// defaultLanguage is assumed for a text of unknown language.
const defaultLanguage = "en"

// substringLanguages are those for which the C4 filter requires no boundaries (allenai/c4, datatrove: "do not require word
// separations").
var substringLanguages = []string{"ja", "th", "zh"}

// allowed are the words that the C4 filter removes from all lists, because they are common parts of innocent words (datatrove,
// c4_filters.py).
var allowed = []string{"sm", "グロ", "女の子", "性"}

// aliases are the names of lists for tags that have none of their own.
var aliases = map[string]string{"nb": "no", "nn": "no", "tl": "fil"}

// vocabularies are by the code of their list, each made when it is first needed.
var vocabularies = sync.OnceValue(func() map[string]func() *vocabulary {
	all := map[string]func() *vocabulary{}
	for _, code := range languages() {
		all[code] = sync.OnceValue(func() *vocabulary { return newVocabulary(code) })
	}
	return all
})

// vocabularyFor returns the list for a BCP 47 tag, or for its language without script and region; nil if there is none.
func vocabularyFor(tag string) *vocabulary {
	if tag == "" {
		tag = defaultLanguage
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if alias, ok := aliases[base]; ok {
		base = alias
	}
	for _, code := range []string{tag, base} {
		if get, ok := vocabularies()[code]; ok {
			return get()
		}
	}
	return nil
}

func newVocabulary(code string) *vocabulary {
	v := &vocabulary{substring: slices.Contains(substringLanguages, code)}
	var patterns []string
	numbers := map[string]int{}
	for _, entry := range List(code) {
		p := strings.ToLower(Lower(entry).S)
		n, ok := numbers[p]
		if !ok {
			n = len(patterns)
			numbers[p] = n
			patterns = append(patterns, p)
			v.filtered = append(v.filtered, false)
		}
		// The filter lowers the text and not the entry, so that one with a capital is never found.
		v.filtered[n] = v.filtered[n] || p == entry && !slices.Contains(allowed, entry)
	}
	v.Automaton = NewAutomaton(patterns)
	return v
}
