package score

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/text"
)

// judge applies profiles to one clean text.
type judge struct {
	ctx      context.Context //nolint:containedctx // it lives no longer than Run
	clean    *values
	language string
	scores   map[string]float64 // of the caller
	spans    bool               // whether the places of failures are wanted
	edits    bool               // whether the edited texts are wanted
}

// profile applies a profile of a reference.
func (j *judge) profile(p *Profile) Result {
	r := j.result(p)
	if r.Verdict == NotApplicable {
		return r
	}
	c := text.NewChain(j.clean.text.S)
	j.apply(p, c, &r)
	if j.edits && c.Steps() > 0 {
		r.Edited, r.Edits = c.Done()
	} else {
		c.Close()
	}
	return r
}

// result returns the result of p before any rule has failed.
func (j *judge) result(p *Profile) Result {
	r := Result{Name: p.Name, Version: p.Version, Verdict: KeepDocument}
	if !applies(p, j.language) || len(p.Rules)+len(p.Steps) == 0 && p.Edit == nil {
		r.Verdict = NotApplicable
	}
	return r
}

// apply applies the steps of p to the text of c, one after the other.
func (j *judge) apply(p *Profile, c *text.Chain, r *Result) {
	v := j.clean
	list := steps(p)
	for i, step := range list {
		for _, rule := range step.Rules {
			j.rule(rule, v, c, r)
		}
		isLast := i == len(list)-1
		if step.Edit == nil || isLast && !j.edits || !j.edit(step, v, c) || isLast {
			continue
		}
		next := valuesOf(j.ctx, c.Text(), j.language)
		if step.Carry != nil {
			step.Carry(v.text, next.text)
		}
		j.done(v)
		v = next
	}
	j.done(v)
}

// done ends the use of v, unless it is of the clean text, to which other profiles are applied.
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
		list[i], _ = profileNamed(name)
	}
	return list
}

// rule adds a failure to r if v fails the rule. Places are those in the clean text that c began with; c is nil where v is of
// that text.
func (j *judge) rule(rule Rule, v *values, c *text.Chain, r *Result) {
	at, _ := placeOf(rule.Signal)
	value, ok := j.value(rule.Signal, at, v)
	if !ok || !rule.Fails(value) {
		return
	}
	var places profile.Places
	if j.spans && at.reference != callerReference {
		places = v.places(at)
	}
	if c != nil {
		for i, s := range places.Spans {
			places.Spans[i] = c.ToSource(s)
		}
	}
	r.Verdict = RejectDocument
	r.Failures = append(r.Failures, Failure{
		Rule: rule, Value: value, Margin: math.Abs(value - rule.Threshold), Spans: places.Spans, SpansOmitted: places.Omitted,
	})
}

// customRules applies the rules of a caller's profile that look at signals of a reference. References come one after the other,
// so the failures are put into the order of the rules.
func (j *judge) customRules(p *Profile, reference int, r *Result) {
	if r.Name == "" {
		*r = j.result(p)
	}
	if r.Verdict == NotApplicable {
		return
	}
	before := len(r.Failures)
	for _, rule := range p.Rules {
		if at, _ := placeOf(rule.Signal); at.reference == reference {
			j.rule(rule, j.clean, nil, r)
		}
	}
	if len(r.Failures) > before {
		slices.SortStableFunc(r.Failures, func(a, b Failure) int { return slices.Index(p.Rules, a.Rule) - slices.Index(p.Rules, b.Rule) })
	}
}

// edit makes the edits of p, and reports whether the text has changed. It has not if the context has ended.
func (j *judge) edit(p *Profile, v *values, c *text.Chain) bool {
	edits := p.Edit(v.text)
	if edits.Len() == 0 {
		return false
	}
	e := c.Edit()
	for one := range edits.All() {
		v.text.Tick(1)
		e.Replace(one.Span(), one.With(), text.Change{Rule: text.Rule(p.EditRules[one.Rule])})
	}
	changed, err := c.Apply(text.NewPace(j.ctx))
	return changed && err == nil
}

// applies reports whether a profile has thresholds for a language. An unknown language counts as one of them.
func applies(p *Profile, language string) bool {
	if len(p.Languages) == 0 || language == "" {
		return true
	}
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	return slices.Contains(p.Languages, primary)
}
