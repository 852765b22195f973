package render

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// place is what an element stands in, itself included: elements, 0 where there is none.
type place struct {
	item    int32 // of a list
	list    int32 // the outermost list
	table   int32 // of data
	cell    int32
	pre     int32 // the outermost preformatted
	code    int32 // within a line
	quote   int32
	link    int32
	heading int32
	caption int32
	math    int32 // what holds all forms of a formula

	number int32 // of an item, in its list; of a list, that of the last item
	depth  uint16
	quotes uint16
	drop   bool // line numbers, second forms of formulas
}

// maxHeading is the length in bytes of the longest heading: one left open holds the rest of the page.
const maxHeading = 2000

// place finds out where element i stands, once that is known of all before it.
func (w *writer) place(i int32) {
	t := w.t
	n := &t.Nodes[i]
	p := &w.places[i]
	*p = w.places[n.Parent]
	switch n.Tag {
	case atom.Ol:
		p.number = startOf(t, i)
	case atom.Ul, atom.Menu, atom.Dl:
		p.number = -1
	case atom.Li, atom.Dt, atom.Dd:
		w.placeItem(i, n, p)
	case atom.Table:
		p.table, p.cell = 0, 0
		if w.holds[i]&own != 0 {
			p.table = i
		}
		if p.pre == 0 && w.holds[i]&gutter != 0 && w.holds[i]&code != 0 {
			p.pre, p.table = i, 0
		}
	case atom.Td, atom.Th:
		p.cell = i
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		if p.pre == 0 {
			p.pre = i
		}
	case atom.Code, atom.Kbd, atom.Samp:
		if p.code == 0 && p.pre == 0 {
			p.code = i
		}
	case atom.Blockquote:
		p.quote, p.quotes = i, min(p.quotes+1, 99)
	case atom.Figcaption, atom.Caption:
		p.caption, p.table = i, 0
	case atom.A:
		if n.In&dom.Link != 0 {
			p.link = i
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if n.EndTag-n.Close <= maxHeading {
			p.heading = i
		}
	default:
	}
	w.placeNamed(i, n, p)
}

// placeItem places an item of a list, or a term. A list within the cells or parts of an item belongs to it all the same.
func (w *writer) placeItem(i int32, n *dom.Node, p *place) {
	if n.Tag == atom.Li && w.holds[i]&own == 0 {
		return
	}
	above := &w.places[n.Parent]
	p.item = i
	p.depth = min(above.depth+1, 99)
	if above.item == 0 {
		p.list = n.Parent
		if w.t.Nodes[n.Parent].Tag == atom.Div {
			p.list = w.t.Nodes[n.Parent].Parent
		}
	}
	if w.t.Nodes[n.Parent].Tag == atom.Ol && above.number >= 0 {
		if v, err := strconv.ParseInt(w.t.Value(i, dom.Value), 10, 32); err == nil && v > 0 {
			above.number = int32(v) - 1
		}
		above.number++
		p.number = above.number
		return
	}
	p.number = 0
}

// startOf returns the number before that of the first item of a list.
func startOf(t *dom.Tree, i int32) int32 {
	if v, err := strconv.ParseInt(t.Value(i, dom.Start), 10, 32); err == nil && 0 <= v && v < 1<<30 {
		return max(int32(v)-1, 0)
	}
	return 0
}

// placeNamed places an element by its class.
func (w *writer) placeNamed(i int32, n *dom.Node, p *place) {
	if w.holds[i]&(own|gutter) == own|gutter && n.Tag != atom.Table {
		p.drop = true
	}
	if p.math == 0 && n.Tag == atom.Math {
		p.math = i
	}
	class := w.t.Raw(i, dom.Class)
	if p.math == 0 && w.holds[i]&mathml != 0 && (hasWord(class, isFormulaName) || n.Tag == dom.Unknown && w.isNamed(n, "mjx-container")) {
		p.math = i
	}
	switch {
	case class == "":
	case w.texts && hasWord(class, isMathJaxName):
		p.drop = true
	case p.caption == 0 && n.Block == i && hasWord(class, isCaptionName):
		p.caption, p.table = i, 0
	}
}

// isNamed reports whether the name of an element, which HTML need not know, begins so.
func (w *writer) isNamed(n *dom.Node, name string) bool {
	start := w.t.Page[n.Open+1 : n.Close]
	return len(start) >= len(name) && strings.EqualFold(start[:len(name)], name)
}
