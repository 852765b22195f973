package main

import (
	"log"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/quality"
	"github.com/copydesk/copydesk/train/quality/texts"
)

const (
	sweeps = 120   // over all steps of all curves
	cost   = .0008 // of the square of a step, for one unit of weight
	most   = 3.    // by which one step may change the log-odds
)

// step is a part of a curve: what a signal adds from one knot to the next.
type step struct {
	input int
	share []float64 // by row: 0 before the step, 1 after it, in between a part of it; 1 where the signal is undefined for the step of that
	low   float64   // the bounds of its height
	high  float64
	at    float64 // its height
}

// learner is a logistic regression whose features are steps: a curve rises or falls where its steps are not below or not above 0.
type learner struct {
	rows      []row
	knots     [][]float64 // by input
	steps     []step
	intercept float64
	logits    []float64 // by row
}

func newLearner(rows []row) *learner {
	l := &learner{rows: rows, logits: make([]float64, len(rows))}
	for i, in := range quality.Inputs {
		knots := knotsOf(rows, i)
		l.knots = append(l.knots, knots)
		peak := peakOf(rows, i)
		for k := 1; k < len(knots); k++ {
			s := step{input: i, low: -most, high: most}
			if in.Shape == quality.Rising || in.Shape == quality.Peaked && knots[k] <= peak {
				s.low = 0
			}
			if in.Shape == quality.Falling || in.Shape == quality.Peaked && knots[k-1] >= peak {
				s.high = 0
			}
			s.share = shares(rows, i, knots[k-1], knots[k])
			l.steps = append(l.steps, s)
		}
		l.steps = append(l.steps, step{input: i, low: -most, high: most, share: undefined(rows, i)})
	}
	return l
}

// places are where the knots of a curve are among the distinct values of its signal.
var places = []float64{.02, .06, .14, .26, .4, .55, .7, .82, .92, .98}

// knotsOf returns the knots of a curve, which are at values that texts have; at least one.
func knotsOf(rows []row, input int) []float64 {
	var values []float64
	for _, r := range rows {
		if v := r.values[input]; !math.IsNaN(v) {
			values = append(values, float64(float32(v)))
		}
	}
	slices.Sort(values)
	all := values
	values = slices.Compact(slices.Clone(values))
	if len(values) == 0 {
		return []float64{0}
	}
	var knots []float64
	for _, p := range places {
		knots = append(knots, values[int(p*float64(len(values)-1))], all[int(p*float64(len(all)-1))])
	}
	slices.Sort(knots)
	return spread(slices.Compact(knots), values[len(values)-1]-values[0])
}

// spread leaves out knots that are closer to the one before than a hundredth of the range, but the last.
func spread(knots []float64, size float64) []float64 {
	list := knots[:1:1]
	for i, k := range knots[1:] {
		if near := k-list[len(list)-1] < size/200; !near || i == 0 {
			list = append(list, k)
		}
	}
	return list
}

// peakOf returns the median of the signal of good texts.
func peakOf(rows []row, input int) float64 {
	var values []float64
	for _, r := range rows {
		if v := r.values[input]; r.kind == texts.Good && !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	if len(values) == 0 {
		return 0
	}
	return values[len(values)/2]
}

func shares(rows []row, input int, from, to float64) []float64 {
	list := make([]float64, len(rows))
	for i, r := range rows {
		if v := r.values[input]; v > from {
			list[i] = min((v-from)/(to-from), 1)
		}
	}
	return list
}

func undefined(rows []row, input int) []float64 {
	list := make([]float64, len(rows))
	for i, r := range rows {
		if math.IsNaN(r.values[input]) {
			list[i] = 1
		}
	}
	return list
}

// learn improves one step after the other by Newton's method.
func (l *learner) learn() {
	ones := make([]float64, len(l.rows))
	for i := range ones {
		ones[i] = 1
	}
	for n := range sweeps {
		d := l.newton(ones, 0, 0)
		l.intercept += d
		l.add(ones, d)
		largest := 0.
		for i := range l.steps {
			s := &l.steps[i]
			to := max(s.low, min(s.at+l.newton(s.share, s.at, cost), s.high))
			if d := to - s.at; d != 0 {
				l.add(s.share, d)
				s.at = to
				largest = max(largest, math.Abs(d))
			}
		}
		if n%20 == 19 || n == 0 {
			log.Printf("sweep %d: loss %.5f, largest change %.4f", n+1, l.loss(), largest)
		}
	}
}

// newton returns the change of a height that makes the loss least, as far as its second derivative tells; never more than 1.
func (l *learner) newton(share []float64, at, cost float64) float64 {
	slope, curvature := float64(cost*at), cost
	for i, x := range share {
		if x == 0 {
			continue
		}
		r := &l.rows[i]
		p := probability(l.logits[i])
		slope += float64(float64(r.weight*x) * (p - target(r)))
		curvature += float64(float64(float64(r.weight*x)*x) * float64(p*(1-p)))
	}
	if curvature == 0 {
		return 0
	}
	return max(-1, min(1, -slope/(curvature+1e-9)))
}

func (l *learner) add(share []float64, d float64) {
	for i, x := range share {
		l.logits[i] += float64(d * x)
	}
}

func (l *learner) loss() (sum float64) {
	for i := range l.rows {
		r := &l.rows[i]
		p := probability(l.logits[i])
		if r.kind != texts.Good {
			p = 1 - p
		}
		sum -= float64(r.weight * portable.Log(max(p, 1e-12)))
	}
	return sum
}

func probability(logit float64) float64 { return 1 / (1 + portable.Exp(-logit)) }

func target(r *row) float64 {
	if r.kind == texts.Good {
		return 1
	}
	return 0
}

// parts returns the curves, each moved so that the mean over the texts is 0: a contribution says how a text differs from others.
func (l *learner) parts() quality.Parts {
	p := quality.Parts{Intercept: l.intercept}
	at := 0
	for i := range quality.Inputs {
		c := quality.Curve{Knots: l.knots[i]}
		height := 0.
		c.Adds = append(c.Adds, 0)
		for range len(c.Knots) - 1 {
			height += l.steps[at].at
			c.Adds = append(c.Adds, height)
			at++
		}
		c.Undefined = l.steps[at].at
		at++
		mean := 0.
		for _, r := range l.rows {
			mean += float64(r.weight / 2 * c.At(r.values[i]))
		}
		for k := range c.Adds {
			c.Adds[k] -= mean
		}
		if c.Undefined -= mean; !slices.ContainsFunc(l.rows, func(r row) bool { return math.IsNaN(r.values[i]) }) {
			c.Undefined = 0 // nothing is known of texts without the signal
		}
		p.Intercept += mean
		p.Curves = append(p.Curves, c)
	}
	return p
}
