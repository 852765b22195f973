package dclm

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/score/measure"
	"github.com/copydesk/copydesk/internal/score/reference"
	"github.com/copydesk/copydesk/internal/text"
)

// editsOf returns the edits of modifiers first to last of the table, one after the other; rule is put before their names.
// It stops where one leaves nothing.
func editsOf(t *measure.Text, first, last int, rule string) []reference.Edit {
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

// edits returns what was taken out, in order and apart.
func (p *page) edits(rule string) (edits []reference.Edit) {
	before, lastLeft := 0, p.lastLeft()
	for i, l := range p.lines {
		switch {
		case l.gone != 0:
			edits = append(edits, edit(p.around(i, before, lastLeft), l.gone, rule))
		case l.splice > 0:
			before++
			edits = append(edits, p.spliced[l.splice-1].edits(rule)...)
		default:
			before++
		}
	}
	return slices.DeleteFunc(edits, func(e reference.Edit) bool { return e.Span.Len() == 0 })
}

// lastLeft returns the last line that is left, -1 if there is none.
func (p *page) lastLeft() int {
	for i := len(p.lines) - 1; i >= 0; i-- {
		if p.lines[i].gone == 0 {
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

func (c *splice) edits(rule string) []reference.Edit {
	slices.SortFunc(c.cuts, func(a, b cutting) int { return cmp.Compare(a.span.Start, b.span.Start) })
	edits := make([]reference.Edit, 0, len(c.cuts))
	for _, cut := range c.cuts {
		edits = append(edits, edit(cut.span, cut.step, rule))
	}
	return edits
}

func edit(s text.Span, step int8, rule string) reference.Edit {
	return reference.Edit{Rule: rule + modifiers[step-1].name, Span: s}
}
