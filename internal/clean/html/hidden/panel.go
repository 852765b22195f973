package hidden

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// panels knows what opens the panels of a page: tabs, accordions, "read more".
type panels struct {
	controlled map[string]bool // ids that a control names
	tabs       bool            // the page has tabs
	siblings   []int32         // by element: the one before it in its parent, 0 if it is the first
}

// maxID is the greatest length in bytes of an id that is looked at, maxIDs how many.
const (
	maxID  = 100
	maxIDs = 1 << 14
)

// find looks for the controls of a page.
func (p *panels) find(t *dom.Tree, stop func(int) bool) {
	p.controlled = map[string]bool{}
	p.siblings = make([]int32, len(t.Nodes))
	last := make([]int32, len(t.Nodes))
	for i := 1; i < len(t.Nodes) && !stop(16); i++ {
		n := &t.Nodes[i]
		p.siblings[i], last[n.Parent] = last[n.Parent], int32(i)
		if n.In&dom.Skip != 0 {
			continue
		}
		for _, key := range [...]dom.Key{dom.AriaControls, dom.DataTarget, dom.DataBSTarget, dom.Href} {
			v := t.Raw(int32(i), key)
			if v == "" || len(v) > maxID {
				continue
			}
			if key == dom.Href && (n.Tag != atom.A || v[0] != '#') {
				continue
			}
			if len(p.controlled) < maxIDs && n.EndText > n.FirstText {
				p.controlled[strings.TrimPrefix(v, "#")] = true
			}
		}
		p.tabs = p.tabs || strings.EqualFold(t.Raw(int32(i), dom.Role), "tab")
	}
}

// opens reports whether element i is closed only until a reader opens it by what is visible.
func (f *finder) opens(i int32) bool {
	p, t := &f.panels, f.t
	if id := t.Raw(i, dom.ID); id != "" && p.controlled[id] {
		return true
	}
	if p.tabs && strings.EqualFold(t.Raw(i, dom.Role), "tabpanel") {
		return true
	}
	before := p.siblings[i]
	if before == 0 {
		return false
	}
	if t.Nodes[before].Tag == atom.Input && p.siblings[before] != 0 {
		before = p.siblings[before]
	}
	return f.states[before].part() == 0 && isControl(t, before)
}

// isControl reports whether an element, or one of the first inside it, is something to press.
func isControl(t *dom.Tree, i int32) bool {
	n := &t.Nodes[i]
	if n.EndText == n.FirstText || n.EndText > n.FirstText+4 {
		return false
	}
	for k := i; k < min(n.End, i+6); k++ {
		switch t.Nodes[k].Tag { //nolint:exhaustive // others are not pressed
		case atom.Button, atom.Summary, atom.Label:
			return true
		}
		if _, ok := t.Attr(k, dom.AriaExpanded); ok {
			return true
		}
		if role := t.Raw(k, dom.Role); strings.EqualFold(role, "button") || strings.EqualFold(role, "tab") {
			return true
		}
		for one := range strings.FieldsSeq(t.Raw(k, dom.Class)[:min(len(t.Raw(k, dom.Class)), maxID)]) {
			if isControlName(strings.ToLower(one)) {
				return true
			}
		}
	}
	return false
}

// isControlName reports whether a class names what opens a panel.
func isControlName(class string) bool {
	for _, name := range [...]string{"accordion", "toggle", "collaps", "expand", "tab-title", "tab-link", "trigger", "question", "spoiler", "panel-heading", "panel-title"} {
		if strings.Contains(class, name) {
			return true
		}
	}
	return false
}
