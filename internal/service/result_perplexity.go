package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// perplexity translates what a language model makes of the text; nil if there is no room for it.
func (w *writer) perplexity(p *part, r *score.Perplexity) *copydeskv1.Perplexity {
	size := fieldBytes("perplexity", objectBytes) + fieldBytes("value", numberBytes) + stringField("model", fluency.Name) +
		fieldBytes("contextGain", numberBytes) + fieldBytes("unknownRatio", numberBytes) + listBytes("percentiles") +
		listBytes("paragraphs") + listBytes("lines") + listBytes("tokens")
	if !p.budget.take(size) {
		return nil
	}
	m := copydeskv1.Perplexity_builder{Value: &r.Perplexity, Model: fluency.Name, ContextGain: &r.ContextGain, UnknownRatio: &r.Unknown}.Build()
	m.SetPercentiles(fillSlice(p, "perplexity.percentiles", r.Percentiles, func(g fluency.Percentile) (*copydeskv1.GenrePercentile, bool) {
		return copydeskv1.GenrePercentile_builder{Genre: g.Genre, Percentile: &g.Percent}.Build(),
			p.budget.take(objectBytes + stringField("genre", g.Genre) + fieldBytes("percentile", numberBytes))
	}))
	m.SetParagraphs(w.passages(p, "perplexity.paragraphs", r.Paragraphs))
	m.SetLines(w.passages(p, "perplexity.lines", r.Lines))
	m.SetTokens(fillSlice(p, "perplexity.tokens", r.Tokens, func(t fluency.Probability) (*copydeskv1.TokenProbability, bool) {
		span, size := w.inBoth(t.Span)
		return copydeskv1.TokenProbability_builder{Span: span, LogProbability: &t.Log}.Build(),
			p.budget.take(objectBytes + fieldBytes("span", size) + fieldBytes("logProbability", numberBytes))
	}))
	return m
}

// passages translates paragraphs or lines.
func (w *writer) passages(p *part, field string, list []fluency.Passage) []*copydeskv1.PassagePerplexity {
	return fillSlice(p, field, list, func(one fluency.Passage) (*copydeskv1.PassagePerplexity, bool) {
		span, size := w.inBoth(one.Span)
		return copydeskv1.PassagePerplexity_builder{Span: span, Value: &one.Perplexity}.Build(),
			p.budget.take(objectBytes + fieldBytes("span", size) + fieldBytes("value", numberBytes))
	})
}
