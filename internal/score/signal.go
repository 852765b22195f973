package score

import (
	"slices"
	"strings"
)

// Signal is one measured value.
type Signal struct {
	Name  string
	Value float64
}

// SignalInfo defines a signal.
type SignalInfo struct {
	Name, Description, Unit string
}

// Signals returns the definitions of all signals, ordered by name.
func Signals() []SignalInfo { return slices.Clone(definitions) }

var definitions = sorted([]SignalInfo{
	{"gopher.word_count", "tokens that are not only punctuation", "words"},
	{"gopher.mean_word_length", "mean length of those tokens", "characters"},
	{"gopher.hash_ratio", "number signs per token", "1"},
	{"gopher.ellipsis_ratio", "ellipses per token", "1"},
	{"gopher.bullet_line_ratio", "share of lines that begin with a bullet", "1"},
	{"gopher.ellipsis_line_ratio", "share of lines that end in an ellipsis", "1"},
	{"gopher.alphabetic_word_ratio", "share of tokens with a letter", "1"},
	{"gopher.stop_words", "how many of the, be, to, of, and, that, have, with occur", "words"},
	{"gopher.duplicate_paragraph_ratio", "share of paragraphs that stood before", "1"},
	{"gopher.duplicate_paragraph_character_ratio", "share of characters in such paragraphs", "1"},
	{"gopher.duplicate_line_ratio", "share of lines that stood before", "1"},
	{"gopher.duplicate_line_character_ratio", "share of characters in such lines", "1"},
	{"gopher.top_2_gram_ratio", "share of characters in the most frequent 2-gram", "1"},
	{"gopher.top_3_gram_ratio", "share of characters in the most frequent 3-gram", "1"},
	{"gopher.top_4_gram_ratio", "share of characters in the most frequent 4-gram", "1"},
	{"gopher.duplicate_5_gram_ratio", "share of characters in 5-grams that stood before", "1"},
	{"gopher.duplicate_6_gram_ratio", "share of characters in 6-grams that stood before", "1"},
	{"gopher.duplicate_7_gram_ratio", "share of characters in 7-grams that stood before", "1"},
	{"gopher.duplicate_8_gram_ratio", "share of characters in 8-grams that stood before", "1"},
	{"gopher.duplicate_9_gram_ratio", "share of characters in 9-grams that stood before", "1"},
	{"gopher.duplicate_10_gram_ratio", "share of characters in 10-grams that stood before", "1"},
	{"c4.lorem_ipsum", "lines with lorem ipsum", "lines"},
	{"c4.curly_brackets", "lines with an opening curly bracket", "lines"},
	{"c4.sentence_count", "sentences in the lines that stay", "sentences"},
	{"fineweb.line_count", "lines that are not blank", "lines"},
	{"fineweb.line_punctuation_ratio", "share of lines that end in a terminal mark", "1"},
	{"fineweb.short_line_ratio", "share of lines of at most 30 characters", "1"},
	{"fineweb.duplicate_character_ratio", "share of characters in lines that stood before", "1"},
	{"fineweb.newline_word_ratio", "line feeds per token", "1"},
})

func sorted(list []SignalInfo) []SignalInfo {
	slices.SortFunc(list, func(a, b SignalInfo) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func isSignal(name string) bool {
	_, ok := slices.BinarySearchFunc(definitions, name, func(s SignalInfo, name string) int { return strings.Compare(s.Name, name) })
	return ok
}

// Capability is one part of a result, and how far it goes.
type Capability struct {
	Name, Description string
}

// Capabilities returns the parts of ScoreResult that are filled.
func Capabilities() []Capability {
	return []Capability{
		{"score.signals", "the values behind the Gopher, C4 and FineWeb rules, on UAX 29 tokens"},
		{"score.profiles", "gopher-quality (English), gopher-repetition, c4, fineweb, and the caller's own"},
		{"score.fingerprints", "exact and SimHash; no MinHash yet"},
	}
}
