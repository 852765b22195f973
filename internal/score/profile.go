package score

import "slices"

// Comparison says on which side of a threshold a value is rejected.
type Comparison int

// The comparisons.
const (
	Below   Comparison = iota + 1 // less than the threshold
	Above                         // greater
	AtLeast                       // the threshold or greater
	AtMost                        // the threshold or less
)

// Rule rejects a document by one signal.
type Rule struct {
	ID         string
	Signal     string
	Comparison Comparison
	Threshold  float64
}

// Profile is a named set of rules.
type Profile struct {
	Name, Version, Description string

	// Rules are applied in order, all of them.
	Rules []Rule

	// Languages are the BCP 47 tags the thresholds were set for; empty for any.
	Languages []string
}

// fails reports whether v is on the wrong side of the rule's threshold.
func (r Rule) fails(v float64) bool {
	switch r.Comparison {
	case Below:
		return v < r.Threshold
	case Above:
		return v > r.Threshold
	case AtLeast:
		return v >= r.Threshold
	case AtMost:
		return v <= r.Threshold
	default:
		return false
	}
}

// Profiles returns the rule sets that are built in, in the order in which they are applied.
// The caller must not change them.
func Profiles() []Profile { return slices.Clone(builtin) }

var builtin = []Profile{
	{
		Name: "gopher-quality", Version: "1", Languages: []string{"en"},
		Description: "Gopher's quality rules with datatrove's thresholds",
		Rules: []Rule{
			{"gopher.short_document", "gopher.word_count", Below, 50},
			{"gopher.long_document", "gopher.word_count", Above, 100_000},
			{"gopher.short_words", "gopher.mean_word_length", Below, 3},
			{"gopher.long_words", "gopher.mean_word_length", Above, 10},
			{"gopher.too_many_hashes", "gopher.hash_ratio", Above, .1},
			{"gopher.too_many_ellipses", "gopher.ellipsis_ratio", Above, .1},
			{"gopher.too_many_bullets", "gopher.bullet_line_ratio", Above, .9},
			{"gopher.too_many_line_end_ellipses", "gopher.ellipsis_line_ratio", Above, .3},
			{"gopher.too_few_alphabetic_words", "gopher.alphabetic_word_ratio", Below, .8},
			{"gopher.too_few_stop_words", "gopher.stop_words", Below, 2},
		},
	},
	{
		Name: "gopher-repetition", Version: "1",
		Description: "Gopher's repetition rules with datatrove's thresholds",
		Rules: []Rule{
			{"gopher.duplicate_paragraphs", "gopher.duplicate_paragraph_ratio", Above, .3},
			{"gopher.duplicate_paragraph_characters", "gopher.duplicate_paragraph_character_ratio", Above, .2},
			{"gopher.duplicate_lines", "gopher.duplicate_line_ratio", Above, .3},
			{"gopher.duplicate_line_characters", "gopher.duplicate_line_character_ratio", Above, .2},
			{"gopher.top_2_gram", "gopher.top_2_gram_ratio", Above, .2},
			{"gopher.top_3_gram", "gopher.top_3_gram_ratio", Above, .18},
			{"gopher.top_4_gram", "gopher.top_4_gram_ratio", Above, .16},
			{"gopher.duplicate_5_grams", "gopher.duplicate_5_gram_ratio", Above, .15},
			{"gopher.duplicate_6_grams", "gopher.duplicate_6_gram_ratio", Above, .14},
			{"gopher.duplicate_7_grams", "gopher.duplicate_7_gram_ratio", Above, .13},
			{"gopher.duplicate_8_grams", "gopher.duplicate_8_gram_ratio", Above, .12},
			{"gopher.duplicate_9_grams", "gopher.duplicate_9_gram_ratio", Above, .11},
			{"gopher.duplicate_10_grams", "gopher.duplicate_10_gram_ratio", Above, .1},
		},
	},
	{
		Name: "c4", Version: "1",
		Description: "C4's rules as FineWeb uses them: lines need no stop at their end",
		Rules: []Rule{
			{"c4.lorem_ipsum", "c4.lorem_ipsum", Above, 0},
			{"c4.curly_bracket", "c4.curly_brackets", Above, 0},
			{"c4.too_few_sentences", "c4.sentence_count", Below, 5},
		},
	},
	{
		Name: "fineweb", Version: "1",
		Description: "FineWeb's own rules with datatrove's thresholds",
		Rules: []Rule{
			{"fineweb.empty", "fineweb.line_count", Below, 1},
			{"fineweb.line_punctuation", "fineweb.line_punctuation_ratio", Below, .12},
			{"fineweb.short_lines", "fineweb.short_line_ratio", Above, .67},
			{"fineweb.duplicate_characters", "fineweb.duplicate_character_ratio", Above, .01},
			{"fineweb.list", "fineweb.newline_word_ratio", Above, .3},
		},
	},
}
