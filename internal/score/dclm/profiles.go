package dclm

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

const (
	profileName = "dclm-refinedweb"
	// version is the commit of mlfoundations/dclm that the rules were read from.
	version = "361714bd"
)

// Profiles are DCLM's.
//
// The rules are in the configuration's order. All of them may look at the text as it comes in: newline_removal, the only modifier
// before the filters, changes none of their values, and the signals of the line modifiers are those of a text without it.
var Profiles = []profile.Profile{{
	Name:        profileName,
	Version:     version,
	Description: "DCLM-Baseline's heuristic filters and line modifiers (dclm_baseline_refinedweb.yaml), without URL, language and model steps",
	Languages:   []string{"en"},
	Rules: append(append(profile.Rules(profileName, "dclm",
		profile.Reject("page_length_word_min", "words_fasttext", profile.Below, 50),
		profile.Reject("page_length_word_max", "words_fasttext", profile.Above, 100000),
		profile.Reject("word_length_min", "average_word_length", profile.Below, 3),
		profile.Reject("word_length_max", "average_word_length", profile.Above, 10),
		profile.Reject("symbol_ratio", "symbol_to_word_ratio", profile.Above, 0.1),
		profile.Reject("bullet_count", "bullet_start_ratio", profile.Above, 0.9),
		profile.Reject("ellipsis_count", "ellipsis_end_ratio", profile.Above, 0.3),
		profile.Reject("alphabetic_word_ratio", "non_alpha_word_ratio", profile.Above, 0.2),
		profile.Reject("stop_word", "stop_word_count", profile.Below, 2),
	), repetitionRules...), profile.Rules(profileName, "dclm",
		profile.Reject("uppercase_ratio_line", "characters_after:uppercase_ratio_line", profile.Below, 1),
		profile.Reject("numeric_ratio_line", "characters_after:numeric_ratio_line", profile.Below, 1),
		profile.Reject("counter_line", "characters_after:counter_line", profile.Below, 1),
		profile.Reject("line_length_min2", "characters_after:line_length_min2", profile.Below, 1),
		profile.Reject("substring_items_in_cart", "characters_after:substring_items_in_cart", profile.Below, 1),
		profile.Reject("substring_read_more", "characters_after:substring_read_more", profile.Below, 1),
		profile.Reject("substring_sign_in", "characters_after:substring_sign_in", profile.Below, 1),
		profile.Reject("word_removal_ratio", "word_removal_ratio", profile.Above, 0.05),
	)...),
	Edit: func(t *pytext.Text) *profile.Edits {
		if hasSpareLines(t.S) {
			return editsOf(t, newlineStep, lastStep)
		}
		return LineModifiers(t)
	},
	EditRules: editRules(profileName + "."),
}}

// repetitionRules are Gopher's thresholds of repetition, in the order of the signals.
var repetitionRules = profile.Rules(profileName, "dclm",
	profile.Reject("repetition:line_count", "repetition:line_count", profile.Above, 0.3),
	profile.Reject("repetition:paragraph_count", "repetition:paragraph_count", profile.Above, 0.3),
	profile.Reject("repetition:line_chars", "repetition:line_chars", profile.Above, 0.2),
	profile.Reject("repetition:paragraph_chars", "repetition:paragraph_chars", profile.Above, 0.2),
	profile.Reject("repetition:top_2gram", "repetition:top_2gram", profile.Above, 0.2),
	profile.Reject("repetition:top_3gram", "repetition:top_3gram", profile.Above, 0.18),
	profile.Reject("repetition:top_4gram", "repetition:top_4gram", profile.Above, 0.16),
	profile.Reject("repetition:dup_5gram", "repetition:dup_5gram", profile.Above, 0.15),
	profile.Reject("repetition:dup_6gram", "repetition:dup_6gram", profile.Above, 0.14),
	profile.Reject("repetition:dup_7gram", "repetition:dup_7gram", profile.Above, 0.13),
	profile.Reject("repetition:dup_8gram", "repetition:dup_8gram", profile.Above, 0.12),
	profile.Reject("repetition:dup_9gram", "repetition:dup_9gram", profile.Above, 0.11),
	profile.Reject("repetition:dup_10gram", "repetition:dup_10gram", profile.Above, 0.1),
)

// Modifiers are DCLM's modifiers, each by itself. They change a text and judge nothing.
var Modifiers = func() []profile.Profile {
	list := make([]profile.Profile, len(modifiers))
	for i, m := range modifiers {
		list[i] = profile.Profile{
			Name: "dclm-modifier:" + m.name, Version: version, Description: m.description,
			Edit:      func(t *pytext.Text) *profile.Edits { return editsOf(t, i+1, i+1) },
			EditRules: editRules("dclm-modifier:"),
		}
	}
	return list
}()

// LineModifiers returns the edits of the configuration's line modifiers, one after the other, without newline_removal.
func LineModifiers(t *pytext.Text) *profile.Edits { return trailOf(t).edits() }
