package score

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// judge applies profiles to one clean text.
type judge struct {
	clean    *values
	language string
}

// profile applies one profile.
func (j *judge) profile(ctx context.Context, p *Profile) (Result, error) {
	r := Result{Name: p.Name, Version: p.Version, Verdict: KeepDocument}
	if !applies(p, j.language) || len(p.Rules)+len(p.Steps) == 0 && p.Edit == nil {
		r.Verdict = NotApplicable
		return r, nil
	}
	c := text.NewChain(j.clean.text.S)
	if err := j.apply(ctx, p, c, &r); err != nil {
		c.Close()
		return r, err
	}
	if c.Steps() > 0 {
		r.Edited, r.Edits = c.Done()
	} else {
		c.Close()
	}
	if len(r.Failures) > 0 {
		r.Verdict = RejectDocument
	}
	return r, nil
}

// apply applies the steps of p to the text of c, one after the other.
func (j *judge) apply(ctx context.Context, p *Profile, c *text.Chain, r *Result) error {
	v := j.clean
	defer func() { j.done(v) }()
	list := steps(p)
	for i, step := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.Failures = appendFailures(r.Failures, step, v, c)
		if step.Edit == nil || !edit(step, v, c) || i == len(list)-1 {
			continue
		}
		next := valuesOf(c.Text(), j.language)
		if step.Carry != nil {
			step.Carry(v.text, next.text)
		}
		j.done(v)
		v = next
	}
	return nil
}

// done ends the use of v, unless it is of the clean text, which other profiles are applied to.
func (j *judge) done(v *values) {
	if v != j.clean {
		v.release()
	}
}

// steps returns the profiles that p consists of: itself, if it has no steps.
func steps(p *Profile) []*Profile {
	if len(p.Steps) == 0 {
		return []*Profile{p}
	}
	list := make([]*Profile, len(p.Steps))
	for i, name := range p.Steps {
		list[i] = profileNamed(name)
	}
	return list
}

// appendFailures appends the rules of p that v fails, with places in the clean text that c began with.
func appendFailures(list []Failure, p *Profile, v *values, c *text.Chain) []Failure {
	for _, rule := range p.Rules {
		at := places[rule.Signal]
		value, ok := v.at(at)
		if !ok || !rule.Fails(value) {
			continue
		}
		spans := v.spans(at)
		for i, s := range spans {
			spans[i] = c.ToSource(s)
		}
		list = append(list, Failure{Rule: rule, Value: value, Margin: math.Abs(value - rule.Threshold), Spans: spans})
	}
	return list
}

// edit makes the edits of p, and reports whether the text is another now.
func edit(p *Profile, v *values, c *text.Chain) bool {
	edits := p.Edit(v.text)
	if len(edits) == 0 {
		return false
	}
	e := c.Edit()
	for _, one := range edits {
		e.Replace(one.Span, one.With, text.Change{Rule: text.Rule(one.Rule)})
	}
	return c.Apply()
}

// applies reports whether a profile has thresholds for a language. An unknown language gets the benefit of the doubt.
func applies(p *Profile, language string) bool {
	if len(p.Languages) == 0 || language == "" {
		return true
	}
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.Contains(p.Languages, primary)
}
