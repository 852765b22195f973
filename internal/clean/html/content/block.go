package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Block is the smallest part of a page that is kept or dropped as a whole: texts without the edge of an element that makes
// a block, or an empty line, between them.
type Block struct {
	// FirstText and EndText are its texts: Tree.Texts[FirstText:EndText].
	FirstText, EndText int32

	// Node is the element that makes it.
	Node int32

	// FirstWord and EndWord are its words.
	FirstWord, EndWord int32

	// Chars counts its characters without white space, Linked those of them in links.
	Chars, Linked int32

	text textMarks
}

// emptyLine is how many line breaks in a row make one.
const emptyLine = 2

// cut cuts the texts of a page into blocks.
func cut(dst []Block, t *dom.Tree) []Block {
	for i := range t.Texts {
		x := &t.Texts[i]
		if n := len(dst); n == 0 || i > 0 && (x.Edge != t.Texts[i-1].Edge || x.Breaks >= emptyLine) {
			dst = append(dst, Block{FirstText: int32(i), Node: t.Nodes[x.Parent].Block})
		}
		dst[len(dst)-1].EndText = int32(i + 1)
	}
	return dst
}
