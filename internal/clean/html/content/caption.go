package content

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// captionNames are names that pages give to captions of pictures and to the credits in them.
var captionNames = setOf("caption captions figcaption wp-caption-text caption-text imagecaption image-caption photo-caption photocaption img-caption media-caption " +
	"photo-credit image-credit bildunterschrift bildunterzeile bildtext bildlegende didascalia pie-de-foto piefoto piedefoto fotobijschrift bijschrift podpis-zdjecia billedtekst bildetekst kuvateksti")

const (
	// captionWords is how many words a caption has at most, captionBlocks how many blocks an element has at most that is named as one.
	captionWords  = 80
	captionBlocks = 4

	// captionClimb is how many elements around a block are looked at for such a name.
	captionClimb = 3
)

// isNamedCaption reports whether block i is in an element that is named as a caption.
func (p *Page) isNamedCaption(i int) bool {
	node := p.Blocks[i].Node
	for range captionClimb {
		if in := &p.inside[node]; node == 0 || in.blocks > captionBlocks || in.words > captionWords {
			return false
		}
		if p.isNamed(node, captionNames) {
			return true
		}
		node = p.Tree.Nodes[node].Parent
	}
	return false
}

// isNamed reports whether one of the words of an element's class or id is in a set.
func (p *Page) isNamed(node int32, set wordSet) bool {
	p.slots = appendNames(p.slots[:0], p.Tree, node)
	for _, h := range p.slots {
		if set[h] {
			return true
		}
	}
	return false
}

const (
	// creditPress is the chance of a page of the press, in thousandths, from which on captions, credits and bylines are never content.
	creditPress = 50

	// bracketWords is how many words a credit in brackets has at most, bylineWords how many a byline.
	bracketWords = 6
	bylineWords  = 12
)

// bylineNames are names that pages give to bylines.
var bylineNames = setOf("author authors byline by-line author-name authorname textauthor authorline article-author autor autoren auteur autore firma") //nolint:misspell // names in other languages

// dropCredits leaves out of an article of the press what the convention leaves out and trees keep at times: captions, credits in brackets, and
// bylines between its paragraphs. Where captions are half of what is kept, they tell the story.
func (p *Page) dropCredits(keep []bool) {
	if p.press < creditPress {
		return
	}
	var credits []int
	words, all := int64(0), int64(0)
	for i := range keep {
		if p.late(blockWork) {
			return
		}
		if !keep[i] {
			continue
		}
		all += p.wordsIn(i)
		if p.structureOf(i) == 0 && p.contextOf(i)&dom.List == 0 && (p.isCredit(i) || p.isNamedCaption(i)) {
			credits = append(credits, i)
			words += p.wordsIn(i)
		}
	}
	if words*2 >= all {
		return
	}
	for _, i := range credits {
		keep[i] = false
	}
}

// isCredit reports whether block i is a caption by its element, a byline by its name, or a few words in brackets.
func (p *Page) isCredit(i int) bool {
	b := &p.Blocks[i]
	in := p.contextOf(i)
	switch {
	case in&dom.Caption != 0 && in&dom.Table == 0:
		return b.text.words <= captionWords
	case in&dom.Heading != 0:
		return false
	case b.text.words <= bracketWords && p.isBracketed(b):
		return true
	default:
		return b.text.words <= bylineWords && p.isNamed(b.Node, bylineNames)
	}
}

// isBracketed reports whether all of a block is in brackets.
func (p *Page) isBracketed(b *Block) bool {
	first := strings.TrimSpace(p.Tree.Span(b.FirstText).Of(p.Tree.Page))
	last := strings.TrimSpace(p.Tree.Span(b.EndText - 1).Of(p.Tree.Page))
	if first == "" || last == "" {
		return false
	}
	open, end := first[0], last[len(last)-1]
	return open == '(' && end == ')' || open == '[' && end == ']'
}
