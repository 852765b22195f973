package datatrove

import "github.com/copydesk/copydesk/internal/score/profile"

const version = "datatrove 0.10.1"

// english is the language that the thresholds, stop words and tokens are for. FineWeb-2 publishes thresholds for others,
// set for the tokens of other tokenizers.
var english = []string{"en"}

// Groups are the signals of all filters.
var Groups = []profile.Group{qualityGroup, repetitionGroup, c4Group, paragraphGroup, finewebGroup}

// Profiles are the filters as they come, in the order in which each applies its rules, and FineWeb's recipe of them.
var Profiles = []profile.Profile{
	{
		Name: "datatrove-gopher-quality", Version: version, Languages: english,
		Description: "Gopher's quality rules: length, symbols, bullets and ellipses, stop words",
		Rules: rules("datatrove-gopher-quality", []rule{
			{"gopher_short_doc", "non_symbol_words", profile.Below, 50},
			{"gopher_long_doc", "non_symbol_words", profile.Above, 100000},
			{"gopher_below_avg_threshold", "avg_word_length", profile.Below, 3},
			{"gopher_above_avg_threshold", "avg_word_length", profile.Above, 10},
			{"gopher_too_many_hashes", "hash_ratio", profile.Above, .1},
			{"gopher_too_many_ellipsis", "ellipsis_ratio", profile.Above, .1},
			{"gopher_too_many_bullets", "bullet_lines_ratio", profile.Above, .9},
			{"gopher_too_many_end_ellipsis", "ellipsis_lines_ratio", profile.Above, .3},
			{"gopher_below_alpha_threshold", "alpha_words_ratio", profile.Below, .8},
			{"gopher_enough_stop_words", "stop_words_distinct", profile.Below, 2},
		}),
	},
	{
		Name: "datatrove-gopher-repetition", Version: version, Languages: english,
		Description: "Gopher's repetition rules: paragraphs, lines and n-grams that occur again",
		Rules: rules("datatrove-gopher-repetition", []rule{
			{"empty", "length", profile.Below, 1},
			{"dup_para_frac", "dup_para_frac", profile.Above, .3},
			{"dup_para_char_frac", "dup_para_char_frac", profile.Above, .2},
			{"dup_line_frac", "dup_line_frac", profile.Above, .3},
			{"dup_line_char_frac", "dup_line_char_frac", profile.Above, .2},
			{"top_2_gram", "top_2_gram", profile.Above, .2},
			{"top_3_gram", "top_3_gram", profile.Above, .18},
			{"top_4_gram", "top_4_gram", profile.Above, .16},
			{"duplicated_5_n_grams", "duplicated_5_n_grams", profile.Above, .15},
			{"duplicated_6_n_grams", "duplicated_6_n_grams", profile.Above, .14},
			{"duplicated_7_n_grams", "duplicated_7_n_grams", profile.Above, .13},
			{"duplicated_8_n_grams", "duplicated_8_n_grams", profile.Above, .12},
			{"duplicated_9_n_grams", "duplicated_9_n_grams", profile.Above, .11},
			{"duplicated_10_n_grams", "duplicated_10_n_grams", profile.Above, .1},
		}),
	},
	{
		Name: c4Name, Version: version, Languages: english,
		Description: "C4's quality rules: drops lines that are no sentences, and documents with few of them",
		Rules:       rules(c4Name, c4Rules),
		Edit:        c4Edits(c4Name, false),
		Carry:       carryTokens(false),
	},
	{
		Name: c4FinewebName, Version: version, Languages: english,
		Description: "C4's quality rules as FineWeb has them, where lines need no terminal mark",
		Rules:       rules(c4FinewebName, c4Rules),
		Edit:        c4Edits(c4FinewebName, true),
		Carry:       carryTokens(true),
	},
	{
		Name: "datatrove-c4-paragraph", Version: version,
		Description: "mC4's rule: three lines of 200 characters or more",
		Rules: rules("datatrove-c4-paragraph", []rule{
			{"< 3 paragraphs", "paragraphs", profile.Below, 3},
		}),
	},
	{
		Name: "datatrove-fineweb", Version: version, Languages: english,
		Description: "FineWeb's own rules: lines that are short, repeated, or end as no sentence does",
		Rules: rules("datatrove-fineweb", []rule{
			{"empty", "lines", profile.Below, 1},
			{"line_punct_ratio", "line_punct_ratio", profile.Below, .12},
			{"short_line_ratio", "short_line_ratio", profile.Above, .67},
			{"char_dup_ratio", "char_dup_ratio", profile.Above, .01},
			{"list_ratio", "list_ratio", profile.Above, .3},
		}),
	},
	{
		Name: "fineweb", Version: version, Languages: english,
		Description: "FineWeb's filters behind language identification, one after the other; C4's passes on the text that it edited",
		Steps:       []string{"datatrove-gopher-repetition", "datatrove-gopher-quality", c4FinewebName, "datatrove-fineweb"},
	},
}

// c4Rules reject a document.
var c4Rules = []rule{
	{"lorem_ipsum", "lorem_ipsum", profile.AtLeast, 1},
	{"curly_bracket", "curly_bracket", profile.AtLeast, 1},
	{"too_few_sentences", "num_sentences", profile.Below, 5},
}

// rule is a profile.Rule without the profile's name.
type rule struct {
	reason, signal string
	comparison     profile.Comparison
	threshold      float64
}

func rules(name string, table []rule) []profile.Rule {
	rs := make([]profile.Rule, 0, len(table))
	for _, r := range table {
		rs = append(rs, profile.Rule{
			ID: name + "." + r.reason, Signal: name + "." + r.signal, Comparison: r.comparison, Threshold: r.threshold,
		})
	}
	return rs
}
