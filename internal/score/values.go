package score

import (
	"context"
	"math"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// values are the signals of one text, each group measured when one of it is first asked for.
type values struct {
	text   *pytext.Text
	groups [][]float64 // nil until measured
	all    []float64   // what groups is cut from
}

// valuesOf returns the values of s. They end with release.
func valuesOf(s, language string) *values {
	v := &values{text: pytext.New(s), groups: make([][]float64, len(groups)), all: make([]float64, len(definitions))}
	v.text.Language = language
	return v
}

func (v *values) release() { v.text.Release() }

// at returns a signal's value. The second result is false where it has none.
func (v *values) at(p place) (float64, bool) {
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
		list[i] = math.NaN()
	}
	groups[group].Measure(v.text, list)
	v.groups[group] = list
}

// spans returns the first places that brought a value about.
func (v *values) spans(p place) []text.Span {
	find := groups[p.group].Places
	if find == nil {
		return nil
	}
	v.at(p) // the group must have been measured before it is asked for places
	return find(v.text, p.at, maxSpans)
}

// list returns the values of signals that have one.
func (v *values) list(ctx context.Context, signals []definition, spans bool) ([]Signal, error) {
	list := make([]Signal, 0, len(signals))
	for _, d := range signals {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, ok := v.at(d.place)
		if !ok {
			continue
		}
		s := Signal{Name: d.Name, Value: f}
		if spans {
			s.Spans = v.spans(d.place)
		}
		list = append(list, s)
	}
	return list, nil
}
