package dclm

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// editsOf returns the edits of modifiers first to last of the table, one after the other. It stops where one leaves nothing.
func editsOf(t *pytext.Text, first, last int) *profile.Edits {
	separator := modifiers[first-1].separator
	if separator == "" {
		separator = "\n"
	}
	p := newPage(t, separator)
	for step := first; step <= last; step++ {
		modifiers[step-1].apply(p, step)
		if p.nothing() {
			break
		}
	}
	edits := p.edits()
	p.release()
	return edits
}

// editRules returns the ids of the reasons for edits: the names of the modifiers.
func editRules(prefix string) []string {
	ids := make([]string, len(modifiers))
	for i, m := range modifiers {
		ids[i] = prefix + m.name
	}
	return ids
}

// edits returns what was taken out; what one modifier took out in one stretch is one edit.
func (p *page) edits() *profile.Edits {
	edits := new(profile.Edits)
	before, lastLeft := 0, p.lastLeft()
	for i := range p.lines {
		p.t.Tick(4)
		if step := p.gone(i); step != 0 {
			edits.Drop(p.around(i, before, lastLeft), step-1)
			continue
		}
		before++
		if c := p.splice(i); c != nil {
			slices.SortFunc(c.cuts, func(a, b cutting) int { return cmp.Compare(a.start, b.start) })
			for _, cut := range c.cuts {
				edits.Drop(text.Span{Start: int(cut.start), End: int(cut.end)}, int(cut.step)-1)
			}
		}
	}
	return edits
}

// lastLeft returns the last line that is left, -1 if there is none.
func (p *page) lastLeft() int {
	for i := range slices.Backward(p.lines) {
		if p.gone(i) == 0 {
			return i
		}
	}
	return -1
}

// around returns what goes with line i, before which so many lines are left: the separator after it, or before it if no line
// after it is left.
func (p *page) around(i, before, lastLeft int) text.Span {
	s := p.whole(i)
	if i > lastLeft && before > 0 {
		s.Start -= len(p.separator)
	} else if i < len(p.lines)-1 {
		s.End += len(p.separator)
	}
	return s
}
