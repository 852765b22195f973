package dom

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// reach is how far down the stack an element is looked for that a tag ends: without a bound, tags that close nothing would
// cost the depth of the page each.
const reach = 512

// end closes an element and what was left open in it. The end of an inline element leaves blocks inside it open, and ends
// only what they inherited; a tag that cannot reach its start is ignored.
func (b *builder) end(tag Tag, s text.Span) {
	of := traitsOf[tag]
	switch {
	case b.passedEnd(tag, of):
		return
	case tag == atom.Br:
		b.breaks = min(b.breaks+1, 3)
		return
	case tag == atom.Html || tag == atom.Body || of&void != 0 || b.open[tag] == 0:
		if of&block != 0 && tag == atom.P {
			b.boundary()
		}
		return
	}
	at := b.find(tag, of)
	if at < 0 {
		return
	}
	if of&format != 0 && b.blockAbove(at) {
		b.unwrap(at)
		return
	}
	for len(b.stack) > at {
		b.pop(s.Start)
	}
}

// find returns where on the stack the element is that an end tag of this name closes, -1 if it cannot reach one.
func (b *builder) find(tag Tag, of traits) int {
	heading := Level(tag) > 0
	for i := len(b.stack) - 1; i > 0 && i >= len(b.stack)-reach; i-- {
		open := b.t.Nodes[b.stack[i]].Tag
		if open == tag || heading && Level(open) > 0 {
			return i
		}
		if traitsOf[open]&scope != 0 && !(of&scope != 0 || tableParts[tag]) {
			return -1
		}
	}
	return -1
}

// tableParts are elements whose ends reach through cells.
var tableParts = tags(atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot)

// blockAbove reports whether a block was opened inside the element at this place of the stack.
func (b *builder) blockAbove(at int) bool {
	for _, id := range b.stack[at+1:] {
		if b.t.Nodes[id].Block == id {
			return true
		}
	}
	return false
}

// unwrap takes an inline element off the stack and leaves what is inside it open.
func (b *builder) unwrap(at int) {
	id := b.stack[at]
	n := &b.t.Nodes[id]
	own := n.In &^ b.t.Nodes[n.Parent].In
	for _, above := range b.stack[at+1:] {
		b.t.Nodes[above].In &^= own
	}
	b.open[n.Tag]--
	b.stack = append(b.stack[:at], b.stack[at+1:]...)
	n.End = int32(len(b.t.Nodes))     //nolint:gosec // fewer than the page has bytes
	n.EndText = int32(len(b.t.Texts)) //nolint:gosec // fewer than the page has bytes
}

// closeImplied closes what a start tag ends without saying so (WHATWG, "in body" and the table modes).
func (b *builder) closeImplied(tag Tag, of traits, at int) {
	switch {
	case b.open[atom.Head] > 0 && of&inHead == 0 && tag != atom.Head && tag != Unknown:
		b.closeTo(atom.Head, at)
	case tag == atom.Li:
		b.closeWithin(at, itemTags, listEdges)
	case tag == atom.Dt || tag == atom.Dd:
		b.closeWithin(at, termTags, listEdges)
	case tag == atom.Option || tag == atom.Optgroup:
		if b.t.Nodes[b.top()].Tag == atom.Option {
			b.pop(at)
		}
	case tag == atom.Td || tag == atom.Th:
		b.closeWithin(at, cellTags, tableEdges)
	case tag == atom.Tr:
		b.closeWithin(at, rowTags, tableEdges)
	case tag == atom.Tbody || tag == atom.Thead || tag == atom.Tfoot:
		b.closeWithin(at, groupTags, tableEdges)
	}
	if of&block != 0 && b.open[atom.P] > 0 {
		b.closeParagraph(at)
	}
	if tag == atom.A && b.open[atom.A] > 0 {
		b.closeLink(at)
	}
}

var (
	termTags   = tags(atom.Dt, atom.Dd)
	cellTags   = tags(atom.Td, atom.Th)
	rowTags    = tags(atom.Tr)
	groupTags  = tags(atom.Tbody, atom.Thead, atom.Tfoot)
	itemTags   = tags(atom.Li)
	tableEdges = tags(atom.Table, atom.Template, atom.Noscript)
	listEdges  = tags(atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dl, atom.Table, atom.Td, atom.Th, atom.Article, atom.Section,
		atom.Aside, atom.Main, atom.Nav, atom.Header, atom.Footer, atom.Body, atom.Blockquote, atom.Template, atom.Noscript)
)

// closeWithin closes the nearest element of one of the tags, and what is in it, unless one of the edges is nearer.
func (b *builder) closeWithin(at int, closed, edges map[Tag]bool) {
	for i := len(b.stack) - 1; i > 0 && i >= len(b.stack)-reach; i-- {
		tag := b.t.Nodes[b.stack[i]].Tag
		if closed[tag] {
			for len(b.stack) > i {
				b.pop(at)
			}
			return
		}
		if edges[tag] {
			return
		}
	}
}

// closeTo closes everything down to the nearest element of a tag, that included.
func (b *builder) closeTo(tag Tag, at int) {
	for len(b.stack) > 1 {
		closed := b.t.Nodes[b.top()].Tag
		b.pop(at)
		if closed == tag {
			return
		}
	}
}

// closeParagraph closes the paragraph that only inline elements have been opened in since.
func (b *builder) closeParagraph(at int) {
	for i := len(b.stack) - 1; i > 0 && i >= len(b.stack)-reach; i-- {
		id := b.stack[i]
		n := &b.t.Nodes[id]
		if n.Tag == atom.P {
			for len(b.stack) > i {
				b.pop(at)
			}
			return
		}
		if n.Block == id || traitsOf[n.Tag]&scope != 0 || n.Tag == atom.Button {
			return
		}
	}
}

// closeLink closes a link in which another begins: links do not nest.
func (b *builder) closeLink(at int) {
	for i := len(b.stack) - 1; i > 0 && i >= len(b.stack)-reach; i-- {
		id := b.stack[i]
		n := &b.t.Nodes[id]
		if n.Tag == atom.A {
			if b.blockAbove(i) {
				b.unwrap(i)
				return
			}
			for len(b.stack) > i {
				b.pop(at)
			}
			return
		}
		if traitsOf[n.Tag]&scope != 0 {
			return
		}
	}
}
