package service

import (
	"math"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/quality"
)

// quality translates the overall estimate; nil if there is no room for it.
func (w *writer) quality(p *part, r *score.Quality) *copydeskv1.Quality {
	size := fieldBytes("quality", objectBytes) + fieldBytes("score", numberBytes) + stringField("model", quality.Name) +
		fieldBytes("intercept", numberBytes) + listBytes("contributions")
	if !p.budget.take(size) {
		return nil
	}
	m := copydeskv1.Quality_builder{Score: &r.Score, Model: quality.Name, Intercept: &r.Intercept}.Build()
	m.SetContributions(fillSlice(p, "quality.contributions", r.Contributions, func(c quality.Contribution) (*copydeskv1.Contribution, bool) {
		one := copydeskv1.Contribution_builder{Signal: c.Signal, Contribution: &c.Adds}.Build()
		if !math.IsNaN(c.Value) {
			one.SetValue(c.Value)
		}
		return one, p.budget.take(objectBytes + stringField("signal", c.Signal) + fieldBytes("value", numberBytes) + fieldBytes("contribution", numberBytes))
	}))
	return m
}
