package dclm

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// editsOf returns the edits of modifiers first to last of the table, one after the other; rule is put before their names.
// It stops where one leaves nothing.
func editsOf(t *pytext.Text, first, last int, rule string) []profile.Edit {
	separator := modifiers[first-1].separator
	if separator == "" {
		separator = "\n"
	}
	p := newPage(t, separator)
	defer p.release()
	for step := first; step <= last; step++ {
		modifiers[step-1].apply(p, int8(step)) //nolint:gosec // there are fifteen
		if p.nothing() {
			break
		}
	}
	return p.edits(rule)
}

// edits returns what was taken out, in order and apart; what one modifier took out in one stretch is one edit.
func (p *page) edits(rule string) []profile.Edit {
	var cuts []cutting
	before, lastLeft := 0, p.lastLeft()
	for i, l := range p.lines {
		if l.gone != 0 {
			cuts = appendCut(cuts, cutting{p.around(i, before, lastLeft), l.gone})
			continue
		}
		before++
		if l.splice > 0 {
			c := &p.spliced[l.splice-1]
			slices.SortFunc(c.cuts, func(a, b cutting) int { return cmp.Compare(a.span.Start, b.span.Start) })
			for _, cut := range c.cuts {
				cuts = appendCut(cuts, cut)
			}
		}
	}
	edits := make([]profile.Edit, len(cuts))
	for i, c := range cuts {
		edits[i] = profile.Edit{Rule: rule + modifiers[c.step-1].name, Span: c.span}
	}
	return edits
}

// appendCut appends c, or lengthens the last one if it goes on there for the same reason.
func appendCut(cuts []cutting, c cutting) []cutting {
	if c.span.Len() == 0 {
		return cuts
	}
	if last := len(cuts) - 1; last >= 0 && cuts[last].step == c.step && cuts[last].span.End == c.span.Start {
		cuts[last].span.End = c.span.End
		return cuts
	}
	return append(cuts, c)
}

// lastLeft returns the last line that is left, -1 if there is none.
func (p *page) lastLeft() int {
	for i, l := range slices.Backward(p.lines) {
		if l.gone == 0 {
			return i
		}
	}
	return -1
}

// around returns what goes with line i, before which so many lines are left: the separator behind it, or before it if no
// line is left behind it.
func (p *page) around(i, before, lastLeft int) text.Span {
	s := p.whole(i)
	if i > lastLeft && before > 0 {
		s.Start -= len(p.separator)
	} else if i < len(p.lines)-1 {
		s.End += len(p.separator)
	}
	return s
}
