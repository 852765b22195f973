package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// item reads an element with an itemprop.
func (r *pageReader) item(i int32, names string) {
	if r.zones[i]&inComment != 0 {
		return
	}
	for one := range strings.FieldsSeq(names) {
		p := propertyOf(one)
		if p.field == 0 || p.field == description {
			continue
		}
		c := candidate{field: p.field, source: fromItem, rank: p.rank, node: i}
		if p.field == author || p.field == publisher {
			c.node = r.nameIn(i)
		}
		c.span = r.firstOf(i, itemKeys[p.field]...)
		if c.span.Empty() {
			c.value, c.span = r.words(c.node)
		}
		if c.value != "" || !c.span.Empty() {
			r.add(c)
		}
	}
}

// itemKeys are the attributes that hold the value of a field in microdata, before what is to be read.
var itemKeys = map[field][]dom.Key{
	published: {dom.Datetime, dom.Content}, modified: {dom.Datetime, dom.Content}, image: {dom.Href, dom.Src}, license: {dom.Href, dom.Src},
}

// firstOf returns the range of the first of the attributes that is present and not empty.
func (r *pageReader) firstOf(i int32, keys ...dom.Key) text.Span {
	for _, k := range keys {
		if span, ok := r.t.Attr(i, k); ok && !span.Empty() {
			return span
		}
	}
	return text.Span{}
}

// nameIn returns the element named "name" in element i, i itself if there is none.
func (r *pageReader) nameIn(i int32) int32 {
	end := min(r.t.Nodes[i].End, i+64)
	for k := i + 1; k < end; k++ {
		if strings.EqualFold(r.t.Raw(k, dom.Itemprop), "name") {
			return k
		}
	}
	return i
}
