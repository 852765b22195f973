package text

import "context"

// paceStep is how many bytes are worked on between two looks at the deadline: some 100 µs of work, so
// that a cancelled request stops soon and looking costs nothing.
const paceStep = 16 << 10

// Pace lets a long loop notice that its context has ended.
type Pace struct {
	ctx  context.Context //nolint:containedctx // a Pace lives no longer than the loop it is passed to
	left int
}

// NewPace returns a pace that checks ctx.
func NewPace(ctx context.Context) *Pace { return &Pace{ctx: ctx, left: paceStep} }

// Step counts n bytes of work. Every 16 KiB it returns ctx.Err(), which is nil while work should go on.
func (p *Pace) Step(n int) error {
	if p.left -= n; p.left > 0 {
		return nil
	}
	p.left = paceStep
	return p.ctx.Err()
}
