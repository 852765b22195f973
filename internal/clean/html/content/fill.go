package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// fillChance is the least chance, in thousandths, of a block that may belong to the kept ones around it.
	fillChance = 120

	// fillPress and fillHeading are the same of a line and of a heading in an article of the press: what sites put between its paragraphs is known
	// less well.
	fillPress   = 420
	fillHeading = 240

	// fillWords is the largest number of words of such blocks together.
	fillWords = 100

	// headingChance is the least chance, in thousandths, of a subheading that is kept with the paragraph after it.
	headingChance = 60
)

// fill keeps the blocks between two kept blocks of one container: a heading, a list or a line between paragraphs of one text
// belongs to it, even if it looks like others that do not. Lists of links, forms, and blocks of next to no chance stay out; so do
// captions, which are not part of the text.
func (p *Page) fill(keep []bool, chances []int32) {
	last := -1
	for i := range keep {
		if !keep[i] {
			continue
		}
		if last >= 0 && i > last+1 && p.levels[last][0] == p.levels[i][0] && p.belongs(last+1, i, chances) {
			for k := last + 1; k < i; k++ {
				keep[k] = !p.isCaption(k)
			}
		}
		last = i
	}
	for i := 1; i+1 < len(keep); i++ {
		if !keep[i] && keep[i-1] && keep[i+1] && chances[i] >= headingChance && p.isSubheading(i) {
			keep[i] = true
		}
	}
}

// isFigure reports whether block i is in a figure or a caption, and in no structure that is kept for more than that.
func (p *Page) isFigure(i int) bool {
	at := p.structureOf(i)
	return p.contextOf(i)&(dom.Figure|dom.Caption) != 0 && (at == 0 || p.Tree.Nodes[at].Tag == atom.Figure)
}

// isCaption reports whether block i is in a figure, or named as a caption.
func (p *Page) isCaption(i int) bool { return p.isFigure(i) || p.isNamedCaption(i) }

// belongs reports whether the blocks [from, to) may be part of the text around them.
func (p *Page) belongs(from, to int, chances []int32) bool {
	words := int32(0)
	for i := from; i < to; i++ {
		b := &p.Blocks[i]
		in := p.contextOf(i)
		if p.isFigure(i) {
			continue
		}
		least := int32(fillChance)
		switch {
		case p.press < creditPress:
		case in&dom.Heading != 0:
			least = fillHeading
		default:
			least = fillPress
		}
		if words += b.text.words; words > fillWords || chances[i] < least || in&around != 0 || b.Linked*2 > b.Chars && (in&dom.Heading == 0 || in&dom.List == 0 && p.press >= creditPress) {
			return false
		}
	}
	return true
}

// isSubheading reports whether block i is the heading of the paragraph after it.
func (p *Page) isSubheading(i int) bool {
	b := &p.Blocks[i]
	level := dom.Level(p.Tree.Nodes[b.Node].Tag)
	return level > 1 && p.structureOf(i) == 0 && b.Linked*2 <= b.Chars && p.Blocks[i+1].Prose() && p.contextOf(i)&around == 0
}
