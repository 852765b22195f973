package main

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
)

var (
	firstParams = boost.Params{
		Trees: 120, Depth: 5, Rate: .18, Lambda: 3, MinWeight: 2, Rows: .4, Columns: .4, Seed: 1, Ensembles: 2,
	}
	secondParams = boost.Params{
		Trees: 300, Depth: 6, Rate: .08, Lambda: 3, MinWeight: 2, Rows: .5, Columns: .35, Seed: 2, Ensembles: 2,
	}
)

// learner turns samples into models.
type learner struct {
	ctx     context.Context //nolint:containedctx // lives as long as the program
	d       breaks.Document
	words   *words
	samples []sample
	rows    []row                    // what the first look learns from
	firsts  map[[2]int][]forest.Tree // by the parts left out, in order: every pair is needed twice
}

// row describes a judged break.
type row struct {
	features []int16
	isFalse  bool
	weight   float32
	part     int
}

// none is the part to leave out when all are learnt from.
const none = -1

// model returns a model file learnt from all parts except one; from all if except is none.
//
// The second look must learn from answers of the first that are no better than they will be on unseen pages, and so, for each
// part, from a first look that has seen neither that part nor the one left out.
func (l *learner) model(except int) ([]byte, error) {
	var by [parts]forest.Forest
	for part := range parts {
		trees, err := l.first(min(part, except), max(part, except))
		if err != nil {
			return nil, err
		}
		if by[part], err = forest.Open(string(forest.Make(firstParams.Depth, breaks.Count, trees)), breaks.Count); err != nil {
			return nil, err
		}
	}
	second, err := l.second(except, &by)
	if err != nil {
		return nil, err
	}
	first, err := l.first(except, except)
	return model.Make(
		model.Section{Name: "words", Data: l.words.lexicon},
		model.Section{Name: "follows", Data: l.words.follows},
		model.Section{Name: "whole", Data: l.words.whole},
		model.Section{Name: "first", Data: forest.Make(firstParams.Depth, breaks.Count, first)},
		model.Section{Name: "second", Data: forest.Make(secondParams.Depth, breaks.Count2, second)},
	), err
}

// first returns the trees of the first look, learnt from all parts except two.
func (l *learner) first(except, andExcept int) ([]forest.Tree, error) {
	if trees := l.firsts[[2]int{except, andExcept}]; trees != nil {
		return trees, nil
	}
	if l.rows == nil {
		err := l.each(func(s *sample, i int, label bool) {
			var f breaks.Features
			l.d.Features(i, &f)
			l.rows = append(l.rows, row{f[:], label, s.weight, s.part})
		}, nil, none)
		if err != nil {
			return nil, err
		}
	}
	var data boost.Data
	for _, r := range l.rows {
		if r.part != except && r.part != andExcept {
			add(&data, r.features, r.isFalse, r.weight)
		}
	}
	trees := boost.Train(data, firstParams)
	l.firsts[[2]int{except, andExcept}] = trees
	return trees, nil
}

// second returns the trees of the second look, learnt from all parts except one. by[p] is a first look that has not seen
// part p.
func (l *learner) second(except int, by *[parts]forest.Forest) ([]forest.Tree, error) {
	var data boost.Data
	err := l.each(func(s *sample, i int, label bool) {
		if !l.d.Doubtful(i) {
			return
		}
		var f breaks.Second
		l.d.Second(i, &f)
		add(&data, f[:], label, s.weight)
	}, by, except)
	return boost.Train(data, secondParams), err
}

func add(data *boost.Data, row []int16, label bool, weight float32) {
	data.Rows = append(data.Rows, row)
	data.Labels = append(data.Labels, label)
	data.Weight = append(data.Weight, weight)
}

// each calls use for every judged break of all parts except one, after a first look by the forests of by if that is not nil.
func (l *learner) each(use func(s *sample, i int, label bool), by *[parts]forest.Forest, except int) error {
	for k := range l.samples {
		s := &l.samples[k]
		if s.part == except {
			continue
		}
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
