package main

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"

	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

// budget is how large the model of a script is and how much it is practised.
type budget struct {
	script language.Script

	wide, most     int // pairs of n-gram and class at first, and at last
	first, samples int // of practice with the pairs at first, and with those at last
}

// budgets are for the scripts in which several languages are written.
var budgets = []budget{
	{language.Latin, 2_800_000, 1_480_000, 300_000, 3_000_000},
	{language.Cyrillic, 600_000, 220_000, 200_000, 1_200_000},
	{language.Arabic, 300_000, 110_000, 100_000, 700_000},
	{language.Devanagari, 150_000, 40_000, 80_000, 400_000},
	{language.Hebrew, 100_000, 10_000, 30_000, 60_000},
	{language.Ethiopic, 50_000, 15_000, 30_000, 60_000},
	{language.Han, 100_000, 30_000, 60_000, 100_000},
	{language.Syllabics, 20_000, 5_000, 10_000, 20_000},
}

func budgetOf(s language.Script) budget {
	for _, b := range budgets {
		if b.script == s {
			return b
		}
	}
	return budget{}
}

// part is what is learnt of one script.
type part struct {
	Classes []language.Class
	Entries []language.Entry
}

// learnt returns the part of the model that is of one script, from the work folder if it is there.
func (s *sources) learnt(b budget) (*part, error) {
	return kept(filepath.Join(s.work, fmt.Sprintf("learnt-%d", b.script)), func() (*part, error) {
		cs, ls, err := s.lexicons(b.script)
		if err != nil {
			return nil, err
		}
		var pairs []pair
		for i, l := range ls {
			pairs = append(pairs, frequentPairs(l, b.script, i)...)
		}
		pairs = chosen(pairs, float64(len(cs)), b.wide)
		l := newLearner(newWeights(pairs, nil, len(cs)), cs, ls, b.script)
		l.run(b.first)
		if len(l.cells) > b.most {
			pairs = l.pruned(b.most)
			w := newWeights(pairs, missingPrefixes(pairs, ls, b.script), len(cs))
			w.carry(l.weights)
			l = newLearner(w, cs, ls, b.script)
		}
		l.run(b.samples)
		slog.Info("learnt", "script", b.script, "classes", len(cs), "pairs", len(l.cells), "n-grams", len(l.hashes), "right", l.right/l.seen)
		return l.export(), nil
	})
}

// lexicons returns the classes of a script that are to be distinguished, and their words.
func (s *sources) lexicons(script language.Script) (cs []class, ls []*lexicon, err error) {
	for _, c := range classes() {
		if c.script == script && c.weight > 0 {
			l, err := s.lexicon(c)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", c.code, err)
			}
			cs, ls = append(cs, c), append(ls, l)
		}
	}
	return cs, ls, nil
}

func newLearner(w *weights, cs []class, ls []*lexicon, s language.Script) *learner {
	l := &learner{
		weights: w, classes: cs, lexicons: ls, random: rand.New(rand.NewPCG(7, uint64(s))),
		scores: make([]float32, len(cs)), probs: make([]float32, len(cs)),
	}
	total := 0.0
	for i := range cs {
		total += cs[i].weight
		l.prior = append(l.prior, total)
		grams, wholes := w.wordGrams(ls[i], s)
		l.grams, l.wholes = append(l.grams, grams), append(l.wholes, wholes)
	}
	return l
}

// table returns what was learnt of all scripts.
func (s *sources) table() (*language.Table, error) {
	t := emptyTable()
	for _, b := range budgets {
		p, err := s.learnt(b)
		if err != nil {
			return nil, err
		}
		t.Entries = append(t.Entries, p.Entries...)
		for i := range t.Classes {
			t.Classes[i].Bias += p.Classes[i].Bias
		}
	}
	for i, c := range classOrder() {
		t.Classes[i].Bias -= rarer[c.name()]
	}
	return t, s.addClose(t)
}

// finish adds to t how probable scores are, and what texts without a language look like.
func (s *sources) finish(t *language.Table, held map[string]heldout.Set, names string) error {
	m, err := language.OpenModel(string(t.Bytes()))
	if err != nil {
		return err
	}
	copy(t.Heat[:], calibrate(m, held, len(t.Heat)))
	if m, err = language.OpenModel(string(t.Bytes())); err != nil {
		return err
	}
	n, err := s.noise(names)
	if err != nil {
		return err
	}
	w, err := s.recognise(m, n)
	if err != nil {
		return err
	}
	copy(t.Evidence[:], w)
	slog.Info("made", "heat", t.Heat, "no language", t.Evidence, "bytes", len(t.Bytes()))
	return nil
}
