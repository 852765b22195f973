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

// setOf returns the words of a text.
func setOf(s string) wordSet {
	var b Block
	r := reader{}
	r.scan(&b.text, &b, s)
	set := make(wordSet, len(r.words))
	for _, w := range r.words {
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

// kinds are what a page says of itself that it is.
type kinds struct {
	article, product, forum, listing, other bool
	articles, headings1, forms, code, items int32
	ld                                      int32
}

// describe reads what the page's markup says of it: title, description, structured data.
func (p *Page) describe() {
	t := p.Tree
	if !t.Title.Empty() {
		p.titleWords = setOf(html.UnescapeString(t.Title.Of(t.Page)))
	}
	for i := range t.Nodes {
		n := &t.Nodes[i]
		switch n.Tag { //nolint:exhaustive // only these say something
		case atom.Meta:
			p.meta(int32(i)) //nolint:gosec // fewer than bytes
		case atom.Article:
			p.kinds.articles++
		case atom.H1:
			p.kinds.headings1++
		case atom.Form:
			p.kinds.forms++
		case atom.Pre, atom.Code:
			p.kinds.code++
		case atom.Li:
			p.kinds.items++
		}
	}
	var body strings.Builder
	for _, s := range t.Scripts {
		if strings.Contains(t.Raw(s.Node, dom.Type), "ld+json") {
			p.kinds.ld++
			p.linkedData(s.Span.Of(t.Page), &body)
		}
	}
	if body.Len() > 0 {
		p.bodyWords = setOf(body.String())
	}
}

func (p *Page) meta(i int32) {
	t := p.Tree
	name := t.Raw(i, dom.Name)
	if name == "" {
		name = t.Raw(i, dom.Property)
	}
	switch strings.ToLower(name) {
	case "description", "og:description":
		if p.descriptionWords == nil {
			p.descriptionWords = setOf(t.Value(i, dom.Content))
		}
	case "og:type":
		switch v := strings.ToLower(t.Raw(i, dom.Content)); {
		case strings.HasPrefix(v, "article"):
			p.kinds.article = true
		case strings.Contains(v, "product"):
			p.kinds.product = true
		}
	}
}

// linkedData notes what a script of JSON-LD says.
func (p *Page) linkedData(s string, body *strings.Builder) {
	k := &p.kinds
	k.article = k.article || strings.Contains(s, "Article\"") || strings.Contains(s, "BlogPosting\"")
	k.product = k.product || strings.Contains(s, "\"Product\"")
	k.forum = k.forum || strings.Contains(s, "DiscussionForumPosting\"") || strings.Contains(s, "QAPage\"") || strings.Contains(s, "\"Question\"")
	k.listing = k.listing || strings.Contains(s, "ItemList\"") || strings.Contains(s, "CollectionPage\"")
	for _, name := range []string{"\"articleBody\"", "\"text\"", "\"reviewBody\"", "\"description\""} {
		for rest := s; ; {
			i := strings.Index(rest, name)
			if i < 0 {
				break
			}
			rest = strings.TrimLeft(rest[i+len(name):], " \t\n\r:")
			if strings.HasPrefix(rest, "\"") {
				n := stringEnd(rest)
				var v string
				if json.Unmarshal([]byte(rest[:n]), &v) == nil {
					body.WriteString(html.UnescapeString(v))
					body.WriteByte(' ')
				}
				rest = rest[n:]
			}
		}
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

const pageFeatures = 17

// page describes the page.
func (p *Page) page(r *row) {
	k := &p.kinds
	r.put(int(p.whole.blocks))
	r.put(int(p.whole.chars / 4))
	r.share(p.whole.linked, p.whole.chars)
	r.share(p.whole.prose, p.whole.chars)
	r.share(p.whole.short, p.whole.chars)
	r.share(p.whole.stops, p.whole.words)
	r.put(int(p.whole.headings))
	r.yes(k.article)
	r.yes(k.product)
	r.yes(k.forum)
	r.yes(k.listing)
	r.put(int(k.articles))
	r.put(int(k.headings1))
	r.put(int(k.forms))
	r.put(int(k.code))
	r.put(int(k.items))
	r.put(int(k.ld))
}
