package language

import (
	"cmp"
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/portable"
)

// document gathers the evidence of the pieces of a text.
type document struct {
	m      *Model
	all    evidence
	pieces []piece
	list   []likely // memory for judge
}

// piece is a part of a text with its evidence.
type piece struct {
	evidence

	start, end int // in the text
}

func (d *document) read(s string, start, end int) {
	d.pieces = append(d.pieces, piece{start: start, end: end})
	e := &d.pieces[len(d.pieces)-1].evidence
	d.m.read(s[start:end], e)
	d.all.include(e)
}

// decided is the probability of a language from which no more of a text is read.
const decided = .97

// isDecided reports whether it is clear which language the text as a whole is in.
func (d *document) isDecided() bool {
	list := d.m.judge(&d.all, nil, d.list)
	return len(list) == 0 || list[0].probability >= decided
}

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
	r := Report{Candidates: d.m.guesses(d.m.judge(&d.all, nil, d.list))}
	before := d.m.expected(r.Candidates)
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

// expected returns the logarithm of the probability that a part of a text has of each class, and last the probability of no language, by the
// candidates for the whole.
func (m *Model) expected(candidates []Guess) []float64 {
	none := len(m.classes)
	before := make([]float64, none+1)
	base := doubt / float64(none)
	unlikely := portable.Log(base) // that of nearly all classes
	for i := range m.classes {
		before[i] = unlikely
	}
	before[none] = doubt / 2
	for _, g := range candidates {
		if g.Code == NoLanguage {
			before[none] += float64((1 - doubt) * g.Probability)
			continue
		}
		at := slices.IndexFunc(m.classes, func(c class) bool { return c.code == g.Code && c.iso == g.Script })
		before[at] = portable.Log(base + float64((1-doubt)*g.Probability))
	}
	return before
}
