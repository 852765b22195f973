package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// fragmentWords is how many words a piece of markup has at most that is taken as a whole: there is too little to choose from, and
	// who sends a paragraph wants it back.
	fragmentWords = 100

	// plainWords is how many words a page has at most that is taken as a whole where nothing in it was chosen, if it is plain: a notice,
	// or mail in HTML.
	plainWords = 1000

	// plainLinks is the largest share of characters in links of such a page, in per cent.
	plainLinks = 30
)

// around are the elements whose texts are not taken even then.
const around = dom.Hidden | dom.Nav | dom.Footer | dom.Aside | dom.Form | dom.Control | dom.Dialog

// leastAlone is how many words a link has at least that is all of a page: shorter ones skip to what scripts would show.
const leastAlone = 5

// isFragment reports whether the source is a piece of markup and no page, or a page of nothing but a few words, most of them in no
// link, or all in one.
func (p *Page) isFragment() bool {
	if p.whole.words > fragmentWords {
		return false
	}
	return int64(p.whole.linked)*2 <= int64(p.whole.chars) || !p.hasPageElements() ||
		p.whole.words >= leastAlone && p.linksIn(0, len(p.Blocks)) < leastMenu
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

// isPlain reports whether the page has next to nothing around its text: few links, no navigation, no forms.
func (p *Page) isPlain() bool {
	if p.whole.words > plainWords || int64(p.whole.linked)*100 > int64(p.whole.chars)*plainLinks {
		return false
	}
	for i := range p.Blocks {
		if p.contextOf(i)&(around|dom.Header) != 0 {
			return false
		}
	}
	return true
}

// contextOf is the context of the first text of block i.
func (p *Page) contextOf(i int) dom.Context {
	return p.Tree.Nodes[p.Tree.Texts[p.Blocks[i].FirstText].Parent].In
}

// takeAll keeps everything but what is in elements around content and, of whole pages, menus.
func (p *Page) takeAll() []bool {
	keep := make([]bool, len(p.Blocks))
	for i := range keep {
		keep[i] = p.contextOf(i)&around == 0
	}
	if len(keep) > 0 && p.hasPageElements() {
		p.dropMenus(keep)
	}
	return keep
}

// rescue is the choice for a page of which nothing was chosen: all of it if it is plain, or if losing content is the greater fault.
func (p *Page) rescue(keep []bool, want Preference) []bool {
	for _, yes := range keep {
		if yes {
			return keep
		}
	}
	if want == Recall || p.isPlain() {
		return p.takeAll()
	}
	return keep
}
