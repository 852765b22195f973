package language

import (
	"cmp"
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/portable"
)

// document gathers the evidence of the pieces of a text.
type document struct {
	m      *Model
	all    evidence
	whole  []likely // what the text as a whole is in
	pieces []piece
	list   []likely // memory for judge
}

var documents pool.Of[document]

// newDocument returns a document of so many pieces at most, to be given back with release.
func newDocument(m *Model, most int) *document {
	d := documents.Get()
	d.m = m
	d.all = evidence{}
	d.pieces = slices.Grow(d.pieces[:0], most)
	return d
}

func (d *document) release() {
	d.m = nil
	documents.Put(d, pool.Size(d.pieces)+pool.Size(d.list)+pool.Size(d.whole))
}

// piece is a part of a text with its evidence.
type piece struct {
	evidence

	start, end int // in the text
}

func (d *document) read(s string, start, end int) {
	d.pieces = d.pieces[:len(d.pieces)+1]
	p := &d.pieces[len(d.pieces)-1]
	p.evidence, p.start, p.end = evidence{}, start, end
	e := &p.evidence
	d.m.read(s[start:end], e)
	d.all.include(e)
}

// decided is the probability of a language from which no more of a text is read.
const decided = .97

// judge finds what the text as a whole is in, by what was read.
func (d *document) judge() { d.whole = d.m.judge(&d.all, nil, d.whole) }

// isDecided reports whether it is clear which language the text as a whole is in.
func (d *document) isDecided() bool { return len(d.whole) == 0 || d.whole[0].probability >= decided }

// readOn reads on after each piece, for close languages need more to be distinguished: as much again, up to the next piece. The error is ctx.Err() if ctx
// ended first.
func (d *document) readOn(ctx context.Context, s string) error {
	for i := range d.pieces {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, limit := &d.pieces[i], len(s)
		if i+1 < len(d.pieces) {
			limit = d.pieces[i+1].start
		}
		end := min(p.end+pieceBytes, limit)
		if end < limit {
			end = min(end+untilSpace(s[end:]), limit)
		}
		var more evidence
		d.m.read(s[p.end:end], &more)
		p.include(&more)
		d.all.include(&more)
		p.end = end
	}
	return nil
}

// include adds the evidence of another piece.
func (e *evidence) include(o *evidence) {
	for i, x := range o.scores {
		e.scores[i] += x
	}
	for i := range o.letters {
		e.letters[i] += o.letters[i]
		e.wordsOf[i] += o.wordsOf[i]
		e.wholes[i] += o.wholes[i]
		e.spelt[i] += o.spelt[i]
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
	e.known += o.known
	e.places += o.places
	e.depth += o.depth
}

func (d *document) report() Report {
	r := Report{Candidates: d.m.guesses(d.whole)}
	var buffer [maxClasses + 1]float64
	before := d.m.expected(d.whole[:len(r.Candidates)], buffer[:])
	var shares [maxClasses + 1]share
	for i := range d.pieces {
		d.list = d.m.judge(&d.pieces[i].evidence, before, d.list)
		if list := d.list; len(list) > 0 {
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

// expected writes to before, and returns, the logarithm of the probability that a part of a text has of each class, and last the probability of no
// language, by the candidates for the whole.
func (m *Model) expected(candidates []likely, before []float64) []float64 {
	none := len(m.classes)
	before = before[:none+1]
	base := doubt / float64(none)
	unlikely := portable.Log(base) // that of nearly all classes
	for i := range m.classes {
		before[i] = unlikely
	}
	before[none] = doubt / 2
	for _, c := range candidates {
		if p := float64((1 - doubt) * c.probability); c.class == noClass {
			before[none] += p
		} else {
			before[c.class] = portable.Log(base + p)
		}
	}
	return before
}

// classOf returns the class of a guess.
func (m *Model) classOf(g Guess) int {
	if g.Code == NoLanguage {
		return noClass
	}
	return slices.IndexFunc(m.classes, func(c class) bool { return c.code == g.Code && c.iso == g.Script })
}
