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

// maxBlocks is how many blocks a page has at most. What is left of the page when all but one are made is cut as coarsely as it
// takes: it bounds memory on pages of nothing but one-letter paragraphs; the largest honest pages have some 30,000.
const maxBlocks = 1 << 16

// cut cuts the texts of a page into blocks.
func cut(dst []Block, t *dom.Tree) []Block {
	edges := 0 // of blocks, before text i
	for i := range t.Texts {
		x := &t.Texts[i]
		if i == 0 || x.Edge != t.Texts[i-1].Edge || x.Breaks >= emptyLine {
			if n := len(dst); n < maxBlocks/2 || edges%coarse(t) == 0 && n < maxBlocks {
				dst = append(dst, Block{FirstText: int32(i), Node: t.Nodes[x.Parent].Block})
			}
			edges++
		}
		dst[len(dst)-1].EndText = int32(i + 1)
	}
	return dst
}

// coarse is how many blocks are put together in the second half of the blocks of a page that has too many.
func coarse(t *dom.Tree) int { return 1 + 2*len(t.Texts)/maxBlocks }
