package meta

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/meta/loose"
	"github.com/copydesk/copydesk/internal/text"
)

// linked is the JSON-LD of a page.
type linked struct {
	values []loose.Value
	works  []work
}

// work is one object that a page can be about.
type work struct {
	at    int32 // the object
	kinds Kinds
	page  bool // the page itself, or its site, not a work on it
}

// maxLinked is how many bytes of JSON-LD are read of one page.
const maxLinked = 4 << 20

// readScripts reads the structured data of a page.
func (r *reader) readScripts() {
	left := maxLinked
	for _, s := range r.t.Scripts {
		kind := r.t.Raw(s.Node, dom.Type)
		if !strings.Contains(kind, "ld+json") && !strings.Contains(kind, "LD+JSON") || s.Span.Len() > left {
			continue
		}
		left -= s.Span.Len()
		from := len(r.data.values)
		r.data.values = loose.Append(r.data.values, r.t.Page, s.Span)
		r.findWorks(int32(from)) //nolint:gosec // fewer than bytes
	}
	for _, w := range r.data.works {
		r.claims.Kinds |= w.kinds
	}
	if w := r.mainWork(); w != nil {
		r.readWork(w, fromLD)
	}
	for i := range r.data.works {
		if w := &r.data.works[i]; w.page {
			r.readWork(w, fromOther)
		}
	}
	r.readSite()
	slices.SortStableFunc(r.claims.Bodies, func(a, b text.Span) int { return b.Len() - a.Len() })
}

// carriers are members whose value can be the work that a page is about; what stands in others is only mentioned.
var carriers = map[string]bool{"@graph": true, "mainEntity": true, "mainEntityOfPage": true, "itemReviewed": false, "": true}

// findWorks finds the works among the values from a place on.
func (r *reader) findWorks(from int32) {
	for i := int(from); i < len(r.data.values); i++ {
		if r.data.values[i].Kind == loose.Object {
			r.work(int32(i)) //nolint:gosec // fewer than bytes
		}
	}
}

func (r *reader) key(i int32) string { return r.data.values[i].Key.Of(r.t.Page) }

// work notes the object i if it is one and stands where it can be the page's own.
func (r *reader) work(i int32) {
	if !r.own(i) {
		return
	}
	var kinds Kinds
	page, typed := false, false
	for _, name := range r.strings(i, "@type") {
		typed = true
		name = name[strings.LastIndexByte(name, '/')+1:]
		kinds |= KindOf(name)
		page = page || strings.HasSuffix(name, "Page") || name == "WebSite"
	}
	if typed && (kinds != 0 || page) && len(r.data.works) < 64 {
		r.data.works = append(r.data.works, work{i, kinds, page && kinds&(Question|Forum) == 0})
	}
	for _, name := range [...]string{"articleBody", "text", "reviewBody"} {
		if k, ok := r.member(i, name); ok && r.data.values[k].Kind == loose.String && len(r.claims.Bodies) < 256 {
			r.claims.Bodies = append(r.claims.Bodies, r.data.values[k].Text)
		}
	}
	if k, ok := r.member(i, "description"); ok && r.data.values[k].Kind == loose.String && len(r.claims.Descriptions) < 16 {
		r.claims.Descriptions = append(r.claims.Descriptions, r.data.values[k].Text)
	}
}

// own reports whether all that object i stands in are carriers.
func (r *reader) own(i int32) bool {
	for depth := 0; i >= 0 && depth < 16; depth++ {
		v := &r.data.values[i]
		if !v.Key.Empty() && !carriers[r.key(i)] {
			return false
		}
		i = v.Parent
	}
	return i < 0
}

// member returns the value of a member of object i.
func (r *reader) member(i int32, name string) (int32, bool) {
	v := r.data.values
	for k := i + 1; k < v[i].End; k = v[k].End {
		if v[k].Key.Len() == len(name) && r.key(k) == name {
			return k, true
		}
	}
	return 0, false
}

// each calls do for value k, or for all values of the list that it is.
func (r *reader) each(k int32, do func(int32)) {
	v := r.data.values
	if v[k].Kind != loose.List {
		do(k)
		return
	}
	for e, n := k+1, 0; e < v[k].End && n < 64; e, n = v[e].End, n+1 {
		do(e)
	}
}

// strings returns the strings that a member of object i holds.
func (r *reader) strings(i int32, name string) []string {
	k, ok := r.member(i, name)
	if !ok {
		return nil
	}
	var out []string
	r.each(k, func(e int32) {
		if v := &r.data.values[e]; v.Kind == loose.String {
			out = append(out, v.Text.Of(r.t.Page))
		}
	})
	return out
}

// mainWork returns the work that the page is about: of several of a kind the one that has the page's title or stands first,
// articles before all others.
func (r *reader) mainWork() *work {
	best, score := -1, 0
	for i, w := range r.data.works {
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
		if _, ok := r.member(w.at, "datePublished"); ok {
			s += 2
		}
		if k, ok := r.headline(w.at); ok && r.inTitle(r.data.values[k].Text) {
			s += 3
		}
		if s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return nil
	}
	return &r.data.works[best]
}

func (r *reader) headline(at int32) (int32, bool) {
	if k, ok := r.member(at, "headline"); ok {
		return k, true
	}
	return r.member(at, "name")
}

// inTitle reports whether the title element begins as the string at s does.
func (r *reader) inTitle(s text.Span) bool {
	v := loose.Decode(s.Of(r.t.Page)[:min(s.Len(), maxValue)])
	key, whole := letters(v), letters(value(r.t.Page, r.t.Title))
	return key != "" && whole != "" && (strings.Contains(whole, key) || strings.Contains(key, whole))
}

// ofWork are the members of a work that tell a field.
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
func (r *reader) readWork(w *work, from source) {
	for _, m := range ofWork {
		if m.field == 0 || from == fromOther && (m.field == tag || m.field == category) {
			continue
		}
		k, ok := r.member(w.at, m.name)
		if !ok {
			continue
		}
		r.each(k, func(e int32) {
			if s, ok := r.text(m.field, e, 0); ok {
				v := fold(loose.Decode(s.Of(r.t.Page)[:min(s.Len(), maxValue)]))
				r.add(candidate{field: m.field, source: from, rank: m.rank, node: -1, span: s, value: v})
			}
		})
	}
}

// text returns the string that value k stands for: itself, or the name (of an image, the address) of the object that it is
// or refers to.
func (r *reader) text(f field, k int32, depth int) (text.Span, bool) {
	v := &r.data.values[k]
	switch {
	case depth > 2 || v.Kind == loose.Literal && f != published && f != modified:
		return text.Span{}, false
	case v.Kind == loose.String || v.Kind == loose.Literal:
		return v.Text, !v.Text.Empty()
	case v.Kind == loose.List:
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
		if m, ok := r.member(k, name); ok {
			return r.text(f, m, depth+1)
		}
	}
	if m, ok := r.member(k, "@id"); ok {
		if to, ok := r.referred(k, r.data.values[m].Text.Of(r.t.Page)); ok {
			return r.text(f, to, depth+1)
		}
	}
	return text.Span{}, false
}

// referred returns the object that has this id and says more than that.
func (r *reader) referred(from int32, id string) (int32, bool) {
	for i := range r.data.values {
		v := &r.data.values[i]
		if v.Kind != loose.String || v.Parent < 0 || v.Parent == from || v.Key.Len() != 3 || v.Key.Of(r.t.Page) != "@id" || v.Text.Of(r.t.Page) != id {
			continue
		}
		if _, ok := r.member(v.Parent, "name"); ok {
			return v.Parent, true
		}
		if _, ok := r.member(v.Parent, "url"); ok {
			return v.Parent, true
		}
	}
	return 0, false
}

// readSite keeps the name of the site.
func (r *reader) readSite() {
	for _, w := range r.data.works {
		if w.kinds&Website == 0 {
			continue
		}
		if k, ok := r.member(w.at, "name"); ok && r.data.values[k].Kind == loose.String {
			s := r.data.values[k].Text
			r.add(candidate{field: site, source: fromOther, node: -1, span: s, value: fold(loose.Decode(s.Of(r.t.Page)))})
		}
	}
}
