package profile

import (
	"math"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Signal defines one measured value.
type Signal struct {
	// Name is the reference's name, a full stop and the reference's own name for the signal: "nemo.word_count".
	Name string

	// Description says how it is computed, exactly.
	Description string

	// Unit is what the value counts: "words", "characters", "ratio", …
	Unit string

	// Named says that the signal is listed only where its name was asked for: it is one of very many of a kind, or costs much.
	Named bool
}

// Undefined is the value of a signal that has none for a text, such as a mean over no words.
var Undefined = math.NaN()

// Group is a set of signals that are measured together, because most of them cost little once one is known.
type Group struct {
	// Signals are the definitions.
	Signals []Signal

	// Measure writes the value of each signal to v, which is as long as Signals and holds Undefined.
	Measure func(t *pytext.Text, v []float64)

	// Find adds the places that account for the value of signal i to p, in order. It is called after Measure, for rules that fail
	// and for signals whose places were asked for. Nil for a group of signals without places; signals such as a number of
	// words have none either.
	Find func(t *pytext.Text, i int, p *Places)
}

// Places returns the first places that account for the value of signal i, up to a number of them.
func (g Group) Places(t *pytext.Text, i, most int) Places {
	p := Places{Most: most}
	if g.Find != nil {
		g.Find(t, i, &p)
	}
	return p
}

// Places collects the first places of something in a text.
type Places struct {
	// Spans are in order.
	Spans []text.Span

	// Most is how many spans are kept, and Omitted how many more there were.
	Most, Omitted int
}

// Add adds a place.
func (p *Places) Add(s text.Span) {
	if len(p.Spans) < p.Most {
		p.Spans = append(p.Spans, s)
	} else {
		p.Omitted++
	}
}

// AddStretches adds stretches of tokens; cover returns where n tokens from number at on are.
func (p *Places) AddStretches(s pytext.Stretches, cover func(at, n int) text.Span) {
	for _, r := range s.List {
		p.Add(cover(int(r[0]), int(r[1]-r[0])))
	}
	p.Omitted += s.Count - len(s.List)
}

// Ratio returns n/of, Undefined if of is 0.
func Ratio(n, of int) float64 {
	if of == 0 {
		return Undefined
	}
	return float64(n) / float64(of)
}
