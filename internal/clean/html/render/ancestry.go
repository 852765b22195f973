package render

import (
	"cmp"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// ancestry is what the text of an element is inside, the element itself included: elements of the tree, 0 where there is
// none. Elements that add nothing to what their parent is inside share its record.
type ancestry struct {
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
	q       int32 // the innermost quotation within a line
	note    int32 // what holds the mark of a footnote

	counter int32 // of a list: the number of its last item; -1 if its items have none
	down    bool  // the items of a list count down
	number  int32 // of an item, in its list
	depth   uint16
	quotes  uint16
	drop    bool // line numbers, second forms of formulas, readings of ruby, signs to press
}

// recordsInChunk is how many records lie together. In one slice, which is copied when it grows, they would take more than
// twice their size.
const recordsInChunk = 1 << 10

// ancestries are the records of all elements.
type ancestries struct {
	of     []int32 // by element: its record
	chunks [][]ancestry
	count  int32
}

// at returns a record.
func (a *ancestries) at(record int32) *ancestry {
	return &a.chunks[record/recordsInChunk][record%recordsInChunk]
}

// add appends a record and returns its number.
func (a *ancestries) add(r *ancestry) int32 {
	if int(a.count/recordsInChunk) == len(a.chunks) {
		a.chunks = append(a.chunks, make([]ancestry, recordsInChunk))
	}
	a.count++
	*a.at(a.count - 1) = *r
	return a.count - 1
}

// ancestry returns what an element is inside.
func (w *writer) ancestry(node int32) *ancestry { return w.ancestries.at(w.ancestries.of[node]) }

// findAncestry finds out what each element is inside, from the first to the last.
func (w *writer) findAncestry() {
	all := &w.ancestries
	n := len(w.t.Nodes)
	all.of, all.count = grown(all.of, n), 0
	all.add(&ancestry{})
	for i := 1; i < n && !w.stop(32); i++ {
		parent := all.of[w.t.Nodes[i].Parent]
		own := *all.at(parent)
		w.inherit(int32(i), &own)
		all.of[i] = parent
		if own != *all.at(parent) || w.t.Nodes[i].Tag == atom.Ol {
			all.of[i] = all.add(&own)
		}
	}
}

// maxHeading is the length in bytes of the longest heading: one left open holds the rest of the page.
const maxHeading = 2000

// inherit makes the record of element i from p, a copy of that of its parent.
func (w *writer) inherit(i int32, p *ancestry) {
	t := w.t
	n := &t.Nodes[i]
	switch n.Tag {
	case atom.Ol, atom.Ul, atom.Menu, atom.Dl:
		w.inheritList(i, n, p)
	case atom.Li, atom.Dt, atom.Dd:
		w.inheritItem(i, n, p)
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
		p.pre = cmp.Or(p.pre, i)
	case atom.Code, atom.Kbd, atom.Samp:
		if p.code == 0 && p.pre == 0 {
			p.code = i
		}
	case atom.Blockquote:
		p.quote, p.quotes = i, min(p.quotes+1, 99)
	case atom.Figcaption, atom.Caption:
		p.caption, p.table = i, 0
	case atom.A, atom.Sup:
		w.inheritLink(i, n, p)
	case atom.Q:
		p.q = i
	case atom.Rt, atom.Rp:
		p.drop = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if n.EndTag-n.Close <= maxHeading {
			p.heading = i
		}
	default:
	}
	w.inheritByClass(i, n, p)
}

// inheritLink makes the record of a link or a superscript: one that is all of the other, and leads to a note, marks that note.
func (w *writer) inheritLink(i int32, n *dom.Node, p *ancestry) {
	t := w.t
	if n.Tag == atom.Sup {
		if l := &t.Nodes[p.link]; p.link != 0 && l.FirstText == n.FirstText && l.EndText == n.EndText && isNoteLink(t.Raw(p.link, dom.Href)) {
			p.note = i
		}
		return
	}
	if n.In&dom.Link != 0 {
		p.link = i
	}
	if w.isSign(n, t.Raw(i, dom.Href)) {
		p.drop = true
	}
	if n.In&dom.Small != 0 && isNoteLink(t.Raw(i, dom.Href)) {
		p.note = i
	}
}

// inheritByClass adds what the class of an element says.
func (w *writer) inheritByClass(i int32, n *dom.Node, p *ancestry) {
	if w.holds[i]&(own|gutter) == own|gutter && n.Tag != atom.Table {
		p.drop = true
	}
	if p.math == 0 && (n.Tag == atom.Math || n.Tag == dom.Unknown && w.isNamed(n, texElement)) {
		p.math = i
	}
	class := w.t.Raw(i, dom.Class)
	if p.math == 0 && w.holds[i]&mathml != 0 && (hasWord(class, isFormulaName) || n.Tag == dom.Unknown && w.isNamed(n, "mjx-container")) {
		p.math = i
	}
	switch {
	case class == "":
	case w.texts && hasWord(class, isMathJaxName), hasWord(class, isToolName):
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
