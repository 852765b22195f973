package quality

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/copydesk/copydesk/internal/model"
)

// Curve is what a signal adds to the log-odds, by its value: straight between knots, level outside them.
type Curve struct {
	// Knots are values of the signal, in rising order; Adds is what each adds. There is at least one.
	Knots, Adds []float64

	// Undefined is added where the signal has no value.
	Undefined float64
}

// At returns what the curve adds for a value, which is NaN where there is none.
func (c *Curve) At(v float64) float64 {
	last := len(c.Knots) - 1
	switch {
	case math.IsNaN(v):
		return c.Undefined
	case v <= c.Knots[0]:
		return c.Adds[0]
	case v >= c.Knots[last]:
		return c.Adds[last]
	}
	i := 1
	for v > c.Knots[i] {
		i++
	}
	part := (v - c.Knots[i-1]) / (c.Knots[i] - c.Knots[i-1])
	return c.Adds[i-1] + float64(part*(c.Adds[i]-c.Adds[i-1]))
}

// Parts are what a model file is made of.
type Parts struct {
	Intercept float64

	// Curves are those of Inputs, in their order.
	Curves []Curve
}

// Bytes returns the file: the intercept; for each input the length of its name, the name, the number of knots, the knots, what they add and
// what is added without a value. Numbers are 64-bit floating-point ones.
func (p *Parts) Bytes() []byte {
	out := appendNumber(nil, p.Intercept)
	for i, c := range p.Curves {
		name := Inputs[i].Signal
		out = append(append(out, byte(len(name))), name...) //nolint:gosec // names are short
		out = append(out, byte(len(c.Knots)))               //nolint:gosec // a curve has few knots
		for _, list := range [][]float64{c.Knots, c.Adds, {c.Undefined}} {
			for _, f := range list {
				out = appendNumber(out, f)
			}
		}
	}
	return model.Make(model.Section{Name: "curves", Data: out})
}

const numberLen = 8

func appendNumber(out []byte, f float64) []byte {
	return binary.LittleEndian.AppendUint64(out, math.Float64bits(f))
}

// reader reads a section.
type reader struct {
	s      string
	failed bool
}

func (r *reader) text(n int) string {
	if n > len(r.s) {
		r.failed = true
		return ""
	}
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}

func (r *reader) length() int {
	if s := r.text(1); s != "" {
		return int(s[0])
	}
	return 0
}

// number reads a number that is finite.
func (r *reader) number() float64 {
	s := r.text(numberLen)
	if s == "" {
		return 0
	}
	f := math.Float64frombits(binary.LittleEndian.Uint64([]byte(s)))
	r.failed = r.failed || math.IsNaN(f) || math.IsInf(f, 0)
	return f
}

func (r *reader) numbers(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = r.number()
	}
	return list
}

// curve reads the curve of an input.
func (r *reader) curve(in Input) (Curve, error) {
	name := r.text(r.length())
	n := r.length()
	c := Curve{Knots: r.numbers(n), Adds: r.numbers(n), Undefined: r.number()}
	if r.failed || n == 0 || name != in.Signal {
		return c, fmt.Errorf("%w: curve of %s", model.ErrFormat, in.Signal)
	}
	for i := 1; i < n; i++ {
		if c.Knots[i] <= c.Knots[i-1] {
			return c, fmt.Errorf("%w: knots of %s", model.ErrFormat, in.Signal)
		}
	}
	return c, nil
}
