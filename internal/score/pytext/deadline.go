package pytext

import (
	"context"
	"iter"
)

// tickStep is how many bytes or tokens are worked on between two looks at the context: a fraction of a millisecond of work, so
// that looking costs nothing.
const tickStep = 1 << 12

// deadline is a context and the work left until it is looked at again.
type deadline struct {
	ctx  context.Context //nolint:containedctx // it lives no longer than the Text whose work it bounds
	left int
}

// abandoned is the panic value with which Tick leaves a measurement.
type abandoned struct{ cause error }

// Tick counts n bytes or tokens of work. If the context of NewContext has ended it abandons the measurement by a panic, which
// Recover turns into the context's error: measurements are deep loops, and none has anything to clean up. Every loop over a
// text that does more than search for a byte calls it.
func (d *deadline) Tick(n int) {
	if d.left -= n; d.left < 0 {
		d.look()
	}
}

// Context returns the context of NewContext, for work that looks at it by itself.
func (d *deadline) Context() context.Context { return d.ctx }

func (d *deadline) look() {
	d.left = tickStep
	if err := d.ctx.Err(); err != nil {
		panic(abandoned{err})
	}
}

// Chars yields the characters of a piece of the text, which may be one word of the text's size.
func (d *deadline) Chars(s string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, r := range s {
			d.Tick(4)
			if !yield(r) {
				return
			}
		}
	}
}

// Recover is deferred by the caller of NewContext. If a measurement was abandoned it sets *err to the context's error; any
// other panic goes on.
func Recover(err *error) {
	switch cause := recover().(type) {
	case nil:
	case abandoned:
		*err = cause.cause
	default:
		panic(cause)
	}
}
