package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// meta reads a meta element.
func (r *pageReader) meta(i int32) {
	span, ok := r.t.Attr(i, dom.Content)
	if !ok || span.Empty() {
		return
	}
	for _, key := range [...]dom.Key{dom.Property, dom.Name, dom.Itemprop, dom.HTTPEquiv} {
		name := r.t.Raw(i, key)
		if name == "" {
			continue
		}
		r.claims.meta(name, r.t, span)
		if r.labelled(name, i, span) || r.reserve(name, span) || r.metaProperty(name, key == dom.Itemprop, i, span) {
			return
		}
	}
}

// metaProperty keeps the content of a meta element by the first of its names that is known. In microdata the content belongs
// to the item around it, so titles, images, descriptions and site names are not taken from there.
func (r *pageReader) metaProperty(name string, item bool, i int32, s text.Span) bool {
	for one := range strings.FieldsSeq(name) {
		p := propertyOf(one)
		if p.field == 0 || item && (p.field == title || p.field == image || p.field == description || p.field == site) {
			continue
		}
		from := sourceOf(one)
		if item {
			from = fromItem
		}
		r.add(candidate{field: p.field, source: from, rank: p.rank, node: i, span: s})
		return true
	}
	return false
}

// labelled reads the pairs of label and data that publishing tools write for cards: "Written by", and who.
func (r *pageReader) labelled(name string, i int32, s text.Span) bool {
	if len(name) < 13 || !hasPrefixFold(name, "twitter:") {
		return false
	}
	switch {
	case hasPrefixFold(name[8:], "label"):
		_, r.byLabel = afterBy(value(r.t.Page, s) + " ")
	case hasPrefixFold(name[8:], "data"):
		if r.byLabel {
			r.add(candidate{field: author, source: fromMeta, rank: 0, node: i, span: s})
		}
		r.byLabel = false
	default:
		return false
	}
	return true
}

// link reads a link element.
func (r *pageReader) link(i int32) {
	rel := r.t.Raw(i, dom.Rel)
	span, ok := r.t.Attr(i, dom.Href)
	if !ok {
		return
	}
	switch {
	case r.reserveByLink(i, rel, span):
	case strings.EqualFold(rel, "canonical"):
		r.add(candidate{field: canonical, source: fromLink, node: i, span: span})
	case strings.EqualFold(rel, "license"):
		r.add(candidate{field: license, source: fromLink, node: i, span: span})
	case strings.EqualFold(rel, "image_src"):
		r.add(candidate{field: image, source: fromLink, node: i, span: span})
	}
}

// language reads the html element.
func (r *pageReader) language(i int32) {
	if span, ok := r.t.Attr(i, dom.Lang); ok && r.lang == "" {
		r.lang = strings.ToLower(span.Of(r.t.Page))
		r.add(candidate{field: language, source: fromItem, node: i, span: span})
	}
}
