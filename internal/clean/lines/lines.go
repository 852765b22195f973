package lines

import (
	"context"
	"strings"
	"sync"

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

// Run drops boilerplate lines from the text of c, whose lines end in line feeds, and the blank lines they leave behind.
// It returns what it dropped, placed in the chain's source. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, level Level, rules text.RuleSet) ([]text.Dropped, error) {
	if level == Keep {
		return nil, ctx.Err()
	}
	in := c.Text()
	r := runners.Get().(*runner) //nolint:forcetypeassert // the pool holds nothing else
	defer r.free()
	r.in, r.rules, r.threshold, r.chain, r.edit = in, rules, level.threshold(), c, c.Edit()
	r.judge.rules = rules
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

// runners keeps buffers between texts.
var runners = sync.Pool{New: func() any { return &runner{seen: map[string]struct{}{}} }}

// maxPooled is the number of paragraphs up to which the room for them is kept: one large text would hold memory for
// good, and make each later one clear it.
const maxPooled = 1 << 10

// free gives back the buffers and lets go of the text.
func (r *runner) free() {
	seen := r.seen
	if len(seen) > maxPooled {
		seen = map[string]struct{}{}
	}
	clear(seen)
	*r = runner{judge: r.judge.emptied(), seen: seen}
	runners.Put(r)
}

// runner is the state of one Run. What stands between two kept lines is written when the second is met: the
// widest gap of those that the dropped lines stood between.
type runner struct {
	in        string
	rules     text.RuleSet
	threshold float32
	chain     *text.Chain
	edit      *text.Editor
	judge     judge
	dropped   []text.Dropped
	seen      map[string]struct{} // paragraphs that stood before

	keptEnd int         // end of the last kept line
	any     bool        // a line was kept
	why     text.Change // why lines since keptEnd were dropped; no rule: none was
}

// line decides about one line, trimmed; empty lines belong to the gaps. What is left of a line whose suffix was cut is
// judged again, so that a second run finds nothing more to do.
func (r *runner) line(s text.Span) {
	end := s.End
	var cut text.Change
	for !s.Empty() {
		line := s.Of(r.in)
		if v := r.whole(line); r.acts(v) {
			r.drop(text.Span{Start: s.Start, End: end}, v)
			return
		}
		at, v := r.suffix(line)
		if at == 0 || !r.rules.On(v.Rule) {
			break
		}
		s.End, cut = text.Trim(r.in, text.Span{Start: s.Start, End: s.Start + at}).End, v
	}
	if s.Empty() {
		return
	}
	r.keep(s)
	if cut.Rule != "" {
		r.cutSuffix(text.Span{Start: s.End, End: end}, cut)
	}
	if r.rules.On(Duplicate) && s.Len() >= minDuplicate {
		r.seen[s.Of(r.in)] = struct{}{}
	}
}

// acts reports whether v is sure enough to act on.
func (r *runner) acts(v text.Change) bool {
	return v.Rule != "" && v.Confidence >= r.threshold && r.rules.On(v.Rule)
}

// whole says which rule a whole line falls under and how sure that is; no rule if it is the text's own.
func (r *runner) whole(line string) text.Change {
	switch {
	case len(line) >= minDuplicate && r.isDuplicate(line):
		return text.Change{Rule: Duplicate, Confidence: .97}
	case len(line) > maxLine:
		return text.Change{}
	case isHash(line):
		return text.Change{Rule: Hash, Confidence: .99}
	case isCue(line):
		return text.Change{Rule: Separator, Confidence: .9}
	}
	r.judge.read(line)
	if len(r.judge.words) == 0 && isSeparator(line) {
		return text.Change{Rule: Separator, Confidence: .95}
	}
	return r.judge.verdict()
}

// minDuplicate is the length in bytes from which a repeated paragraph is taken for a slip: shorter ones are
// refrains, answers in dialogues, headings and table cells.
const minDuplicate = 80

func (r *runner) isDuplicate(line string) bool {
	_, ok := r.seen[line]
	return ok
}

// suffix finds where boilerplate begins that is glued to the end of a line; 0: nowhere.
func (r *runner) suffix(line string) (int, text.Change) {
	offset := 0
	if len(line) > maxLine {
		offset = len(line) - maxTail
		if i := strings.IndexByte(line[offset:], ' '); i >= 0 {
			offset += i
		}
		r.judge.read(line[offset:])
	}
	if at := strings.LastIndexByte(line, ' '); at > 0 && isHash(line[at+1:]) && kinds[line[at-1]] != letter && line[at-1] != ':' {
		return at, text.Change{Rule: Hash, Confidence: .97}
	}
	first, v := r.judge.suffix()
	if first == 0 {
		return 0, v
	}
	return len(strings.TrimRight(line[:offset+r.judge.begins(first)], " (")), v
}

// drop drops a line and keeps account of it.
func (r *runner) drop(s text.Span, why text.Change) {
	r.note(s, why.Rule)
	r.why = why
}

func (r *runner) note(s text.Span, rule text.Rule) {
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

// cutSuffix drops s, the end of a kept line.
func (r *runner) cutSuffix(s text.Span, why text.Change) {
	r.note(text.Trim(r.in, s), why.Rule)
	r.edit.Drop(s, why)
	r.keptEnd = s.End
}

// close drops what is left behind the last kept line.
func (r *runner) close() {
	if r.why.Rule != "" {
		r.edit.Drop(text.Span{Start: r.keptEnd, End: len(r.in)}, r.why)
	}
}
