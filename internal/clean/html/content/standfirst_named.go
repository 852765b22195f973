package content

import (
	"slices"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// standfirstNames are names that sites give to the standfirst of an article, and hardly to anything else in its head.
var standfirstNames = setOf("standfirst stand-first strapline dek deck subdeck subhed subhead sub-head subheadline sub-headline subheading sub-heading subtitle sub-title subtitel untertitel " + //nolint:misspell // names in other languages
	"leadtext lead-text article-lead lede excerpt summary abstract vorspann preamble ingress chapo chapeau entradilla bajada copete sommario occhiello catenaccio anlauf midtitle mid-title antetitulo epigraph " +
	"subtitulo sub-titulo drophead")

const (
	// namedWords is how many words a standfirst has at least that is known by its name, mostNamed how many at most.
	namedWords = 4
	mostNamed  = 90

	// namedBlocks is how many blocks after the headline are looked at for one.
	namedBlocks = 16
)

// keepNamedStandfirst keeps the blocks in [from, to) of the first element that is named as a standfirst, if nothing is kept right after the headline.
func (p *Page) keepNamedStandfirst(keep []bool, from, to int) {
	if slices.Contains(keep[from:min(to, from+standfirstBlocks)], true) {
		return
	}
	named := int32(0)
	for i := from; i < to; i++ {
		if node := p.standfirstAround(i); node != 0 && (named == 0 || named == node) {
			named = node
			keep[i] = !p.repeatsHeadline(i)
		}
	}
}

// standfirstAround returns the element around block i that is named as a standfirst, 0 if there is none.
func (p *Page) standfirstAround(i int) int32 {
	const out = around | dom.Figure | dom.Caption | dom.Time | dom.List
	b := &p.Blocks[i]
	if n := b.text.words; n < namedWords || n > mostNamed || int64(b.Linked)*3 > int64(b.Chars) || p.contextOf(i)&out != 0 || p.comments[i] || p.isNamedCaption(i) {
		return 0
	}
	node := b.Node
	for range 3 {
		if node == 0 || p.inside[node].blocks > 2 {
			return 0
		}
		if p.isNamed(node, standfirstNames) {
			return node
		}
		node = p.Tree.Nodes[node].Parent
	}
	return 0
}
