package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// anchor reads a link whose rel or address says where it leads.
func (r *pageReader) anchor(i int32) {
	rel := r.t.Raw(i, dom.Rel)
	if rel == "" {
		r.profile(i)
		return
	}
	for one := range strings.FieldsSeq(rel) {
		switch {
		case strings.EqualFold(one, "author"):
			r.rel(author, i)
		case strings.EqualFold(one, "tag"):
			if strings.Contains(r.t.Raw(i, dom.Href), "/categor") || strings.EqualFold(strings.Fields(rel)[0], "category") {
				r.rel(category, i)
			} else {
				r.rel(tag, i)
			}
		case strings.EqualFold(one, "license"):
			if span, ok := r.t.Attr(i, dom.Href); ok {
				r.add(candidate{field: license, source: fromRel, node: i, span: span})
			}
		}
	}
}

// profiles are the parts of addresses at which sites keep the pages of their authors.
var profiles = [...]string{"/author/", "/authors/", "/autor/", "/autoren/", "/autorin/", "/auteur/", "/contributor", "/writer", "/redaktion/", "/people/", "/staff/", "/members/", "/profile/", "/user/", "/users/"} //nolint:misspell // words of many languages

// accounts is the index of the first of them that anybody can have a page at.
const accounts = 9

// profile reads a link to the page of an author.
func (r *pageReader) profile(i int32) {
	n := &r.t.Nodes[i]
	if n.In&(dom.Skip|dom.Nav|dom.Footer) != 0 || r.zones[n.Parent]&inherited != 0 || n.EndText == n.FirstText || n.EndText > n.FirstText+3 {
		return
	}
	href := r.t.Raw(i, dom.Href)
	for k, p := range profiles {
		if at := strings.Index(href, p); at >= 0 && len(href) > at+len(p)+2 {
			v, span := r.words(i)
			if names := people(v); len(names) == 0 || len(v) > 60 || !looksPersonal(names) && k < accounts {
				return
			}
			c := candidate{field: author, source: fromRel, rank: 1, node: i, span: span, value: v}
			if k >= accounts {
				c.source, c.rank = fromText, 2
			}
			r.add(c)
			return
		}
	}
}

// rel keeps the text of a link.
func (r *pageReader) rel(f field, i int32) {
	if r.t.Nodes[i].In&dom.Skip != 0 || r.zones[r.t.Nodes[i].Parent]&inComment != 0 {
		return
	}
	if v, span := r.words(i); v != "" {
		r.add(candidate{field: f, source: fromRel, node: i, span: span, value: v})
	}
}
