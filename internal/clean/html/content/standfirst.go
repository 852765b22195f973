package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
)

const (
	// standfirstPress is the chance of a page of the press, in thousandths, from which on its head is corrected. Elsewhere what stands there is
	// as likely the line of a site about itself.
	standfirstPress = 50

	// standfirstBlocks is how many blocks after the headline are looked at: kickers, dates and names may come before the standfirst.
	standfirstBlocks = 6

	// standfirstWords is how many words a standfirst has at least.
	standfirstWords = 6

	// headlineShare is how many of the words of a heading are in the headline, and of those in the heading, in per cent, where it is one.
	headlineShare = 65

	// standfirstShare is how much of it is in a description of the page, in per cent: editors may shorten the one or the other.
	standfirstShare = 60
)

// correctHead corrects the choice between the headline and the first paragraph that stays of an article of the press: of that part of a page
// models see few examples, and each site has its own.
func (p *Page) correctHead(keep []bool) {
	if p.press < standfirstPress || p.title < 0 {
		return
	}
	first := int(p.title)
	last := first + 1
	for last < len(keep) && !(keep[last] && p.Blocks[last].Prose()) {
		last++
	}
	if last == len(keep) {
		return
	}
	for i := first; i < last; i++ {
		keep[i] = keep[i] && !p.repeatsHeadline(i) && !p.isSecondHeadline(i)
	}
	to := min(last, first+1+standfirstBlocks)
	p.keepStandfirst(keep, first+1, to)
	p.keepNamedStandfirst(keep, first+1, min(last, first+1+namedBlocks))
}

// repeatsHeadline reports whether block i is a heading that is the headline, if with a kicker.
func (p *Page) repeatsHeadline(i int) bool {
	b := &p.Blocks[i]
	if dom.Level(p.Tree.Nodes[b.Node].Tag) == 0 {
		return false
	}
	for _, set := range [...]wordSet{p.claims.headline, p.claims.titles} {
		n := p.shared(i, set)
		if n*100 >= int32(len(set))*headlineShare && n*100 >= b.text.words*headlineShare { //nolint:gosec // titles are cut at maxClaim
			return true
		}
	}
	return false
}

// keepStandfirst keeps the blocks in [from, to) that the page repeats as its description.
func (p *Page) keepStandfirst(keep []bool, from, to int) {
	if len(p.said.Claims.Descriptions) == 0 || from >= to {
		return
	}
	described := p.describedPairs()
	for i := from; i < to; i++ {
		keep[i] = keep[i] || p.isStandfirst(i, described)
	}
}

// isStandfirst reports whether block i is text that descriptions of the page repeat.
func (p *Page) isStandfirst(i int, described wordSet) bool {
	const out = around | dom.Figure | dom.Caption | dom.Time
	b := &p.Blocks[i]
	words := p.wordsOf(b)
	if len(words) < standfirstWords || int64(b.Linked)*3 > int64(b.Chars) || p.contextOf(i)&out != 0 || p.comments[i] {
		return false
	}
	n := 0 // pairs of words in a row that are in the descriptions
	for k := 1; k < len(words); k++ {
		if described[pairOf(words[k-1], words[k])] {
			n++
		}
	}
	return n*100 >= (len(words)-1)*standfirstShare
}

// describedPairs are the pairs of words in a row of the page's descriptions.
func (p *Page) describedPairs() wordSet {
	pairs := wordSet{}
	for _, s := range p.said.Claims.Descriptions {
		words := hashes(linked.Decode(head(s.Of(p.Tree.Page))))
		for k := 1; k < len(words); k++ {
			pairs[pairOf(words[k-1], words[k])] = true
		}
		if p.late(s.Len()) {
			break
		}
	}
	return pairs
}

func pairOf(first, second uint32) uint32 { return first*31 + second }
