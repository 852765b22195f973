package profile

import "github.com/copydesk/copydesk/internal/score/pytext"

// Profile is a named set of rules.
type Profile struct {
	Name, Version, Description string

	// Rules are applied in order, all of them.
	Rules []Rule

	// Languages are the BCP 47 tags that the thresholds were set for; empty for any.
	Languages []string

	// Edit returns the edits of a filter that changes the text; nil for one that does not.
	Edit func(t *pytext.Text) *Edits

	// EditRules are the ids of the reasons for edits, by number.
	EditRules []string

	// Carry hands what is known of the text that was edited to the text that Edit made of it, so that a later step need not
	// measure it again. It changes no value. Nil where there is nothing to hand on.
	Carry func(from, to *pytext.Text)

	// Steps are the names of profiles that are applied one after the other, each to the text that the one before passed on,
	// in place of Rules.
	Steps []string
}
