package wordlist

import (
	"slices"
	"strings"
	"sync"
)

// vocabulary is a list made ready to be found in texts.
type vocabulary struct {
	*Automaton

	// filtered says of each pattern whether the C4 filter looks for it.
	filtered []bool

	// substring says that the C4 filter takes its words for hits inside others too.
	substring bool
}

// defaultLanguage is what a text is taken for that nobody named the language of.
const defaultLanguage = "en"

// substringLanguages are those for which the C4 filter asks for no boundaries (allenai/c4, datatrove: "do not require word
// separations").
var substringLanguages = []string{"ja", "th", "zh"}

// allowed are the words that the C4 filter takes from all lists, because they are common parts of innocent words (datatrove,
// c4_filters.py).
var allowed = []string{"sm", "グロ", "女の子", "性"}

// aliases are lists under another tag than a text's.
var aliases = map[string]string{"nb": "no", "nn": "no", "tl": "fil"}

// vocabularies are by the code of the list, each made when first needed.
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
