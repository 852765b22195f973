package nemo

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var wordSignals = []profile.Signal{
	{Name: prefix + "symbol_to_word", Description: "words that are an ellipsis mark, or have more than half as many runs of # as characters / words", Unit: "ratio"},
	{Name: prefix + "word_count", Description: "words between white space", Unit: "words"},
	{Name: prefix + "words_without_alphabets", Description: "words with an alphabetic character / words", Unit: "ratio"},
	{Name: prefix + "common_english_words", Description: "occurrences of the be to of and that have with, in lower case; the count stops at 2", Unit: "words"},
	{Name: prefix + "mean_word_length", Description: "mean length of a word", Unit: "characters"},
	{Name: prefix + "max_word_length", Description: "length of the longest word", Unit: "characters"},
}

const (
	symbolToWord = iota
	wordCount
	wordsWithoutAlphabets
	commonEnglishWords
	meanWordLength
	maxWordLength
)

// minCommonWords is how many common words are enough; the reference stops counting there.
const minCommonWords = 2

func measureWords(t *pytext.Text, v []float64) {
	w := t.Words()
	symbols, alphabetic, common, chars, longest := 0, 0, 0, 0, 0
	for id, word := range w.All() {
		length, n := int(w.Lengths[id]), int(w.Counts[id])
		if isSymbol(word, length) {
			symbols += n
		}
		if hasAlphabetic(t, word) {
			alphabetic += n
		}
		if isCommon(word) {
			common += n
		}
		chars += n * length
		longest = max(longest, length)
	}
	v[symbolToWord] = profile.Ratio(symbols, w.Len())
	v[wordCount] = float64(w.Len())
	v[wordsWithoutAlphabets] = profile.Ratio(alphabetic, w.Len())
	v[commonEnglishWords] = float64(min(common, minCommonWords))
	v[meanWordLength] = profile.Ratio(chars, w.Len())
	if w.Len() > 0 {
		v[maxWordLength] = float64(longest)
	}
}

// ellipsisMarks are the endings that count as an ellipsis.
var ellipsisMarks = []string{"...", "[...]", "…", "(...)", "[…]", "-»", "read more..", "read more"}

// isSymbol reports whether a word of length characters is an ellipsis mark or consists mostly of runs of "#".
func isSymbol(word string, length int) bool {
	switch word[0] {
	case '.', '[', '(', '-', "…"[0]:
		return slices.Contains(ellipsisMarks, word)
	case '#': // runs make up more than half of a word only if it begins with one
		return 2*hashRuns(word) > length
	default:
		return false
	}
}

func hashRuns(word string) int {
	runs := 0
	for i := range len(word) {
		if word[i] == '#' && (i == 0 || word[i-1] != '#') {
			runs++
		}
	}
	return runs
}

// hasAlphabetic reports whether a character of word has the Unicode property Alphabetic.
func hasAlphabetic(t *pytext.Text, word string) bool {
	for r := range t.Chars(word) {
		if r < utf8.RuneSelf {
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				return true
			}
			continue
		}
		if unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Other_Alphabetic) {
			return true
		}
	}
	return false
}

// isCommon reports whether word is one of the common words of English.
func isCommon(word string) bool {
	switch word {
	case "the", "be", "to", "of", "and", "that", "have", "with":
		return true
	default:
		return false
	}
}

func findWords(t *pytext.Text, i int, p *profile.Places) {
	w := t.Words()
	var wanted func(id uint32) bool
	switch i {
	case symbolToWord:
		wanted = func(id uint32) bool { return isSymbol(w.Type(id), int(w.Lengths[id])) }
	case wordsWithoutAlphabets:
		wanted = func(id uint32) bool { return !hasAlphabetic(t, w.Type(id)) }
	case maxWordLength:
		if w.Len() == 0 {
			return
		}
		longest := slices.Max(w.Lengths)
		wanted = func(id uint32) bool { return w.Lengths[id] == longest }
	default:
		return
	}
	for at, id := range w.IDs {
		t.Tick(8)
		if wanted(id) {
			p.Add(w.Span(at))
		}
	}
}
