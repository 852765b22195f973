package content

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/fnv"
)

// wordSet is a set of words by their hashes.
type wordSet map[uint32]bool

// hashes returns the words of a text.
func hashes(s string) []uint32 {
	var b Block
	r := wordReader{}
	r.scan(&b.text, &b, s)
	return r.words
}

// hashOf is the hash of a word in lower case.
func hashOf(w string) uint32 { return fnv.String32(fnv.Start32, w) }

func (s wordSet) addText(text string) {
	for _, w := range hashes(text) {
		s[w] = true
	}
}

// shared counts the words of block i that are in a set, -1 if the set is empty.
func (p *Page) shared(i int, set wordSet) int32 {
	n := int32(0)
	if len(set) == 0 {
		return -1
	}
	for _, w := range p.wordsOf(&p.Blocks[i]) {
		if set[w] {
			n++
		}
	}
	return n
}

// claims are what a page's markup says of it, as sets of words.
type claims struct {
	title, path, maker                            []uint32
	titles, headline, description, bodies, byline wordSet
	bodyWords                                     int32 // of the longest body
}

// counts are numbers of elements.
type counts struct{ articles, headings1, forms, code, items, prices, images, tables, twins int32 }

// maxClaim is how many bytes are read of each text that the markup gives, maxBody of all bodies.
const (
	maxClaim = 4 << 10
	maxBody  = 1 << 20
)

func (p *Page) describe() error {
	p.countElements()
	p.readTitle()
	return p.readClaims()
}

// countElements counts elements of some kinds, and reads the page's address and what made it.
func (p *Page) countElements() {
	t, k := p.Tree, &p.counts
	for i := range t.Nodes {
		if p.late(16) {
			return
		}
		switch t.Nodes[i].Tag { //nolint:exhaustive // only these say something
		case atom.Meta:
			p.meta(int32(i))
		case atom.Link:
			if len(p.claims.path) == 0 && strings.EqualFold(t.Raw(int32(i), dom.Rel), "canonical") {
				p.address(t.Value(int32(i), dom.Href))
			}
		case atom.Article:
			k.articles++
		case atom.H1:
			k.headings1++
		case atom.Form:
			k.forms++
		case atom.Pre, atom.Code:
			k.code++
		case atom.Li:
			k.items++
		case atom.Img:
			k.images++
		case atom.Table:
			k.tables++
		}
	}
	for i := range p.Blocks {
		k.prices += min(p.Blocks[i].text.money, 1)
	}
	for i := range p.twins {
		k.twins = max(k.twins, p.twins[i])
	}
}

func (p *Page) readTitle() {
	t, c := p.Tree, &p.claims
	c.titles, c.headline, c.byline = wordSet{}, wordSet{}, wordSet{}
	if !t.Title.Empty() {
		c.title = hashes(html.UnescapeString(head(t.Title.Of(t.Page))))
		for _, w := range c.title {
			c.titles[w] = true
		}
	}
	c.headline.addText(head(p.said.Claims.Headline))
	for _, a := range p.said.Authors {
		c.byline.addText(head(a))
	}
	for _, d := range p.said.Dates {
		c.byline.addText(head(d))
	}
}

func (p *Page) readClaims() error {
	t, c := p.Tree, &p.claims
	c.description, c.bodies = wordSet{}, wordSet{}
	for _, s := range p.said.Claims.Descriptions {
		c.description.addText(linked.Decode(head(s.Of(t.Page))))
	}
	left := maxBody
	for i, s := range p.said.Claims.Bodies {
		if left -= s.Len(); left < 0 {
			break
		}
		words := hashes(withoutTags(linked.Decode(s.Of(t.Page))))
		if i == 0 {
			c.bodyWords = int32(len(words)) //nolint:gosec // at most maxBody
		}
		for _, w := range words {
			c.bodies[w] = true
		}
		if err := p.pace.Step(4 * s.Len()); err != nil {
			return err
		}
	}
	return nil
}

// head is the beginning of a text that the markup gives.
func head(s string) string { return s[:min(len(s), maxClaim)] }

// withoutTags leaves the tags out of a text that may be markup.
func withoutTags(s string) string {
	if !strings.Contains(s, "</") {
		return s
	}
	var b strings.Builder
	for s != "" {
		before, after, found := strings.Cut(s, "<")
		b.WriteString(before)
		b.WriteByte(' ')
		if !found {
			break
		}
		_, s, _ = strings.Cut(after, ">")
	}
	return b.String()
}

// address notes the page's own address.
func (p *Page) address(u string) {
	for _, w := range pathWords(head(u)) {
		p.claims.path = append(p.claims.path, hashOf(w))
	}
}

func (p *Page) meta(i int32) {
	t, c := p.Tree, &p.claims
	name := t.Raw(i, dom.Name)
	if name == "" {
		name = t.Raw(i, dom.Property)
	}
	switch {
	case strings.EqualFold(name, "og:url"):
		if len(c.path) == 0 {
			p.address(t.Value(i, dom.Content))
		}
	case strings.EqualFold(name, "generator"):
		if w := hashes(head(t.Value(i, dom.Content))); len(w) > 0 {
			c.maker = append(c.maker, w[0])
		}
	}
}

// says reports whether the markup says that the page is one of these kinds.
func (p *Page) says(k meta.Kinds) bool { return p.said.Claims.Kinds&k != 0 }
