package nemo

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals, by what they are measured on.
var Groups = []profile.Group{
	{Signals: characterSignals, Measure: measureCharacters, Places: characterPlaces},
	{Signals: urlSignals, Measure: measureURLs, Places: urlPlaces},
	{Signals: wordSignals, Measure: measureWords, Places: wordPlaces},
	{Signals: lineSignals, Measure: measureLines, Places: linePlaces},
	{Signals: paragraphSignals, Measure: measureParagraphs, Places: paragraphPlaces},
	{Signals: gramSignals, Measure: measureGrams, Places: gramPlaces},
}

// Profiles are the filters of config/heuristic_filter_en.yaml, in its order.
var Profiles = []profile.Profile{{
	Name:        profileName,
	Version:     "0.9",
	Description: "NeMo-Curator's heuristic filters for English (config/heuristic_filter_en.yaml of its Dask releases).",
	Languages:   []string{"en"},
	Rules: []profile.Rule{
		rule("alpha_numeric", profile.Above, 0.25),
		rule("symbol_to_word", profile.Above, 0.1),
		rule("numbers_ratio", profile.Above, 0.15),
		rule("urls_ratio", profile.Above, 0.2),
		rule("white_space", profile.Above, 0.25),
		rule("parentheses_ratio", profile.Above, 0.1),
		rule("boilerplate_string_ratio", profile.Above, 0.4),
		rule("repeated_lines", profile.Below, 0.7),
		rule("repeated_paragraphs", profile.Below, 0.7),
		rule("repeated_lines_char", profile.Below, 0.8),
		rule("repeated_paragraphs_char", profile.Below, 0.8),
		bound("word_count", "min_words", profile.Below, 50),
		bound("word_count", "max_words", profile.Above, 100000),
		rule("punctuation", profile.Above, 0.85),
		rule("words_without_alphabets", profile.Below, 0.8),
		rule("common_english_words", profile.Below, minCommonWords),
		bound("mean_word_length", "min_mean_word_length", profile.Below, 3),
		bound("mean_word_length", "max_mean_word_length", profile.Above, 10),
		rule("max_word_length", profile.Above, 1000),
		rule("ellipsis", profile.Above, 0.3),
		rule("repeating_top_2grams", profile.Above, 0.2),
		rule("repeating_top_3grams", profile.Above, 0.18),
		rule("repeating_top_4grams", profile.Above, 0.16),
		rule("repeating_dup_5gram", profile.Above, 0.15),
		rule("repeating_dup_6gram", profile.Above, 0.14),
		rule("repeating_dup_7gram", profile.Above, 0.13),
		rule("repeating_dup_8gram", profile.Above, 0.12),
		rule("repeating_dup_9gram", profile.Above, 0.11),
		rule("repeating_dup_10gram", profile.Above, 0.1),
		rule("bullet_ratio", profile.Above, 0.9),
		rule("pornographic_urls", profile.AtLeast, 1),
	},
}}

const (
	profileName = "nemo-heuristic"
	prefix      = "nemo."
)

// rule is the rule of a filter with one threshold; the filter's name is the reason.
func rule(name string, c profile.Comparison, threshold float64) profile.Rule {
	return profile.Rule{ID: profileName + "." + name, Signal: prefix + name, Comparison: c, Threshold: threshold}
}

// bound is one of the two rules of a filter with a range: the parameter's name tells them apart.
func bound(name, parameter string, c profile.Comparison, threshold float64) profile.Rule {
	r := rule(name, c, threshold)
	r.ID += "." + parameter
	return r
}

// emptyValue is what most filters say of an empty text, so that it falls.
const emptyValue = 1.0

// ratio returns n/of, and emptyValue if of is 0.
func ratio(n, of int) float64 {
	if of == 0 {
		return emptyValue
	}
	return float64(n) / float64(of)
}
