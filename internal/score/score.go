package score

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

// Features are parts of a report, as bits.
type Features uint

// The features.
const (
	SignalsFeature Features = 1 << iota
	ProfilesFeature
	FingerprintsFeature

	All = SignalsFeature | ProfilesFeature | FingerprintsFeature
)

// Options says what to judge and by which rules.
type Options struct {
	// Features are the parts to compute.
	Features Features

	// Profiles are names of built-in profiles; empty means all of them.
	Profiles []string

	// Custom are profiles of the caller's own.
	Custom []Profile

	// Language is the document's language as a BCP 47 tag, if it is known.
	Language string
}

// Verdict is a profile's decision.
type Verdict int

// The verdicts.
const (
	KeepDocument Verdict = iota + 1
	RejectDocument
	NotApplicable // no thresholds for the document's language
)

// Failure says why a rule failed.
type Failure struct {
	Rule

	Value  float64
	Margin float64     // from value to threshold, never negative
	Spans  []text.Span // the places in the clean text, at most maxSpans
}

// Removal is a line that a profile takes out before it judges.
type Removal struct {
	Rule string
	Span text.Span
}

// Result is what one profile makes of a document.
type Result struct {
	Name, Version string
	Verdict       Verdict
	Failures      []Failure
	Removals      []Removal
}

// Report says how good a document is.
type Report struct {
	Signals      []Signal
	Profiles     []Result
	Fingerprints *Fingerprints
}

// maxSpans is how many places of one failure are listed.
const maxSpans = 64

// Run judges d by options that Check has accepted. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, d *text.Document, o Options) (*Report, error) {
	r := &Report{}
	if o.Features&(SignalsFeature|ProfilesFeature) != 0 {
		m, err := measure(ctx, d)
		if err != nil {
			return nil, err
		}
		if o.Features&SignalsFeature != 0 {
			r.Signals = m.list()
		}
		if o.Features&ProfilesFeature != 0 {
			for _, p := range chosen(o) {
				r.Profiles = append(r.Profiles, m.judge(p, o.Language))
			}
		}
	}
	if o.Features&FingerprintsFeature != 0 {
		r.Fingerprints = fingerprints(d.Clean)
	}
	return r, ctx.Err()
}

// chosen returns the profiles to apply, built-in ones in the order asked for, then the caller's own.
func chosen(o Options) []Profile {
	if len(o.Profiles) == 0 {
		return slices.Concat(builtin, o.Custom)
	}
	var list []Profile
	for _, name := range o.Profiles {
		list = append(list, builtin[slices.IndexFunc(builtin, named(name))])
	}
	return append(list, o.Custom...)
}

func named(name string) func(Profile) bool {
	return func(p Profile) bool { return p.Name == name }
}

// Check returns a *fault.Error for a profile or signal that does not exist, or a name that is taken.
func Check(o Options) error {
	for i, name := range o.Profiles {
		if !slices.ContainsFunc(builtin, named(name)) {
			f := fault.Invalidf("PROFILE_UNKNOWN", fmt.Sprintf("profiles[%d]", i), "there is no profile %q; Describe lists them", name)
			f.Value = name
			return f
		}
	}
	for i, p := range o.Custom {
		field := fmt.Sprintf("custom_profiles[%d]", i)
		if slices.ContainsFunc(builtin, named(p.Name)) || slices.ContainsFunc(o.Custom[:i], named(p.Name)) {
			f := fault.Invalidf("PROFILE_DUPLICATE", field+".name", "the name %q is taken", p.Name)
			f.Value = p.Name
			return f
		}
		for j, r := range p.Rules {
			if !isSignal(r.Signal) {
				f := fault.Invalidf("SIGNAL_UNKNOWN", fmt.Sprintf("%s.rules[%d].signal", field, j), "there is no signal %q; Describe lists them", r.Signal)
				f.Value = r.Signal
				return f
			}
		}
	}
	return nil
}

// judge applies one profile.
func (m *measures) judge(p Profile, language string) Result {
	r := Result{Name: p.Name, Version: p.Version, Verdict: KeepDocument}
	if !applies(p, language) {
		r.Verdict = NotApplicable
		return r
	}
	if p.Name == "c4" {
		r.Removals = m.removals
	}
	for _, rule := range p.Rules {
		v, ok := m.values[rule.Signal]
		if !ok || !rule.fails(v) {
			continue
		}
		r.Verdict = RejectDocument
		spans := m.spans[rule.Signal]
		r.Failures = append(r.Failures, Failure{
			Rule: rule, Value: v, Margin: math.Abs(v - rule.Threshold), Spans: spans[:min(len(spans), maxSpans)],
		})
	}
	return r
}

// applies reports whether a profile has thresholds for a language. An unknown language gets the benefit of the doubt.
func applies(p Profile, language string) bool {
	if len(p.Languages) == 0 || language == "" {
		return true
	}
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.Contains(p.Languages, primary)
}
