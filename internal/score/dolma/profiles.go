package dolma

import "github.com/copydesk/copydesk/internal/score/profile"

const version = "1.2.1"

// Profiles judge as dolma's mixing configurations do.
var Profiles = []profile.Profile{
	{
		Name:    gopherV1,
		Version: version,
		Description: "dolma's first gopher tagger, with the limits of configs/dolma-v1_6/mixing/cc-head.yaml. Its blank lines are duplicates " +
			"of each other, so that it rejects nearly every text with a blank line between paragraphs: that is the tagger's own behaviour. " +
			"As published, the three rules about the commonest n-grams name attributes that the tagger does not write, and so never act; " +
			"here they do. The rules about personal data and tokens' repetitions are not part of the tagger.",
		Rules:     profile.Rules(gopherV1, gopherV1, gopherLimits...),
		Languages: []string{"en"},
	},
	{
		Name:        gopherV2,
		Version:     version,
		Description: "dolma's second gopher tagger, which treats a run of line feeds as one, with the same limits.",
		Rules:       profile.Rules(gopherV2, gopherV2, gopherLimits...),
		Languages:   []string{"en"},
	},
	{
		Name:    c4,
		Version: version,
		Description: "dolma's second c4 tagger as configs/c4-replication/mixer.yaml uses it, without its language rule: documents with a bad " +
			"word, javascript, lorem ipsum or a curly brace are rejected, lines without an end mark and lines of fewer than three words taken out.",
		Rules: profile.Rules(c4, c4V2,
			profile.Reject("has_curly_brace", "has_curly_brace", profile.Above, 0.5),
			profile.Reject("has_lorem_ipsum", "has_lorem_ipsum", profile.Above, 0.5),
			profile.Reject("has_javascript", "has_javascript", profile.Above, 0.5),
			profile.Reject("has_naughty_word", "has_naughty_word", profile.Above, 0.5),
		),
		Languages: []string{"en"},
		Edit:      editC4,
		EditRules: []string{
			unendedLines: c4 + ".lines_with_no_ending_punctuation",
			shortLines:   c4 + ".lines_with_too_few_words",
		},
	},
}

// gopherLimits are in the configuration's order. Where a signal has two limits, the end of the rule's id says which.
var gopherLimits = []profile.Threshold{
	profile.Reject("word_count_min", "word_count", profile.Below, 50),
	profile.Reject("word_count_max", "word_count", profile.Above, 100000),
	profile.Reject("median_word_length_min", "median_word_length", profile.Below, 3),
	profile.Reject("median_word_length_max", "median_word_length", profile.Above, 10),
	profile.Reject("symbol_to_word_ratio", "symbol_to_word_ratio", profile.Above, 0.1),
	profile.Reject("fraction_of_words_with_alpha_character", "fraction_of_words_with_alpha_character", profile.Below, 0.8),
	profile.Reject("required_word_count", "required_word_count", profile.Below, 2),
	profile.Reject("fraction_of_lines_starting_with_bullet_point", "fraction_of_lines_starting_with_bullet_point", profile.Above, 0.9),
	profile.Reject("fraction_of_lines_ending_with_ellipsis", "fraction_of_lines_ending_with_ellipsis", profile.Above, 0.3),
	profile.Reject("fraction_of_duplicate_lines", "fraction_of_duplicate_lines", profile.Above, 0.3),
	profile.Reject("fraction_of_characters_in_duplicate_lines", "fraction_of_characters_in_duplicate_lines", profile.Above, 0.3),
	profile.Reject(gramName(2), gramName(2), profile.Above, 0.2),
	profile.Reject(gramName(3), gramName(3), profile.Above, 0.18),
	profile.Reject(gramName(4), gramName(4), profile.Above, 0.16),
	profile.Reject(gramName(5), gramName(5), profile.Above, 0.15),
	profile.Reject(gramName(6), gramName(6), profile.Above, 0.14),
	profile.Reject(gramName(7), gramName(7), profile.Above, 0.13),
	profile.Reject(gramName(8), gramName(8), profile.Above, 0.12),
	profile.Reject(gramName(9), gramName(9), profile.Above, 0.11),
	profile.Reject(gramName(10), gramName(10), profile.Above, 0.1),
}
