package main

import (
	"log"
	"math"

	"github.com/copydesk/copydesk/internal/score/quality"
)

// calibrated multiplies all curves by one factor and moves the intercept, so that the probabilities of texts that were not learnt from are
// true (J. Platt, "Probabilistic outputs for support vector machines", 1999).
func calibrated(p *quality.Parts, rows []row) {
	logits := make([]float64, len(rows))
	for i, r := range rows {
		logits[i] = p.Intercept
		for k := range p.Curves {
			logits[i] += p.Curves[k].At(r.values[k])
		}
	}
	factor, moved := fit(logits, rows)
	log.Printf("log-odds times %.3f and %+.3f", factor, moved)
	p.Intercept = rounded(float64(factor*p.Intercept) + moved)
	for k := range p.Curves {
		c := &p.Curves[k]
		for i := range c.Adds {
			c.Adds[i] = rounded(float64(factor * c.Adds[i]))
		}
		c.Undefined = rounded(float64(factor * c.Undefined))
	}
}

// rounded leaves a height that can be read: 1/1024 of a unit of log-odds is nothing.
func rounded(x float64) float64 { return math.Round(x*1024) / 1024 }

// fit returns the factor and the summand by which logits become the log-odds of rows, by Newton's method.
func fit(logits []float64, rows []row) (factor, moved float64) {
	factor = 1
	for range 50 {
		var g0, g1, h00, h01, h11 float64
		for i := range rows {
			r, x := &rows[i], logits[i]
			q := probability(float64(factor*x) + moved)
			d, w := float64(r.weight*(q-target(r))), float64(r.weight*float64(q*(1-q)))
			g0 += float64(d * x)
			g1 += d
			h00 += float64(float64(w*x) * x)
			h01 += float64(w * x)
			h11 += w
		}
		det := float64(h00*h11) - float64(h01*h01) + 1e-12
		factor -= (float64(h11*g0) - float64(h01*g1)) / det
		moved -= (float64(h00*g1) - float64(h01*g0)) / det
	}
	return factor, moved
}
