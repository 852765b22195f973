package score

import (
	"context"
	"math"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// values are the signals of one text. A group is measured when one of its signals is first asked for.
type values struct {
	text   *pytext.Text
	groups [][]float64 // nil until measured
	all    []float64   // what groups is cut from
}

// valuesOf returns the values of s, to be given back with release. Measuring stops when ctx ends: see pytext.Text.Tick.
func valuesOf(ctx context.Context, s, language string) *values {
	v := &values{text: pytext.NewContext(ctx, s), groups: make([][]float64, len(groups)), all: make([]float64, len(definitions))}
	v.text.Language = language
	return v
}

func (v *values) release() { v.text.Release() }

// at returns a signal's value. The second result is false where it has none.
func (v *values) at(p signalPlace) (float64, bool) {
	if v.groups[p.group] == nil {
		v.measure(p.group)
	}
	f := v.groups[p.group][p.at]
	return f, !math.IsNaN(f)
}

func (v *values) measure(group int) {
	n := len(groups[group].Signals)
	list := v.all[:n:n]
	v.all = v.all[n:]
	for i := range list {
		list[i] = profile.Undefined
	}
	v.text.Tick(0)
	groups[group].Measure(v.text, list)
	v.groups[group] = list
}

// places returns the first places that account for a value.
func (v *values) places(p signalPlace) profile.Places {
	v.at(p) // the group must be measured before it is asked for places
	return groups[p.group].Places(v.text, p.at, maxSpans)
}
