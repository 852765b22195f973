package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// fragmentWords is up to how many words a piece of markup is taken as a whole: there is too little to choose from, and who
// sends a paragraph wants it back.
const fragmentWords = 100

// around are the elements whose texts are not taken even then.
const around = dom.Hidden | dom.Nav | dom.Footer | dom.Aside | dom.Form | dom.Control | dom.Dialog

// isFragment reports whether the source is a piece of markup and no page, or a page of nothing but a few words, without any
// link.
func (p *Page) isFragment() bool {
	if p.whole.words > fragmentWords {
		return false
	}
	return p.whole.linked == 0 || !p.hasPageElements()
}

// hasPageElements reports whether the source has elements that only whole pages have.
func (p *Page) hasPageElements() bool {
	for i := range p.Tree.Nodes {
		switch p.Tree.Nodes[i].Tag { //nolint:exhaustive // only these make a page
		case atom.Html, atom.Head, atom.Body, atom.Title, atom.Meta:
			return true
		}
	}
	return false
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
