package profile

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Comparison says on which side of a threshold a value is rejected.
type Comparison int

// The comparisons.
const (
	Below   Comparison = iota + 1 // less than the threshold
	Above                         // greater
	AtLeast                       // the threshold or greater
	AtMost                        // the threshold or less
)

// Rule rejects a document by one signal.
type Rule struct {
	// ID is the reference's own reason, behind the profile's name and a full stop; stable.
	ID string

	// Signal is the name of the signal that it looks at. Where that is undefined, the rule does not fail.
	Signal string

	Comparison Comparison
	Threshold  float64
}

// Fails reports whether v is on the wrong side of the threshold.
func (r Rule) Fails(v float64) bool {
	switch r.Comparison {
	case Below:
		return v < r.Threshold
	case Above:
		return v > r.Threshold
	case AtLeast:
		return v >= r.Threshold
	case AtMost:
		return v <= r.Threshold
	default:
		return false
	}
}

// Edit is a change that a filter makes to the text that it passes on.
type Edit struct {
	// Rule is why.
	Rule string

	// Span is what it replaces.
	Span text.Span

	// With is what it puts there; empty where it only takes out.
	With string
}

// Profile is a named set of rules.
type Profile struct {
	Name, Version, Description string

	// Rules are applied in order, all of them.
	Rules []Rule

	// Languages are the BCP 47 tags that the thresholds were set for; empty for any.
	Languages []string

	// Edit returns the edits of a filter that changes the text, in order and apart; nil for one that does not.
	Edit func(t *pytext.Text) []Edit

	// Carry tells the text that Edit made what is known of it from the one that it was made of, so that a step behind this
	// one need not measure it again. It changes no value. Nil where there is nothing to tell.
	Carry func(from, to *pytext.Text)

	// Steps are the names of profiles that are applied one after the other, each to the text that the one before passed
	// on, in place of Rules.
	Steps []string
}
