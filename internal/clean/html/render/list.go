package render

import (
	"cmp"
	"strconv"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// inheritList makes the record of a list. One right inside another, without an item between, is nested in it as if there were one.
func (w *writer) inheritList(i int32, n *dom.Node, p *ancestry) {
	p.counter = -1
	if n.Tag == atom.Ol {
		p.counter, p.down = w.countFrom(i)
	}
	if parent := w.t.Nodes[n.Parent].Tag; parent == atom.Ul || parent == atom.Ol {
		p.depth = min(p.depth+1, 99)
		p.list = cmp.Or(p.list, n.Parent)
	}
}

// inheritItem makes the record of an item of a list, or of a term. A list within the cells or parts of an item belongs to it
// all the same. What describes a term (dd) is nested in it.
func (w *writer) inheritItem(i int32, n *dom.Node, p *ancestry) {
	if n.Tag == atom.Li && w.holds[i]&own == 0 {
		return
	}
	above := w.ancestry(n.Parent)
	p.item, p.number = i, 0
	p.depth = min(above.depth+1, 99)
	if n.Tag == atom.Dd {
		p.depth = min(p.depth+1, 99)
	}
	if above.item == 0 && above.list == 0 {
		p.list = n.Parent
		if w.t.Nodes[n.Parent].Tag == atom.Div {
			p.list = w.t.Nodes[n.Parent].Parent
		}
	}
	if w.t.Nodes[n.Parent].Tag == atom.Ol && above.counter >= 0 {
		w.count(i, above)
		p.number = above.counter
	}
}

// count makes the counter of a list the number of its item i.
func (w *writer) count(i int32, list *ancestry) {
	step := int32(1)
	if list.down {
		step = -1
	}
	list.counter = max(list.counter+step, 0)
	if v, err := strconv.ParseInt(w.t.Value(i, dom.Value), 10, 32); err == nil && 0 < v && v < 1<<30 {
		list.counter = int32(v)
	}
}

// countFrom returns the number before that of the first item of a list, and whether its items count down.
func (w *writer) countFrom(i int32) (before int32, down bool) {
	_, down = w.t.Attr(i, dom.Reversed)
	v, err := strconv.ParseInt(w.t.Value(i, dom.Start), 10, 32)
	switch given := err == nil && 0 <= v && v < 1<<30; {
	case given && down:
		return int32(v) + 1, true
	case given:
		return max(int32(v)-1, 0), false
	case down:
		return w.countItems(i) + 1, true
	default:
		return 0, false
	}
}

// countItems returns the number of items of a list.
func (w *writer) countItems(list int32) (n int32) {
	for i := list + 1; i < w.t.Nodes[list].End && !w.stop(8); i = w.t.Nodes[i].End {
		if w.t.Nodes[i].Tag == atom.Li {
			n++
		}
	}
	return n
}
