package render

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// holding is what an element has inside, as bits that elements pass on to their parents.
type holding uint32

const (
	parts      holding = 1 << iota // sections: no item of a list and no cell of a table has any
	titles                         // headings: no item has any, and no cell has one beside other text
	tables                         // a table
	paragraph                      // a paragraph
	paragraphs                     // two of them
	cell                           // a cell
	cells                          // two of them in a row
	row                            // a row with two cells
	rows                           // two of them
	heads                          // a cell that names a row or column
	long                           // a text too long for a cell, or one with empty lines inside
	wordy                          // other characters than those of line numbers
	gutter                         // an element of line numbers
	code                           // code or preformatted text
	mathml                         // MathML

	begun // an item, formula or link of which something was written
	own   // not passed on: the element itself is what it is asked for (an item; a table of data; a gutter)
)

// twice are the pairs of bits for one and for two of a kind.
var twice = [...][2]holding{{paragraph, paragraphs}, {row, rows}, {cell, cells}}

// add records that an element has something inside.
func (h *holding) add(inside holding) {
	for _, t := range twice {
		if *h&inside&t[0] != 0 {
			*h |= t[1]
		}
	}
	*h |= inside &^ (own | begun)
}

// longCell is the length in bytes of the longest text of a cell of a table of data.
const longCell = 1000

// isPart reports whether no item of a list and no cell of a table of data has such an element inside.
func isPart(tag dom.Tag) bool {
	switch tag {
	case atom.Article, atom.Section, atom.Header, atom.Footer, atom.Main, atom.Form:
		return true
	default:
		return false
	}
}

// survey finds out what elements have inside, from the last to the first.
func (w *writer) survey() {
	t := w.t
	w.holds = grown(w.holds, len(t.Nodes))
	for i := range t.Texts {
		if w.weigh(&t.Texts[i]); w.stop(8) {
			return
		}
	}
	for i := len(t.Nodes) - 1; i > 0 && !w.stop(32); i-- {
		n := &t.Nodes[i]
		w.holds[n.Parent].add(w.hold(int32(i), n)) //nolint:gosec // an index of Nodes, of which there are fewer than bytes
	}
	w.texts = hasTeX(t)
}

// weigh records what a text in a table or in code means for the element around it.
func (w *writer) weigh(x *dom.Text) {
	in := w.t.Nodes[x.Parent].In
	if in&(dom.Table|dom.Pre) == 0 {
		return
	}
	h := &w.holds[x.Parent]
	if in&dom.Pre == 0 && (x.Breaks >= emptyLine || x.End-x.Start > longCell) {
		*h |= long
	}
	if *h&wordy == 0 && !numbers(w.t.Page[x.Start:x.End]) {
		*h |= wordy
	}
}

// numbers reports whether a text could be of line numbers.
func numbers(s string) bool {
	for i := range len(s) {
		if c := s[i]; !isSpace(c) && (c < '0' || c > '9') && c != '.' && c != ':' && c != '|' {
			return false
		}
	}
	return true
}

// hold decides what an element is by what it has inside, and returns what it passes on.
func (w *writer) hold(i int32, n *dom.Node) holding {
	h := &w.holds[i]
	up := *h
	switch n.Tag {
	case atom.Li:
		if *h&(parts|titles) == 0 && !isPost(w.t, i) {
			*h |= own
		}
	case atom.Ul, atom.Ol, atom.Menu:
		up &^= parts | titles
	case atom.P:
		up |= paragraph
	case atom.Table:
		if h.isData() && w.t.Raw(i, dom.Role) != "presentation" {
			*h |= own
		}
		up = up&(wordy|code|mathml|gutter) | tables
	case atom.Td, atom.Th:
		if up = w.holdCell(n, up&^(cell|paragraph)); n.Tag == atom.Th && up&cell != 0 {
			up |= heads
		}
	case atom.Tr:
		if up&cells != 0 {
			up |= row
		}
		up &^= cell | cells
	case atom.Pre, atom.Code:
		up |= code
	case atom.Math:
		up |= mathml
	default:
		if isPart(n.Tag) {
			up |= parts
		} else if dom.Level(n.Tag) > 0 {
			up |= titles
		}
	}
	if n.In&(dom.Table|dom.Pre) != 0 && *h&wordy == 0 && n.EndText > n.FirstText && hasWord(w.t.Raw(i, dom.Class), isGutterName) {
		*h |= own | gutter
		up |= gutter
	}
	return up
}

// isData reports whether a table with this inside shows data: rows of cells that are short or, where some name rows or columns, of a few paragraphs.
func (h *holding) isData() bool {
	layout := parts | titles | tables | paragraphs | long
	if *h&heads != 0 {
		layout &^= paragraphs
	}
	return *h&layout == 0 && *h&rows != 0
}

// holdCell returns what a cell passes on of what it has inside. A heading alone is that of rows or columns.
func (w *writer) holdCell(n *dom.Node, inside holding) holding {
	if n.EndText == n.FirstText {
		return inside
	}
	if w.t.Texts[n.FirstText].Edge == w.t.Texts[n.EndText-1].Edge {
		inside &^= titles
	}
	return inside | cell
}

// isPost reports whether an item of a list is a post or a comment.
func isPost(t *dom.Tree, i int32) bool {
	return t.Nodes[i].In&dom.Article != 0 && t.Raw(i, dom.Role) == "article" ||
		hasWord(t.Raw(i, dom.Class), isPostName) || hasWord(t.Raw(i, dom.ID), isPostName)
}
