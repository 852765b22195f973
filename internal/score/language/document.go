package language

import (
	"cmp"
	"slices"
)

// document gathers the evidence of the pieces of a text.
type document struct {
	m      *Model
	all    evidence
	pieces []evidence
}

func (d *document) read(s string) {
	d.pieces = append(d.pieces, evidence{})
	e := &d.pieces[len(d.pieces)-1]
	d.m.read(s, e)
	d.all.include(e)
}

// include adds the evidence of another piece.
func (e *evidence) include(o *evidence) {
	for i, x := range o.scores {
		e.scores[i] += x
	}
	for i := range o.letters {
		e.letters[i] += o.letters[i]
		e.wordsOf[i] += o.wordsOf[i]
	}
	e.chars += o.chars
	e.digits += o.digits
	e.symbols += o.symbols
	e.odd += o.odd
	e.tokens += o.tokens
	e.noise += o.noise
	e.words += o.words
	e.capitals += o.capitals
	e.inner += o.inner
	e.looked += o.looked
	e.known += o.known
	e.places += o.places
	e.depth += o.depth
}

func (d *document) report() Report {
	r := Report{Candidates: d.m.guesses(d.m.judge(&d.all, nil))}
	before := d.m.expected(r.Candidates)
	var shares [maxClasses + 1]share
	for i := range d.pieces {
		if list := d.m.judge(&d.pieces[i], before); len(list) > 0 {
			n := float64(d.pieces[i].chars)
			s := &shares[list[0].class]
			s.chars += n
			s.sure += float64(n * list[0].probability)
		}
	}
	if r.Languages = d.m.shares(shares[:]); len(r.Languages) == 0 && d.all.chars > 0 {
		r.Languages = []Share{{Guess{Code: Undetermined}, 1}}
	}
	return r
}

// share is how many characters of a text are in a class, and how many of them by the probability that they are.
type share struct{ chars, sure float64 }

// shares returns the languages by their share. What is too little to be listed counts for the largest.
func (m *Model) shares(of []share) (list []Share) {
	total := 0.0
	for class, s := range of {
		if s.chars > 0 {
			list = append(list, Share{m.chosen(m.guess(likely{class, s.sure / s.chars})), s.chars})
			total += s.chars
		}
	}
	slices.SortStableFunc(list, func(a, b Share) int { return cmp.Compare(b.Share, a.Share) })
	listed, rest := list[:0], total
	for i, s := range list {
		if i == 0 || i < MostLanguages && s.Share >= float64(leastShare*total) {
			rest -= s.Share
			s.Share /= total
			listed = append(listed, s)
		}
	}
	if len(listed) > 0 {
		listed[0].Share += rest / total
	}
	return listed
}

// doubt is the part of the expectation for a piece that does not depend on the rest of the text.
const doubt = .1

// expected returns the probability that a part of a text has of each class, and last of no language, by the candidates for the whole.
func (m *Model) expected(candidates []Guess) []float64 {
	none := len(m.classes)
	before := make([]float64, none+1)
	for i := range m.classes {
		before[i] = doubt / float64(none)
	}
	before[none] = doubt / 2
	for _, g := range candidates {
		at := none
		if g.Code != NoLanguage {
			at = slices.IndexFunc(m.classes, func(c class) bool { return c.code == g.Code && c.iso == g.Script })
		}
		before[at] += float64((1 - doubt) * g.Probability)
	}
	return before
}
