package nemo

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals, by the unit of text that they count.
var Groups = []profile.Group{
	{Signals: characterSignals, Measure: measureCharacters, Find: findCharacters},
	{Signals: urlSignals, Measure: measureURLs, Find: findURLs},
	{Signals: wordSignals, Measure: measureWords, Find: findWords},
	{Signals: lineSignals, Measure: measureLines, Find: findLines},
	{Signals: paragraphSignals, Measure: measureParagraphs, Find: findParagraphs},
	{Signals: gramSignals, Measure: measureGrams, Find: findGrams},
}

// Profiles has the filters of config/heuristic_filter_en.yaml, in its order. The reason is the filter's name, for a filter with a
// range followed by the parameter.
var Profiles = []profile.Profile{{
	Name:        profileName,
	Version:     "0.9",
	Description: "NeMo-Curator's heuristic filters for English (config/heuristic_filter_en.yaml of its Dask releases).",
	Languages:   []string{"en"},
	Rules: profile.Rules(profileName, "nemo",
		profile.Reject("alpha_numeric", "alpha_numeric", profile.Above, 0.25),
		profile.Reject("symbol_to_word", "symbol_to_word", profile.Above, 0.1),
		profile.Reject("numbers_ratio", "numbers_ratio", profile.Above, 0.15),
		profile.Reject("urls_ratio", "urls_ratio", profile.Above, 0.2),
		profile.Reject("white_space", "white_space", profile.Above, 0.25),
		profile.Reject("parentheses_ratio", "parentheses_ratio", profile.Above, 0.1),
		profile.Reject("boilerplate_string_ratio", "boilerplate_string_ratio", profile.Above, 0.4),
		profile.Reject("repeated_lines", "repeated_lines", profile.Below, 0.7),
		profile.Reject("repeated_paragraphs", "repeated_paragraphs", profile.Below, 0.7),
		profile.Reject("repeated_lines_char", "repeated_lines_char", profile.Below, 0.8),
		profile.Reject("repeated_paragraphs_char", "repeated_paragraphs_char", profile.Below, 0.8),
		profile.Reject("word_count.min_words", "word_count", profile.Below, 50),
		profile.Reject("word_count.max_words", "word_count", profile.Above, 100000),
		profile.Reject("punctuation", "punctuation", profile.Above, 0.85),
		profile.Reject("words_without_alphabets", "words_without_alphabets", profile.Below, 0.8),
		profile.Reject("common_english_words", "common_english_words", profile.Below, minCommonWords),
		profile.Reject("mean_word_length.min_mean_word_length", "mean_word_length", profile.Below, 3),
		profile.Reject("mean_word_length.max_mean_word_length", "mean_word_length", profile.Above, 10),
		profile.Reject("max_word_length", "max_word_length", profile.Above, 1000),
		profile.Reject("ellipsis", "ellipsis", profile.Above, 0.3),
		profile.Reject("repeating_top_2grams", "repeating_top_2grams", profile.Above, 0.2),
		profile.Reject("repeating_top_3grams", "repeating_top_3grams", profile.Above, 0.18),
		profile.Reject("repeating_top_4grams", "repeating_top_4grams", profile.Above, 0.16),
		profile.Reject("repeating_dup_5gram", "repeating_dup_5gram", profile.Above, 0.15),
		profile.Reject("repeating_dup_6gram", "repeating_dup_6gram", profile.Above, 0.14),
		profile.Reject("repeating_dup_7gram", "repeating_dup_7gram", profile.Above, 0.13),
		profile.Reject("repeating_dup_8gram", "repeating_dup_8gram", profile.Above, 0.12),
		profile.Reject("repeating_dup_9gram", "repeating_dup_9gram", profile.Above, 0.11),
		profile.Reject("repeating_dup_10gram", "repeating_dup_10gram", profile.Above, 0.1),
		profile.Reject("bullet_ratio", "bullet_ratio", profile.Above, 0.9),
		profile.Reject("pornographic_urls", "pornographic_urls", profile.AtLeast, 1),
	),
}}

const (
	profileName = "nemo-heuristic"
	prefix      = "nemo."
)

// emptyValue is the value of most signals for an empty text, so that it is rejected.
const emptyValue = 1.0

// ratio returns n/of, and emptyValue if of is 0.
func ratio(n, of int) float64 {
	if of == 0 {
		return emptyValue
	}
	return float64(n) / float64(of)
}
