package score

import (
	"context"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/text"
)

// Features are parts of a report, as bits.
type Features uint

// The features.
const (
	SignalsFeature Features = 1 << iota
	ProfilesFeature
	FingerprintsFeature
	LinesFeature // not in All: it is only for those who ask for it

	All = SignalsFeature | ProfilesFeature | FingerprintsFeature
)

// Profile is a named set of rules, as it is told where the references are.
type Profile = profile.Profile

// Rule rejects a document by one signal.
type Rule = profile.Rule

// Comparison says on which side of a threshold a value is rejected.
type Comparison = profile.Comparison

// Options says what to judge and by which rules.
type Options struct {
	// Features are the parts to compute.
	Features Features

	// Profiles are names of built-in profiles; empty means all of them.
	Profiles []string

	// Custom are profiles of the caller's own.
	Custom []Profile

	// Signals are names of signals, or beginnings of names that end in a full stop; empty means all of them.
	Signals []string

	// Spans asks for the places of signals.
	Spans bool

	// Language is the document's language as a BCP 47 tag, if it is known.
	Language string
}

// Verdict is a profile's decision.
type Verdict int

// The verdicts.
const (
	KeepDocument Verdict = iota + 1
	RejectDocument
	NotApplicable // no thresholds, or none for the document's language
)

// Signal is one measured value.
type Signal struct {
	Name  string
	Value float64     // finite
	Spans []text.Span // the first places that brought it about, at most maxSpans, if they were asked for
}

// Failure says why a rule failed.
type Failure struct {
	Rule

	Value  float64
	Margin float64     // from value to threshold, never negative
	Spans  []text.Span // the first places in the clean text, at most maxSpans
}

// Result is what one profile makes of a document.
type Result struct {
	Name, Version string
	Verdict       Verdict

	// Failures are all rules that failed, in the profile's order.
	Failures []Failure

	// Edited is the text that the profile passes on, and Edits leads from the clean text to it; nil where it passes on what
	// came in.
	Edited string
	Edits  text.Provenance
}

// Report says how good a document is.
type Report struct {
	Signals      []Signal
	Profiles     []Result
	Fingerprints *Fingerprints
	Lines        []Line
}

// maxSpans is how many places of one failure or signal are listed.
const maxSpans = 64

// Run judges d by options that Check has accepted. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, d *text.Document, o Options) (*Report, error) {
	v := valuesOf(d.Clean, o.Language)
	defer v.release()
	r := &Report{}
	var err error
	if o.Features&SignalsFeature != 0 {
		if r.Signals, err = v.list(ctx, named(o.Signals), o.Spans); err != nil {
			return nil, err
		}
	}
	if o.Features&ProfilesFeature != 0 {
		j := judge{v, o.Language}
		for _, p := range chosen(o) {
			result, err := j.profile(ctx, p)
			if err != nil {
				return nil, err
			}
			r.Profiles = append(r.Profiles, result)
		}
	}
	if o.Features&FingerprintsFeature != 0 {
		r.Fingerprints = fingerprints(v.text)
	}
	if o.Features&LinesFeature != 0 {
		r.Lines = lines(v.text)
	}
	return r, ctx.Err()
}

// chosen returns the profiles to apply, built-in ones in the order asked for, then the caller's own.
func chosen(o Options) []*Profile {
	var list []*Profile
	if len(o.Profiles) == 0 {
		for i := range profiles {
			list = append(list, &profiles[i])
		}
	}
	for _, name := range o.Profiles {
		list = append(list, profileNamed(name))
	}
	for i := range o.Custom {
		list = append(list, &o.Custom[i])
	}
	return list
}
