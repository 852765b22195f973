package content

import (
	"encoding/json"
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// wordSet is a set of words by their hashes.
type wordSet map[uint32]bool

// hashes returns the words of a text.
func hashes(s string) []uint32 {
	var b Block
	r := reader{}
	r.scan(&b.text, &b, s)
	return r.words
}

// hashOf is the hash of a word in lower case.
func hashOf(w string) uint32 {
	h := uint32(hashStart)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * hashStep
	}
	return h
}

func setOf(words []uint32) wordSet {
	set := make(wordSet, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// common counts the words of block i that are in a set.
func (p *Page) common(i int, set wordSet) int32 {
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

// claims are what a page's markup says of it.
type claims struct {
	title, types, path, maker         []uint32 // hashes of words
	titleSet, descriptionSet, bodySet wordSet
	article, product, forum, listing  bool
	linkedData                        int32
}

// counts are numbers of elements.
type counts struct{ articles, headings1, forms, code, items, prices, images, tables, twins int32 }

// describe reads what the page's markup says of it: title, description, structured data.
func (p *Page) describe() {
	t, c, k := p.Tree, &p.claims, &p.counts
	if !t.Title.Empty() {
		c.title = hashes(html.UnescapeString(t.Title.Of(t.Page)))
		c.titleSet = setOf(c.title)
	}
	for i := range t.Nodes {
		n := &t.Nodes[i]
		switch n.Tag { //nolint:exhaustive // only these say something
		case atom.Meta:
			p.meta(int32(i))
		case atom.Link:
			if len(c.path) == 0 && strings.EqualFold(t.Raw(int32(i), dom.Rel), "canonical") {
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
	var body strings.Builder
	for _, s := range t.Scripts {
		if strings.Contains(t.Raw(s.Node, dom.Type), "ld+json") {
			c.linkedData++
			p.linkedData(s.Span.Of(t.Page), &body)
		}
	}
	c.bodySet = setOf(hashes(body.String()))
}

// address notes the page's own address.
func (p *Page) address(u string) {
	for _, w := range pathWords(u) {
		p.claims.path = append(p.claims.path, hashOf(w))
	}
}

func (p *Page) meta(i int32) {
	t, c := p.Tree, &p.claims
	name := t.Raw(i, dom.Name)
	if name == "" {
		name = t.Raw(i, dom.Property)
	}
	switch strings.ToLower(name) {
	case "description", "og:description":
		if c.descriptionSet == nil {
			c.descriptionSet = setOf(hashes(t.Value(i, dom.Content)))
		}
	case "og:url":
		if len(c.path) == 0 {
			p.address(t.Value(i, dom.Content))
		}
	case "generator":
		if w := hashes(t.Value(i, dom.Content)); len(w) > 0 {
			c.maker = append(c.maker, w[0])
		}
	case "og:type":
		v := strings.ToLower(t.Raw(i, dom.Content))
		c.types = append(c.types, hashOf(v))
		c.article = c.article || strings.HasPrefix(v, "article")
		c.product = c.product || strings.Contains(v, "product")
	}
}

// linkedData notes what a script of JSON-LD says. It looks for names and strings only, so that no mistake in it matters.
func (p *Page) linkedData(s string, body *strings.Builder) {
	c := &p.claims
	eachString(s, `"@type"`, func(v string) {
		c.types = append(c.types, hashOf(strings.ToLower(v)))
		c.article = c.article || strings.HasSuffix(v, "Article") || v == "BlogPosting"
		c.product = c.product || v == "Product"
		c.forum = c.forum || v == "DiscussionForumPosting" || v == "QAPage"
		c.listing = c.listing || v == "ItemList" || v == "CollectionPage"
	})
	for _, name := range []string{`"articleBody"`, `"text"`, `"reviewBody"`, `"description"`} {
		eachString(s, name, func(v string) {
			body.WriteString(html.UnescapeString(v))
			body.WriteByte(' ')
		})
	}
}

// eachString calls do with each string that stands behind name.
func eachString(s, name string, do func(string)) {
	for {
		i := strings.Index(s, name)
		if i < 0 {
			return
		}
		s = strings.TrimLeft(s[i+len(name):], " \t\n\r:")
		if !strings.HasPrefix(s, `"`) {
			continue
		}
		n := stringEnd(s)
		var v string
		if json.Unmarshal([]byte(s[:n]), &v) == nil {
			do(v)
		}
		s = s[n:]
	}
}

// stringEnd is where the JSON string that s begins with ends.
func stringEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

const pageFeatures = 19 + KindCount

// page describes the page.
func (p *Page) page(r *row) {
	c, k := &p.claims, &p.counts
	r.put(int(p.whole.blocks))
	r.put(int(p.whole.chars / 4))
	r.share(p.whole.linked, p.whole.chars)
	r.share(p.whole.prose, p.whole.chars)
	r.share(p.whole.short, p.whole.chars)
	r.share(p.whole.stops, p.whole.words)
	r.put(int(p.whole.headings))
	r.yes(c.article)
	r.yes(c.product)
	r.yes(c.forum)
	r.yes(c.listing)
	r.put(int(k.articles))
	r.put(int(k.headings1))
	r.put(int(k.forms))
	r.put(int(k.code))
	r.put(int(k.items))
	r.put(int(k.prices))
	r.put(int(k.images))
	r.put(int(c.linkedData))
	for _, chance := range p.kinds {
		r.put(int(chance))
	}
}
