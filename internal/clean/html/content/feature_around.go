package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/truth"
)

// container is an element around a block.
type container struct {
	p  *Page
	at int32
	s  *sums
}

// containerFeatures describe an element with more blocks than one.
var containerFeatures = []feature[container]{
	{"blocks", func(c container) int { return int(c.s.blocks) }},
	{"chars/4", func(c container) int { return int(c.s.chars / 4) }},
	{"linked", func(c container) int { return share(c.s.linked, c.s.chars) }},
	{"prose", func(c container) int { return share(c.s.prose, c.s.chars) }},
	{"short", func(c container) int { return share(c.s.short, c.s.chars) }},
	{"share of page", func(c container) int { return share(c.s.chars, c.p.whole.chars) }},
	{"share of prose", func(c container) int { return share(c.s.prose, c.p.whole.prose) }},
	{"chars per block", func(c container) int { return share(c.s.chars, c.s.blocks*100) }},
	{"headings", func(c container) int { return share(c.s.headings, c.s.blocks) }},
	{"stops per word", func(c container) int { return share(c.s.stops, c.s.words) }},
	{"twins", func(c container) int { return int(c.p.twins[c.at]) }},
	{"names", func(c container) int { return score(c.p.outer[c.at]) }},
	{"tag", func(c container) int { return tagClass(c.p.Tree.Nodes[c.at].Tag) }},
}

// neighbour is block k as block i sees it.
type neighbour struct {
	p    *Page
	i, k int
	b    *Block
}

var neighbourFeatures = []feature[neighbour]{
	{"chars", func(n neighbour) int { return int(n.b.Chars) }},
	{"linked", func(n neighbour) int { return share(n.b.Linked, n.b.Chars) }},
	{"tag", func(n neighbour) int { return tagClass(n.p.Tree.Nodes[n.b.Node].Tag) }},
	{"same container", func(n neighbour) int { return truth.Int(n.p.levels[n.k][0] == n.p.levels[n.i][0]) }},
	{"stops", func(n neighbour) int { return int(n.b.text.stops) }},
	{"text score", func(n neighbour) int { return score(n.p.textScores[n.k]) }},
	{"names", func(n neighbour) int { return score(n.p.outer[n.b.Node]) }},
}

// pageFeatures describe the page, in all its rows alike.
var pageFeatures = []feature[*Page]{
	{"blocks", func(p *Page) int { return int(p.whole.blocks) }},
	{"chars/4", func(p *Page) int { return int(p.whole.chars / 4) }},
	{"linked", func(p *Page) int { return share(p.whole.linked, p.whole.chars) }},
	{"prose", func(p *Page) int { return share(p.whole.prose, p.whole.chars) }},
	{"short", func(p *Page) int { return share(p.whole.short, p.whole.chars) }},
	{"stops per word", func(p *Page) int { return share(p.whole.stops, p.whole.words) }},
	{"headings", func(p *Page) int { return int(p.whole.headings) }},
	{"says article", func(p *Page) int { return truth.Int(p.says(meta.Article)) }},
	{"says product", func(p *Page) int { return truth.Int(p.says(meta.Product)) }},
	{"says forum", func(p *Page) int { return truth.Int(p.says(meta.Forum | meta.Question)) }},
	{"says listing", func(p *Page) int { return truth.Int(p.says(meta.Listing | meta.Collection)) }},
	{"articles", func(p *Page) int { return int(p.counts.articles) }},
	{"first headings", func(p *Page) int { return int(p.counts.headings1) }},
	{"forms", func(p *Page) int { return int(p.counts.forms) }},
	{"code", func(p *Page) int { return int(p.counts.code) }},
	{"items", func(p *Page) int { return int(p.counts.items) }},
	{"prices", func(p *Page) int { return int(p.counts.prices) }},
	{"images", func(p *Page) int { return int(p.counts.images) }},
	{"words of the body", func(p *Page) int { return int(p.claims.bodyWords) }},
	chance(Article), chance(Service), chance(Forum), chance(Listing), chance(Product), chance(Collection), chance(Documentation),
	{"chance of press", func(p *Page) int { return int(p.press) }},
}

// chance is the chance that the page is of a kind.
func chance(k Kind) feature[*Page] {
	return feature[*Page]{"chance of " + k.String(), func(p *Page) int { return int(p.kinds[k]) }}
}
