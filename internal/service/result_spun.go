package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/spun"
)

// spun translates what shows that words were replaced; nil if there is no room for it.
func (w *writer) spun(p *part, r *score.Spun) *copydeskv1.Spun {
	size := fieldBytes("spun", objectBytes) + fieldBytes("probability", numberBytes) + stringField("model", spun.Name) + listBytes("findings")
	if !p.budget.take(size) {
		return nil
	}
	m := copydeskv1.Spun_builder{Model: spun.Name}.Build()
	if r.Judged {
		m.SetProbability(r.Probability)
	}
	m.SetFindings(fillSlice(p, "spun.findings", r.Findings, func(f spun.Finding) (*copydeskv1.SpunFinding, bool) {
		span, size := w.inBoth(f.Span)
		phrase := f.Span.Of(w.d.Clean)
		return copydeskv1.SpunFinding_builder{Text: phrase, Expected: f.Expected, Strength: &f.Strength, Span: span}.Build(),
			p.budget.take(objectBytes + stringField("text", phrase) + stringField("expected", f.Expected) +
				fieldBytes("strength", numberBytes) + fieldBytes("span", size))
	}))
	return m
}
