package dolma

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var wordSignals = []profile.Signal{
	{Name: "character_count", Description: "Code points of the text.", Unit: "characters"},
	{Name: "word_count", Description: "Words between white space.", Unit: "words"},
	{
		Name:        "median_word_length",
		Description: "Median of the words' lengths, the mean of the middle two where their number is even; 0 without words.",
		Unit:        "characters",
	},
	{Name: "symbol_to_word_ratio", Description: `Words that contain "#" or "…" to all words; 0 without words.`, Unit: "ratio"},
	{Name: "fraction_of_words_with_alpha_character", Description: "Words with a letter to all words; 0 without words.", Unit: "ratio"},
	{
		Name:        "required_word_count",
		Description: "Occurrences of the, be, to, of, and, that, have and with as words by themselves, in lower case.",
		Unit:        "words",
	},
}

// The signals' numbers within wordSignals.
const (
	characterCount = iota
	wordCount
	medianWordLength
	symbolRatio
	alphaFraction
	requiredCount
)

func measureWords(t *pytext.Text, v []float64) {
	w := t.Words()
	symbols, letters, required := 0, 0, 0
	symbolsPossible := hasSymbol(t.S)
	for id, word := range w.All() {
		n := int(w.Counts[id])
		if symbolsPossible && hasSymbol(word) {
			symbols += n
		}
		if hasLetter(t, word) {
			letters += n
		}
		if isRequired(word) {
			required += n
		}
	}
	v[characterCount], v[wordCount] = float64(t.Runes), float64(w.Len())
	v[medianWordLength] = medianLength(w)
	v[symbolRatio], v[alphaFraction] = over(symbols, w.Len()), over(letters, w.Len())
	v[requiredCount] = float64(required)
	copy(v[len(wordSignals):], v[:len(wordSignals)])
}

func hasSymbol(s string) bool { return strings.IndexByte(s, '#') >= 0 || strings.Contains(s, "…") }

func hasLetter(t *pytext.Text, s string) bool {
	for r := range t.Chars(s) {
		if pytext.IsAlpha(r) {
			return true
		}
	}
	return false
}

func isRequired(word string) bool {
	switch word {
	case "the", "be", "to", "of", "and", "that", "have", "with":
		return true
	default:
		return false
	}
}

// usualLength is the length from which on words are sorted; shorter ones are counted in a table.
const usualLength = 128

func medianLength(w *pytext.Words) float64 {
	if w.Len() == 0 {
		return 0
	}
	var counts [usualLength]int
	var long []lengthCount // few: the words are long
	for id, n := range w.Counts {
		if l := w.Lengths[id]; l < usualLength {
			counts[l] += int(n)
		} else {
			long = append(long, lengthCount{int(l), int(n)})
		}
	}
	slices.SortFunc(long, func(a, b lengthCount) int { return a.length - b.length })
	low, high := lengthAt(&counts, long, (w.Len()-1)/2), lengthAt(&counts, long, w.Len()/2)
	return float64(low+high) / 2
}

// lengthCount is how many words have a length.
type lengthCount struct{ length, count int }

// lengthAt returns the length of word i of all words in the order of their lengths.
func lengthAt(counts *[usualLength]int, long []lengthCount, i int) int {
	for l, n := range counts {
		if i < n {
			return l
		}
		i -= n
	}
	for _, l := range long {
		if i < l.count {
			return l.length
		}
		i -= l.count
	}
	return 0
}

// findWords adds the words with symbols, those without letters, or the required ones.
func findWords(t *pytext.Text, i int, p *profile.Places) {
	var is func(word string) bool
	switch i {
	case symbolRatio:
		is = hasSymbol
	case alphaFraction:
		is = func(word string) bool { return !hasLetter(t, word) }
	case requiredCount:
		is = isRequired
	default:
		return
	}
	w := t.Words()
	for k := range w.Len() {
		s := w.Span(k)
		t.Tick(s.Len() + 4)
		if is(s.Of(t.S)) {
			p.Add(s)
		}
	}
}
