package main

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
)

// learner turns samples into forests.
type learner struct {
	ctx     context.Context //nolint:containedctx // lives as long as the program
	d       breaks.Document
	samples []sample
}

// first returns the trees of the first look, learnt from all parts but one; from all if but is negative.
func (l *learner) first(but int) ([]forest.Tree, error) {
	var data boost.Data
	err := l.each(func(s *sample, i int, label bool) {
		if s.part == but {
			return
		}
		var f breaks.Features
		l.d.Features(i, &f)
		data.Rows = append(data.Rows, f[:])
		data.Labels = append(data.Labels, label)
		data.Weight = append(data.Weight, s.weight)
	}, nil)
	return boost.Train(data, firstParams), err
}

// second returns the trees of the second look. by[p] is a first look that has not seen part p.
func (l *learner) second(by []forest.Forest) ([]forest.Tree, error) {
	var data boost.Data
	err := l.each(func(s *sample, i int, label bool) {
		if !l.d.Doubtful(i) {
			return
		}
		var f breaks.Second
		l.d.Second(i, &f)
		data.Rows = append(data.Rows, f[:])
		data.Labels = append(data.Labels, label)
		data.Weight = append(data.Weight, s.weight)
	}, by)
	return boost.Train(data, secondParams), err
}

// each calls use for every break that may be false, after the first look by by, if there is one.
func (l *learner) each(use func(s *sample, i int, label bool), by []forest.Forest) error {
	for k := range l.samples {
		s := &l.samples[k]
		if err := l.d.Scan(l.ctx, s.text); err != nil {
			return err
		}
		if by != nil {
			l.look(&by[s.part])
		}
		at := 0
		for i := range max(len(l.d.Pieces)-1, 0) {
			at += letters(l.d.Pieces[i].Span.Of(s.text))
			if l.d.Judged(i) {
				use(s, i, !s.ends[at])
			}
		}
	}
	return nil
}

func (l *learner) look(by *forest.Forest) {
	var f breaks.Features
	for i := range max(len(l.d.Pieces)-1, 0) {
		odds := -10.0
		if l.d.Judged(i) {
			l.d.Features(i, &f)
			odds = by.ScoreUntil(f[:], breaks.Sure)
		}
		l.d.SetOdds(odds)
	}
}
