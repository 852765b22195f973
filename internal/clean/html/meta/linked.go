package meta

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/text"
)

// work is one object that a page can be about.
type work struct {
	at    int32 // the object
	kinds Kinds
	page  bool // the page itself, or its site, not a work on it
}

// readLinked reads the structured data of a page.
func (r *pageReader) readLinked() {
	for i := range r.data.Values {
		if r.data.Values[i].Type == linked.Object {
			r.work(int32(i))
		}
		if r.stop(1) {
			return
		}
	}
	for _, w := range r.works {
		r.claims.Kinds |= w.kinds
	}
	if w := r.mainWork(); w != nil {
		r.readWork(w, fromLD)
	}
	for i := range r.works {
		if w := &r.works[i]; w.page {
			r.readWork(w, fromOther)
		}
	}
	r.readSite()
	slices.SortStableFunc(r.claims.Bodies, func(a, b text.Span) int { return b.Len() - a.Len() })
}

// carriers are members whose value can be the work that a page is about; objects in other members are only mentioned.
var carriers = map[string]bool{"@graph": true, "mainEntity": true, "mainEntityOfPage": true, "itemReviewed": false, "": true}

// work keeps object i if it is a work that can be what the page is about.
func (r *pageReader) work(i int32) {
	if !r.own(i) {
		return
	}
	var kinds Kinds
	page, typed := false, false
	for _, name := range r.data.Strings(i, "@type") {
		typed = true
		name = name[strings.LastIndexByte(name, '/')+1:]
		kinds |= KindOf(name)
		page = page || strings.HasSuffix(name, "Page") || name == "WebSite"
	}
	if typed && (kinds != 0 || page) && len(r.works) < 64 {
		r.works = append(r.works, work{i, kinds, page && kinds&(Question|Forum) == 0})
	}
	for _, name := range [...]string{"articleBody", "text", "reviewBody"} {
		if k, ok := r.data.Member(i, name); ok && r.data.Values[k].Type == linked.String && len(r.claims.Bodies) < maxBodies {
			r.claims.Bodies = append(r.claims.Bodies, r.data.Values[k].Text)
		}
	}
	if k, ok := r.data.Member(i, "description"); ok && r.data.Values[k].Type == linked.String && len(r.claims.Descriptions) < maxDescriptions {
		r.claims.Descriptions = append(r.claims.Descriptions, r.data.Values[k].Text)
	}
}

// own reports whether object i is in carriers only.
func (r *pageReader) own(i int32) bool {
	for depth := 0; i >= 0 && depth < 16; depth++ {
		v := &r.data.Values[i]
		if !v.Key.Empty() && !carriers[r.data.Key(i)] {
			return false
		}
		i = v.Parent
	}
	return i < 0
}

// mainWork returns the work that the page is about: articles before all others, then the one with the page's title, then
// the first.
func (r *pageReader) mainWork() *work {
	best, score := -1, 0
	for i, w := range r.works {
		if w.page {
			continue
		}
		s := 1
		if w.kinds&(Article|Forum|Question|Recipe) != 0 {
			s += 4
		}
		if w.kinds&(Listing|Website|Service|Collection|Video) != 0 {
			s = 1
		}
		if _, ok := r.data.Member(w.at, "datePublished"); ok {
			s += 2
		}
		if k, ok := r.headline(w.at); ok && r.inTitle(r.data.Values[k].Text) {
			s += 3
		}
		if s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return nil
	}
	return &r.works[best]
}

func (r *pageReader) headline(at int32) (int32, bool) {
	if k, ok := r.data.Member(at, "headline"); ok {
		return k, true
	}
	return r.data.Member(at, "name")
}

// inTitle reports whether the title element begins as the string at s does.
func (r *pageReader) inTitle(s text.Span) bool {
	v := linked.Decode(s.Of(r.t.Page)[:min(s.Len(), maxValue)])
	key, whole := letters(v), letters(value(r.t.Page, r.t.Title))
	return key != "" && whole != "" && (strings.Contains(whole, key) || strings.Contains(key, whole))
}

// ofWork are the members of a work that hold fields.
var ofWork = []struct {
	name  string
	field field
	rank  uint8
}{
	{"headline", title, 0}, {"name", title, 1}, {"datePublished", published, 0}, {"uploadDate", published, 2}, {"dateCreated", published, 1},
	{"dateModified", modified, 0}, {"inLanguage", language, 0}, {"license", license, 0}, {"articleSection", category, 0}, {"keywords", tag, 0}, {"description", description, 0},
	{"author", author, 0}, {"creator", author, 1}, {"publisher", publisher, 0}, {"image", image, 0}, {"url", canonical, 2}, {"startDate", 0, 0},
}

// readWork keeps what the members of a work say.
func (r *pageReader) readWork(w *work, from source) {
	for _, m := range ofWork {
		if m.field == 0 || from == fromOther && (m.field == tag || m.field == category) {
			continue
		}
		k, ok := r.data.Member(w.at, m.name)
		if !ok {
			continue
		}
		r.data.Each(k, func(e int32) {
			if s, ok := r.text(m.field, e, 0); ok {
				v := fold(linked.Decode(s.Of(r.t.Page)[:min(s.Len(), maxValue)]))
				r.add(candidate{field: m.field, source: from, rank: m.rank, node: -1, span: s, value: v})
			}
		})
	}
}

// text returns the string that value k means: itself, or the name (of an image, the address) of the object that it is
// or refers to.
func (r *pageReader) text(f field, k int32, depth int) (text.Span, bool) {
	v := &r.data.Values[k]
	switch {
	case depth > 2 || v.Type == linked.Literal && f != published && f != modified:
		return text.Span{}, false
	case v.Type == linked.String || v.Type == linked.Literal:
		return v.Text, !v.Text.Empty()
	case v.Type == linked.List:
		if v.End == k+1 {
			return text.Span{}, false
		}
		return r.text(f, k+1, depth+1)
	}
	names := [...]string{"name", "alternateName"}
	if f == image || f == license || f == canonical {
		names = [...]string{"url", "contentUrl"}
	}
	for _, name := range names {
		if m, ok := r.data.Member(k, name); ok {
			return r.text(f, m, depth+1)
		}
	}
	if m, ok := r.data.Member(k, "@id"); ok {
		if to, ok := r.data.Described(k, r.data.Raw(m)); ok {
			return r.text(f, to, depth+1)
		}
	}
	return text.Span{}, false
}

// readSite keeps the name of the site.
func (r *pageReader) readSite() {
	for _, w := range r.works {
		if w.kinds&Website == 0 {
			continue
		}
		if k, ok := r.data.Member(w.at, "name"); ok && r.data.Values[k].Type == linked.String {
			s := r.data.Values[k].Text
			r.add(candidate{field: site, source: fromOther, node: -1, span: s, value: fold(linked.Decode(s.Of(r.t.Page)))})
		}
	}
}
