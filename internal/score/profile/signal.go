package profile

import (
	"math"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Signal defines one measured value.
type Signal struct {
	// Name is the reference's own name for it, behind the reference's and a full stop: "nemo.word_count".
	Name string

	// Description says how it is computed, exactly.
	Description string

	// Unit is what the value counts: "words", "characters", "ratio", …
	Unit string
}

// Undefined is the value of a signal that has none for a text, as a mean over no words.
var Undefined = math.NaN()

// Group is a set of signals that are measured together, because one costs little once another is known.
type Group struct {
	// Signals are the definitions.
	Signals []Signal

	// Measure writes the value of each signal to v, which is as long as Signals and holds Undefined.
	Measure func(t *pytext.Text, v []float64)

	// Places returns the places that brought about the value of signal i, the first most of them, in order. It is asked only
	// where a rule fails. Nil, or a nil result, where a value has no place, as the number of words.
	Places func(t *pytext.Text, i, most int) []text.Span
}

// Ratio returns n/of, Undefined if of is 0.
func Ratio(n, of int) float64 {
	if of == 0 {
		return Undefined
	}
	return float64(n) / float64(of)
}
