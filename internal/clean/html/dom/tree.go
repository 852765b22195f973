package dom

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// Tag is the name of an element: its atom, Unknown for any name that is none.
type Tag = atom.Atom

// Unknown is the tag of elements whose names are not in HTML, such as those that scripts define.
const Unknown Tag = 0

// Node is one element. Nodes[0] is the root, which has no tag.
type Node struct {
	Tag    Tag
	Parent int32

	// End is the node after the last one inside: Nodes[i+1:End] are the descendants of node i.
	End int32

	// FirstText and EndText delimit the texts inside: Texts[FirstText:EndText].
	FirstText, EndText int32

	// Open and Close are the offsets in the page at which the start tag begins and ends.
	Open, Close int32

	// EndTag is the offset of the end tag, or of the tag that ended the element without one.
	EndTag int32

	// Block is the nearest element that makes a block: the node itself, if it does.
	Block int32

	// In says what the element is, and what it is inside.
	In Context

	attr  int32
	attrs uint16
}

// Text is a run of characters between two tags that is not only white space.
type Text struct {
	// Parent is the element it is directly inside.
	Parent int32

	// Start and End delimit it in the page. Character references are as written.
	Start, End int32

	// Edge counts the edges of blocks before it: two texts with the same number belong to the same line of blocks.
	Edge int32

	// Breaks is the number of line breaks (br) between it and the text before, 3 at most.
	Breaks uint8

	// Space says that there is white space between it and the text before.
	Space bool
}

// Script is a script that may hold data.
type Script struct {
	Node int32
	Span text.Span // of its content
}

// Sheet is the style sheet in a style element.
type Sheet struct {
	Node int32
	Span text.Span // of its content
}

// Tree is a page.
type Tree struct {
	// Page is the source. Everything else refers to it.
	Page string

	Nodes   []Node
	Texts   []Text
	Scripts []Script

	// Styles are the style sheets in the page, in order.
	Styles []Sheet

	// ForeignStyles says that the page has style sheets of other files.
	ForeignStyles bool

	// Title is the range of the content of the first title element; empty if there is none.
	Title text.Span

	attrs []attr
}

// Span returns the range of text i in the page.
func (t *Tree) Span(i int32) text.Span {
	return text.Span{Start: int(t.Texts[i].Start), End: int(t.Texts[i].End)}
}

// Tag returns the range of a node's start tag in the page.
func (t *Tree) Tag(node int32) text.Span {
	return text.Span{Start: int(t.Nodes[node].Open), End: int(t.Nodes[node].Close)}
}
