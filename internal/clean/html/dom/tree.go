package dom

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// Tag is the name of an element: its atom, Unknown for any name that is none.
type Tag = atom.Atom

// Unknown is the tag of elements whose names HTML does not have, as those that scripts define.
const Unknown Tag = 0

// Node is one element. Nodes[0] is the root, which has no tag.
type Node struct {
	Tag    Tag
	Parent int32

	// End is the node after the last one inside: Nodes[i+1:End] are the descendants of node i.
	End int32

	// FirstText and EndText are the texts inside: Texts[FirstText:EndText].
	FirstText, EndText int32

	// Open and Close are where the start tag begins and ends in the page.
	Open, Close int32

	// EndTag is where the end tag begins, or what ended the element without one.
	EndTag int32

	// Block is the nearest element that makes a block: the node itself, if it does.
	Block int32

	// In says what the element is, and what it is in.
	In Context

	attr  int32
	attrs uint16
}

// Text is a run of characters between two tags that is not only white space.
type Text struct {
	// Parent is the element it stands in.
	Parent int32

	// Start and End are where it stands in the page. Character references are as written.
	Start, End int32

	// Edge counts the edges of blocks before it: two texts with the same number belong to the same line of blocks.
	Edge int32

	// Breaks is how many line breaks (br) stand between it and the text before, 3 at most.
	Breaks uint8

	// Space says that there is white space between it and the text before.
	Space bool
}

// Script is a script that may hold data.
type Script struct {
	Node int32
	Span text.Span // of what is inside
}

// Tree is a page.
type Tree struct {
	// Page is the source. Everything else refers to it.
	Page string

	Nodes   []Node
	Texts   []Text
	Scripts []Script

	// Title is where the content of the title element stands; empty if there is none.
	Title text.Span

	attrs []attr
}

// Span returns where text i stands in the page.
func (t *Tree) Span(i int32) text.Span {
	return text.Span{Start: int(t.Texts[i].Start), End: int(t.Texts[i].End)}
}

// Tag returns where the start tag of a node stands in the page.
func (t *Tree) Tag(node int32) text.Span {
	return text.Span{Start: int(t.Nodes[node].Open), End: int(t.Nodes[node].Close)}
}
