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
var Profiles = []profile.Profile{{
	Name:        profileName,
	Version:     version,
	Description: "DCLM-Baseline's heuristic filters and line modifiers (dclm_baseline_refinedweb.yaml), without URL, language and model steps",
	Languages:   []string{"en"},
	Rules:       rules(),
	Edit: func(t *pytext.Text) []profile.Edit {
		if hasSpareLines(t.S) {
			return editsOf(t, newlineStep, lastStep, profileName+".")
		}
		return LineModifiers(t)
	},
}}

// rules are in the configuration's order. All of them may look at the text as it comes in: newline_removal, the one modifier
// before the filters, changes none of their values, and the signals of the line modifiers are those of a text without it.
func rules() []profile.Rule {
	list := []profile.Rule{
		rule("page_length_word_min", "words_fasttext", profile.Below, 50),
		rule("page_length_word_max", "words_fasttext", profile.Above, 100000),
		rule("word_length_min", "average_word_length", profile.Below, 3),
		rule("word_length_max", "average_word_length", profile.Above, 10),
		rule("symbol_ratio", "symbol_to_word_ratio", profile.Above, 0.1),
		rule("bullet_count", "bullet_start_ratio", profile.Above, 0.9),
		rule("ellipsis_count", "ellipsis_end_ratio", profile.Above, 0.3),
		rule("alphabetic_word_ratio", "non_alpha_word_ratio", profile.Above, 0.2),
		rule("stop_word", "stop_word_count", profile.Below, 2),
	}
	for _, r := range repetitionSignals {
		list = append(list, rule("repetition:"+r.name, "repetition:"+r.name, profile.Above, r.limit))
	}
	for _, m := range modifiers[firstStep-1 : lastStep] {
		list = append(list, rule(m.name, charactersAfter(m), profile.Below, 1))
	}
	return append(list, rule("word_removal_ratio", "word_removal_ratio", profile.Above, 0.05))
}

func rule(reason, signal string, c profile.Comparison, threshold float64) profile.Rule {
	return profile.Rule{ID: profileName + "." + reason, Signal: "dclm." + signal, Comparison: c, Threshold: threshold}
}

// Modifiers are DCLM's modifiers, each by itself. They change a text and judge nothing.
var Modifiers = func() []profile.Profile {
	list := make([]profile.Profile, len(modifiers))
	for i, m := range modifiers {
		list[i] = profile.Profile{
			Name: "dclm-modifier:" + m.name, Version: version, Description: m.description,
			Edit: func(t *pytext.Text) []profile.Edit { return editsOf(t, i+1, i+1, "dclm-modifier:") },
		}
	}
	return list
}()

// LineModifiers returns the edits of the configuration's line modifiers, one after the other, without newline_removal.
func LineModifiers(t *pytext.Text) []profile.Edit {
	return trailOf(t).edits(profileName + ".")
}
