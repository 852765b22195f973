package lines

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

// thresholds are the confidences from which a line is dropped.
var thresholds = map[Level]float32{Balanced: .9, Strict: .6}

// Run drops boilerplate lines from the text of c, whose lines end in line feeds, and the blank lines they leave behind.
// It returns what it dropped, placed in the chain's source. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, level Level, rules text.RuleSet) ([]text.Dropped, error) {
	if level == Keep {
		return nil, ctx.Err()
	}
	in := c.Text()
	r := runner{in: in, rules: rules, threshold: thresholds[level], chain: c, edit: c.Edit(), seen: map[string]bool{}}
	pace := text.NewPace(ctx)
	for start := 0; start < len(in); {
		end := start + lineLen(in[start:])
		r.line(text.Trim(in, text.Span{Start: start, End: end}))
		if err := pace.Step(end - start); err != nil {
			return nil, err
		}
		start = end + 1
	}
	r.close()
	c.Apply()
	return r.dropped, nil
}

func lineLen(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// runner is the state of one Run. What stands between two kept lines is written when the second is met: the
// widest gap of those that the dropped lines stood between.
type runner struct {
	in        string
	rules     text.RuleSet
	threshold float32
	chain     *text.Chain
	edit      *text.Editor
	dropped   []text.Dropped
	seen      map[string]bool // paragraphs that stood before

	keptEnd int         // end of the last kept line
	any     bool        // a line was kept
	why     text.Change // why lines since keptEnd were dropped; no rule: none was
}

// line decides about one line, trimmed; empty lines belong to the gaps.
func (r *runner) line(s text.Span) {
	if s.Empty() {
		return
	}
	v := r.judge(s.Of(r.in))
	if v.Rule != "" && r.rules.On(v.Rule) && v.Confidence >= r.threshold {
		r.drop(s, v.Rule)
		r.why = v
		return
	}
	r.keep(s)
	if cut, v := suffix(s.Of(r.in)); v.Rule != "" && r.rules.On(v.Rule) && v.Confidence >= r.threshold {
		r.cutSuffix(s, s.Start+cut, v)
	}
}

// drop keeps account of what is dropped.
func (r *runner) drop(s text.Span, rule text.Rule) {
	r.dropped = append(r.dropped, text.Dropped{Source: r.chain.ToSource(s), Text: strings.Clone(s.Of(r.in)), Rule: rule})
}

// keep keeps a line and joins it to the one kept before, if lines between them were dropped.
func (r *runner) keep(s text.Span) {
	if r.why.Rule != "" {
		lineStart := s.Start
		if r.any { // indentation of the line stays
			lineStart = r.keptEnd + strings.LastIndexByte(r.in[r.keptEnd:s.Start], '\n') + 1
		}
		gap := ""
		if r.any {
			gap = r.gap(text.Span{Start: r.keptEnd, End: s.Start})
		}
		r.edit.Replace(text.Span{Start: r.keptEnd, End: lineStart}, gap, r.why)
	}
	r.keptEnd, r.any, r.why = s.End, true, text.Change{}
}

// gap is what parts two kept lines between which lines were dropped.
func (r *runner) gap(between text.Span) string {
	if strings.Contains(between.Of(r.in), "\n\n") {
		return "\n\n"
	}
	return "\n"
}

// cutSuffix drops the end of a kept line from offset at on.
func (r *runner) cutSuffix(s text.Span, at int, why text.Change) {
	r.drop(text.Span{Start: at, End: s.End}, why.Rule)
	cut := text.Trim(r.in, text.Span{Start: s.Start, End: at}).End
	r.edit.Drop(text.Span{Start: cut, End: s.End}, why)
	r.keptEnd = s.End
}

// close drops what is left behind the last kept line.
func (r *runner) close() {
	if r.why.Rule != "" {
		r.edit.Drop(text.Span{Start: r.keptEnd, End: len(r.in)}, r.why)
	}
}
