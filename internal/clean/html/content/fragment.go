package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// fragmentWords is up to how many words a piece of markup is taken as a whole, if it is no page: there is too little to choose
// from, and who sends a paragraph wants it back.
const fragmentWords = 100

// around are the elements whose texts are not taken even then.
const around = dom.Hidden | dom.Nav | dom.Footer | dom.Aside | dom.Form | dom.Control | dom.Dialog

// isFragment reports whether the source is a piece of markup and no page.
func (p *Page) isFragment() bool {
	if p.whole.words > fragmentWords {
		return false
	}
	for i := range p.Tree.Nodes {
		switch p.Tree.Nodes[i].Tag { //nolint:exhaustive // only these make a page
		case atom.Html, atom.Head, atom.Body, atom.Title, atom.Meta:
			return false
		}
	}
	return true
}

// chooseFragment keeps everything but what stands in elements around content.
func (p *Page) chooseFragment() []bool {
	keep := make([]bool, len(p.Blocks))
	for i := range p.Blocks {
		first := p.Tree.Texts[p.Blocks[i].FirstText].Parent
		keep[i] = p.Tree.Nodes[first].In&around == 0
	}
	return keep
}
