package nemo

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var wordSignals = []profile.Signal{
	{Name: prefix + "symbol_to_word", Description: "words that are an ellipsis mark, or of which the runs of # are more than half as many as the characters / words", Unit: "ratio"},
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

// minCommonWords is the number of common words that is enough, at which the reference stops counting.
const minCommonWords = 2

func measureWords(t *pytext.Text, v []float64) {
	w := t.Words()
	symbols, alphabetic, common, chars, longest := 0, 0, 0, 0, 0
	for id, count := range w.Counts {
		word, length, n := w.Type(uint32(id)), int(w.Lengths[id]), int(count)
		if isSymbol(word, length) {
			symbols += n
		}
		if hasAlphabetic(word) {
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

// ellipsisMarks are the endings that are taken for an ellipsis.
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
func hasAlphabetic(word string) bool {
	for _, r := range word {
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

func wordPlaces(t *pytext.Text, i, most int) []text.Span {
	w := t.Words()
	var wanted func(id uint32) bool
	switch i {
	case symbolToWord:
		wanted = func(id uint32) bool { return isSymbol(w.Type(id), int(w.Lengths[id])) }
	case wordsWithoutAlphabets:
		wanted = func(id uint32) bool { return !hasAlphabetic(w.Type(id)) }
	case maxWordLength:
		longest := int32(0)
		for _, n := range w.Lengths {
			longest = max(longest, n)
		}
		wanted = func(id uint32) bool { return w.Lengths[id] == longest }
	default:
		return nil
	}
	var places []text.Span
	for at := 0; at < w.Len() && len(places) < most; at++ {
		if wanted(w.IDs[at]) {
			places = append(places, w.Span(at))
		}
	}
	return places
}
