package datatrove

import "github.com/copydesk/copydesk/internal/score/profile"

const version = "datatrove 0.10.1"

// english is the language that the thresholds, stop words and tokens are for. FineWeb-2 publishes thresholds for other languages,
// but for the tokens of other tokenizers.
var english = []string{"en"}

// Groups are the signals of all filters.
var Groups = []profile.Group{qualityGroup, repetitionGroup, c4Group, paragraphGroup, finewebGroup}

// Profiles are the filters with their published thresholds, each with its rules in its own order, and FineWeb's recipe of them.
var Profiles = []profile.Profile{
	{
		Name: "datatrove-gopher-quality", Version: version, Languages: english,
		Description: "Gopher's quality rules: length, symbols, bullets and ellipses, stop words",
		Rules: profile.Rules("datatrove-gopher-quality", "datatrove-gopher-quality",
			profile.Reject("gopher_short_doc", "non_symbol_words", profile.Below, 50),
			profile.Reject("gopher_long_doc", "non_symbol_words", profile.Above, 100000),
			profile.Reject("gopher_below_avg_threshold", "avg_word_length", profile.Below, 3),
			profile.Reject("gopher_above_avg_threshold", "avg_word_length", profile.Above, 10),
			profile.Reject("gopher_too_many_hashes", "hash_ratio", profile.Above, .1),
			profile.Reject("gopher_too_many_ellipsis", "ellipsis_ratio", profile.Above, .1),
			profile.Reject("gopher_too_many_bullets", "bullet_lines_ratio", profile.Above, .9),
			profile.Reject("gopher_too_many_end_ellipsis", "ellipsis_lines_ratio", profile.Above, .3),
			profile.Reject("gopher_below_alpha_threshold", "alpha_words_ratio", profile.Below, .8),
			profile.Reject("gopher_enough_stop_words", "stop_words_distinct", profile.Below, 2),
		),
	},
	{
		Name: "datatrove-gopher-repetition", Version: version, Languages: english,
		Description: "Gopher's repetition rules: paragraphs, lines and n-grams that occur again",
		Rules: profile.Rules("datatrove-gopher-repetition", "datatrove-gopher-repetition",
			profile.Reject("empty", "length", profile.Below, 1),
			profile.Reject("dup_para_frac", "dup_para_frac", profile.Above, .3),
			profile.Reject("dup_para_char_frac", "dup_para_char_frac", profile.Above, .2),
			profile.Reject("dup_line_frac", "dup_line_frac", profile.Above, .3),
			profile.Reject("dup_line_char_frac", "dup_line_char_frac", profile.Above, .2),
			profile.Reject("top_2_gram", "top_2_gram", profile.Above, .2),
			profile.Reject("top_3_gram", "top_3_gram", profile.Above, .18),
			profile.Reject("top_4_gram", "top_4_gram", profile.Above, .16),
			profile.Reject("duplicated_5_n_grams", "duplicated_5_n_grams", profile.Above, .15),
			profile.Reject("duplicated_6_n_grams", "duplicated_6_n_grams", profile.Above, .14),
			profile.Reject("duplicated_7_n_grams", "duplicated_7_n_grams", profile.Above, .13),
			profile.Reject("duplicated_8_n_grams", "duplicated_8_n_grams", profile.Above, .12),
			profile.Reject("duplicated_9_n_grams", "duplicated_9_n_grams", profile.Above, .11),
			profile.Reject("duplicated_10_n_grams", "duplicated_10_n_grams", profile.Above, .1),
		),
	},
	{
		Name: c4Name, Version: version, Languages: english,
		Description: "C4's quality rules: drops lines that are not sentences, and documents with few of them",
		Rules:       profile.Rules(c4Name, c4Name, c4Rules...),
		Edit:        c4Edits(false),
		EditRules:   c4EditRules(c4Name),
		Carry:       carryTokens(false),
	},
	{
		Name: c4FinewebName, Version: version, Languages: english,
		Description: "C4's quality rules as FineWeb uses them, where lines need no terminal mark",
		Rules:       profile.Rules(c4FinewebName, c4FinewebName, c4Rules...),
		Edit:        c4Edits(true),
		EditRules:   c4EditRules(c4FinewebName),
		Carry:       carryTokens(true),
	},
	{
		Name: "datatrove-c4-paragraph", Version: version,
		Description: "mC4's rule: three lines of 200 characters or more",
		Rules: profile.Rules("datatrove-c4-paragraph", "datatrove-c4-paragraph",
			profile.Reject("< 3 paragraphs", "paragraphs", profile.Below, 3),
		),
	},
	{
		Name: "datatrove-fineweb", Version: version, Languages: english,
		Description: "FineWeb's own rules: lines that are short, repeated, or do not end as a sentence does",
		Rules: profile.Rules("datatrove-fineweb", "datatrove-fineweb",
			profile.Reject("empty", "lines", profile.Below, 1),
			profile.Reject("line_punct_ratio", "line_punct_ratio", profile.Below, .12),
			profile.Reject("short_line_ratio", "short_line_ratio", profile.Above, .67),
			profile.Reject("char_dup_ratio", "char_dup_ratio", profile.Above, .01),
			profile.Reject("list_ratio", "list_ratio", profile.Above, .3),
		),
	},
	{
		Name: "fineweb", Version: version, Languages: english,
		Description: "FineWeb's filters after language identification, one after the other; C4's passes on the text that it edited",
		Steps:       []string{"datatrove-gopher-repetition", "datatrove-gopher-quality", c4FinewebName, "datatrove-fineweb"},
	},
}

// c4Rules reject a document.
var c4Rules = []profile.Threshold{
	profile.Reject("lorem_ipsum", "lorem_ipsum", profile.AtLeast, 1),
	profile.Reject("curly_bracket", "curly_bracket", profile.AtLeast, 1),
	profile.Reject("too_few_sentences", "num_sentences", profile.Below, 5),
}
