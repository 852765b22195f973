package boilerplate

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Level is how readily lines are dropped.
type Level int

// The levels.
const (
	Balanced Level = iota // beyond reasonable doubt
	Keep                  // none
	Strict                // more likely boilerplate than not
)

// threshold is the confidence from which a line is dropped.
func (l Level) threshold() float32 {
	if l == Strict {
		return .6
	}
	return .9
}

// Run drops boilerplate lines from the text of c, whose lines end in line feeds, and the blank lines that would be left.
// It returns the first MaxDropped lines that it dropped, placed in the chain's source. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, level Level, rules text.RuleSet) ([]text.Dropped, error) {
	return RunWithin(ctx, c, level, rules, nil)
}

// RunWithin is Run for a text whose structure is known: kind returns the kind of the block that a range of the chain's source is in, 0 if it is in
// none. Tables, code, quotations and formulas are kept whole, and items of lists may repeat each other.
func RunWithin(ctx context.Context, c *text.Chain, level Level, rules text.RuleSet, kind func(text.Span) text.BlockKind) ([]text.Dropped, error) {
	if level == Keep {
		return nil, ctx.Err()
	}
	in := c.Text()
	r := runners.Get()
	defer r.free()
	r.in, r.rules, r.threshold, r.pace, r.chain = in, rules, level.threshold(), text.NewPace(ctx), c
	r.output = output{in: in, chain: c, edit: c.Edit()}
	r.judge.rules, r.kind = rules, kind
	for start := 0; start < len(in); {
		end := start + lineLen(in[start:])
		if err := r.line(text.Trim(in, text.Span{Start: start, End: end})); err != nil {
			return nil, err
		}
		if err := r.pace.Step(end + 1 - start); err != nil {
			return nil, err
		}
		start = end + 1
	}
	r.settle("")
	r.output.end()
	_, err := c.Apply(r.pace)
	return r.output.dropped, err
}

func lineLen(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}
