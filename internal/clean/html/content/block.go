package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/truth"
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
func cut(t *dom.Tree) []Block {
	edges := 0
	for i := range t.Texts {
		edges += truth.Int(beginsBlock(t, i))
	}
	blocks := make([]Block, 0, min(edges, maxBlocks))
	edges = 0 // before text i
	for i := range t.Texts {
		if beginsBlock(t, i) {
			if n := len(blocks); n < maxBlocks/2 || edges%coarse(t) == 0 && n < maxBlocks {
				blocks = append(blocks, Block{FirstText: int32(i), Node: t.Nodes[t.Texts[i].Parent].Block})
			}
			edges++
		}
		blocks[len(blocks)-1].EndText = int32(i + 1)
	}
	return blocks
}

// beginsBlock reports whether there is the edge of a block or an empty line before text i.
func beginsBlock(t *dom.Tree, i int) bool {
	return i == 0 || t.Texts[i].Edge != t.Texts[i-1].Edge || t.Texts[i].Breaks >= emptyLine
}

// coarse is how many blocks are put together in the second half of the blocks of a page that has too many.
func coarse(t *dom.Tree) int { return 1 + 2*len(t.Texts)/maxBlocks }
