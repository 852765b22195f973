package clean

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// maxTurns bounds how often stages run on one document. They end by themselves, for real texts in the second round:
// boilerplate only takes text away and reflow only takes breaks away. The bound keeps the time linear in the text when
// a text was made to need a round for every line.
const maxTurns = 24

// edit runs stages on d in turn until none finds anything left to do, so that cleaning clean text changes nothing: a
// paragraph that was rejoined can turn out to be a line to drop. Each stage leaves its own result as it is, and so the
// work is done when the turn comes back to the stage that last changed something.
func edit(ctx context.Context, d *text.Document, stages ...stage) error {
	c := text.NewChain(d.Clean)
	var dropped []text.Dropped
	changed := 0 // the stage that last changed something
	for n := range maxTurns {
		turn := n % len(stages)
		if n > 0 && turn == changed {
			break
		}
		before := c.Steps()
		lines, err := stages[turn](ctx, c)
		if err != nil {
			c.Close()
			return err
		}
		if dropped = append(dropped, lines...); len(dropped) == len(lines) {
			dropped = lines // most often one stage drops all there is: its own slice saves a copy
		}
		if c.Steps() != before {
			changed = turn
		}
	}
	return finish(text.NewPace(ctx), d, c, dropped)
}

// finish makes the text of c that of d, and moves along what has a place in it. Blocks, links and inlines of which
// nothing is left are removed.
// The error is that of pace.
func finish(pace *text.Pace, d *text.Document, c *text.Chain, dropped []text.Dropped) (err error) {
	clean, step := c.Done()
	for i := range dropped {
		dropped[i].Source = d.ToSource(dropped[i].Source)
	}
	d.Dropped = dropped
	if clean == d.Clean {
		return nil
	}
	d.Clean = clean
	if d.Provenance, err = d.Provenance.Compose(pace, step); err != nil {
		return err
	}
	move := func(s text.Span, after int) text.Span {
		s = step.ToClean(s)
		if s.Start = max(s.Start, after); s.Empty() {
			return s
		}
		return text.Trim(clean, s)
	}
	d.Blocks = moved(d.Blocks, func(b *text.Block) *text.Span { return &b.Span }, move)
	d.Anchors = moved(d.Anchors, func(a *text.Anchor) *text.Span { return &a.Span }, move)
	d.Inlines = moved(d.Inlines, func(x *text.Inline) *text.Span { return &x.Span }, move)
	for i, x := range d.Images {
		d.Images[i].At = step.ToClean(text.Span{Start: x.At, End: x.At}).Start
	}
	return nil
}

// moved moves the span of each of all, and returns those whose span is not empty after that. No span begins before the one
// before it ends, even where one segment of the account covers edits in both.
func moved[T any](all []T, spanOf func(*T) *text.Span, move func(s text.Span, after int) text.Span) []T {
	left, end := all[:0], 0
	for _, x := range all {
		s := spanOf(&x)
		if *s = move(*s, end); !s.Empty() {
			left = append(left, x)
			end = s.End
		}
	}
	return left
}
