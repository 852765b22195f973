// Package dclm computes what the filters of DCLM measure (mlfoundations/dclm, MIT) and judges by them, as its configuration
// dclm_baseline_refinedweb does: word and line filters, Gopher's repetition filters in its own reading, and the modifiers
// that take lines out of a text.
//
// The profile leaves out the steps that need lists or models: URL filters and URL removal, language identification and the
// quality model. Words of UAX #29 are cut as ICU 72 cuts them, because the reference values were made with it: "@" is a letter
// and ":" never joins. Scripts for which ICU has dictionaries are cut by UAX #29 alone.
package dclm

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals, by what is measured together.
var Groups = []profile.Group{quality, characters, repetition, lineModifiers}

func signal(name, description, unit string) profile.Signal {
	return profile.Signal{Name: "dclm." + name, Description: description, Unit: unit}
}

// decision is the signal of a filter's decision.
func decision(name, when string) profile.Signal {
	return signal("filter:"+name, "1 if the filter keeps the text: "+when+"; else 0", "decision")
}
