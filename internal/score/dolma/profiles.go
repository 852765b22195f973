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
		Rules:     gopherRules(gopherV1),
		Languages: []string{"en"},
	},
	{
		Name:        gopherV2,
		Version:     version,
		Description: "dolma's second gopher tagger, which takes a run of line feeds for one, with the same limits.",
		Rules:       gopherRules(gopherV2),
		Languages:   []string{"en"},
	},
	{
		Name:    c4,
		Version: version,
		Description: "dolma's second c4 tagger as configs/c4-replication/mixer.yaml uses it, without its language rule: documents with a bad " +
			"word, javascript, lorem ipsum or a curly brace are rejected, lines without an end mark and lines of fewer than three words taken out.",
		Rules: []profile.Rule{
			found(curlyBrace), found(loremIpsum), found(javascript), found(naughtyWord),
		},
		Languages: []string{"en"},
		Edit:      editC4,
	},
}

// limit is what a value must not go beyond.
type limit struct {
	signal, suffix string
	comparison     profile.Comparison
	threshold      float64
}

// gopherLimits are in the configuration's order. Where a signal has two, what they do is behind the signal's name in the
// rule's id.
var gopherLimits = []limit{
	{"word_count", "_min", profile.Below, 50},
	{"word_count", "_max", profile.Above, 100000},
	{"median_word_length", "_min", profile.Below, 3},
	{"median_word_length", "_max", profile.Above, 10},
	{"symbol_to_word_ratio", "", profile.Above, 0.1},
	{"fraction_of_words_with_alpha_character", "", profile.Below, 0.8},
	{"required_word_count", "", profile.Below, 2},
	{"fraction_of_lines_starting_with_bullet_point", "", profile.Above, 0.9},
	{"fraction_of_lines_ending_with_ellipsis", "", profile.Above, 0.3},
	{"fraction_of_duplicate_lines", "", profile.Above, 0.3},
	{"fraction_of_characters_in_duplicate_lines", "", profile.Above, 0.3},
	{gramName(2), "", profile.Above, 0.2},
	{gramName(3), "", profile.Above, 0.18},
	{gramName(4), "", profile.Above, 0.16},
	{gramName(5), "", profile.Above, 0.15},
	{gramName(6), "", profile.Above, 0.14},
	{gramName(7), "", profile.Above, 0.13},
	{gramName(8), "", profile.Above, 0.12},
	{gramName(9), "", profile.Above, 0.11},
	{gramName(10), "", profile.Above, 0.1},
}

func gopherRules(tagger string) []profile.Rule {
	rules := make([]profile.Rule, len(gopherLimits))
	for i, l := range gopherLimits {
		signal := tagger + "." + l.signal
		rules[i] = profile.Rule{ID: signal + l.suffix, Signal: signal, Comparison: l.comparison, Threshold: l.threshold}
	}
	return rules
}

// found rejects a text in which the second c4 tagger found something.
func found(signal int) profile.Rule {
	name := c4Signals[signal].Name
	return profile.Rule{ID: c4 + "." + name, Signal: c4V2 + "." + name, Comparison: profile.Above, Threshold: 0.5}
}
