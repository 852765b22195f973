package meta

import (
	"html"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// Result is what a page says of itself.
type Result struct {
	// Facts are the fields as decided, in the order of their names in the contract; several of those that are lists. Sources
	// are offsets in the page.
	Facts []text.Fact

	// Claims are what the page says it is, and what it holds.
	Claims Claims
}

// reader collects what one page says.
type reader struct {
	t       *dom.Tree
	address *url.URL // nil if there is none
	zones   []zone   // by node
	found   []candidate
	heads   []int32 // h1 elements
	heads2  []int32 // h2 and elements named for the title
	visible []int32 // elements that may hold a byline or a date, in document order
	data    linked
	claims  Claims
	lang    string
	host    string
	site    string
	byLabel bool // the last label was that of an author
}

// Read returns what the page t says of itself. The address is that of the page, or empty.
func Read(t *dom.Tree, address string) Result {
	r := newReader(t, address)
	r.readScripts()
	r.readNodes()
	return Result{Facts: r.decide(), Claims: r.claims}
}

func newReader(t *dom.Tree, address string) *reader {
	r := &reader{t: t, zones: make([]zone, len(t.Nodes))}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		r.address = u
		r.host = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return r
}

// readNodes walks the elements once.
func (r *reader) readNodes() {
	for i := range r.t.Nodes {
		if r.t.Nodes[i].Tag == atom.H1 {
			r.heads = append(r.heads, int32(i))
		}
	}
	half := int32(len(r.t.Texts) / 2) //nolint:gosec // fewer than bytes
	for i := int32(1); int(i) < len(r.t.Nodes); i++ {
		n := &r.t.Nodes[i]
		switch n.Tag { //nolint:exhaustive // the others have no meaning of their own
		case atom.Meta:
			r.meta(i)
			continue
		case atom.Link:
			r.link(i)
			continue
		case atom.Html:
			r.language(i)
			continue
		case atom.Head, atom.Body, atom.Script, atom.Style, atom.Br:
			continue
		case atom.Time, atom.Abbr:
			if len(r.visible) < maxVisible {
				r.visible = append(r.visible, i)
			}
		case atom.H2:
			r.heads2 = append(r.heads2, i)
		case atom.A:
			r.anchor(i)
		}
		r.named(i, half)
	}
}

// named reads the names of an element, and its place in microdata.
func (r *reader) named(i, half int32) {
	n := &r.t.Nodes[i]
	z := r.zones[n.Parent] & inherited
	if s := r.t.Raw(i, dom.Class); s != "" {
		z |= zoneOf(s)
	}
	if s := r.t.Raw(i, dom.ID); s != "" {
		z |= zoneOf(s)
	}
	if own := z &^ r.zones[n.Parent]; own&inherited != 0 && (n.EndText-n.FirstText > half || r.holdsHead(i)) {
		z &^= own & inherited // the name of a whole page, as of one that has comments
	}
	r.zones[i] = z
	if n.In&dom.Skip != 0 {
		return
	}
	if z&(inByline|inDate|inUser) != 0 && n.EndText-n.FirstText <= maxParts && n.EndText > n.FirstText && n.Tag != atom.Time && n.Tag != atom.Abbr && len(r.visible) < maxVisible {
		r.visible = append(r.visible, i)
	}
	if z&inHeadline != 0 && n.Tag != atom.H1 && n.Tag != atom.H2 && n.EndText-n.FirstText <= maxParts && n.EndText > n.FirstText {
		r.heads2 = append(r.heads2, i)
	}
	if s := r.t.Raw(i, dom.Itemprop); s != "" {
		r.item(i, s)
	}
}

// holdsHead reports whether element i holds one of the first headings of the page.
func (r *reader) holdsHead(i int32) bool {
	for _, h := range r.heads[:min(len(r.heads), 3)] {
		if h > i && h < r.t.Nodes[i].End {
			return true
		}
	}
	return false
}

// maxVisible is how many elements are looked at that may hold a byline or a date: later ones are those of other pages.
const maxVisible = 128

// maxParts is of how many texts a byline, a date or a title consists at most.
const maxParts = 16

// meta reads a meta element.
func (r *reader) meta(i int32) {
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
		if r.labelled(name, i, span) || r.metaProperty(name, key == dom.Itemprop, i, span) {
			return
		}
	}
}

// metaProperty keeps the content of a meta element by the first of its names that tells something. In microdata it belongs
// to the thing around it, so that only what nothing else has is taken.
func (r *reader) metaProperty(name string, item bool, i int32, s text.Span) bool {
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
func (r *reader) labelled(name string, i int32, s text.Span) bool {
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

// add keeps a candidate, if it says something. Its value is read from the page if it has none.
func (r *reader) add(c candidate) {
	if len(r.found) >= maxCandidates {
		return
	}
	if c.value == "" {
		c.value = value(r.t.Page, c.span)
	}
	if !utf8.ValidString(c.value) { // cut in the middle of a character
		c.value = strings.ToValidUTF8(c.value, "")
	}
	if c.value != "" {
		r.found = append(r.found, c)
	}
}

// maxCandidates bounds what is kept of one page: nobody has a thousand titles.
const maxCandidates = 4096

// value returns what stands at s, character references decoded and white space folded.
func value(page string, s text.Span) string {
	v := s.Of(page)
	if len(v) > maxValue {
		v = strings.ToValidUTF8(v[:maxValue], "")
	}
	if strings.IndexByte(v, '&') >= 0 {
		v = html.UnescapeString(v)
		if strings.IndexByte(v, '&') >= 0 { // often they are written twice
			v = html.UnescapeString(v)
		}
	}
	return fold(v)
}

// softHyphen shows only where a line is broken at it.
const softHyphen = "\u00ad"

// maxValue is how much of a value is read, in bytes.
const maxValue = 4096

// fold returns v with every run of white space made one space, and none at the ends.
func fold(v string) string {
	if isFolded(v) {
		return v
	}
	if strings.Contains(v, softHyphen) {
		v = strings.ReplaceAll(v, softHyphen, "")
	}
	return strings.Join(strings.Fields(v), " ")
}

func isFolded(v string) bool {
	space := true
	for i := range len(v) {
		switch c := v[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < ' ' || c >= 0x80:
			if c < ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 { // it may be a wide space
				return false
			}
			space = false
		default:
			space = false
		}
	}
	return !space || v == ""
}

// link reads a link element.
func (r *reader) link(i int32) {
	rel := r.t.Raw(i, dom.Rel)
	span, ok := r.t.Attr(i, dom.Href)
	if !ok {
		return
	}
	switch {
	case strings.EqualFold(rel, "canonical"):
		r.add(candidate{field: canonical, source: fromLink, node: i, span: span})
	case strings.EqualFold(rel, "license"):
		r.add(candidate{field: license, source: fromLink, node: i, span: span})
	case strings.EqualFold(rel, "image_src"):
		r.add(candidate{field: image, source: fromLink, node: i, span: span})
	}
}

// language reads the html element.
func (r *reader) language(i int32) {
	if span, ok := r.t.Attr(i, dom.Lang); ok && r.lang == "" {
		r.lang = strings.ToLower(span.Of(r.t.Page))
		r.add(candidate{field: language, source: fromItem, node: i, span: span})
	}
}

// anchor reads a link that says what it leads to.
func (r *reader) anchor(i int32) {
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

// profiles are the pieces of addresses at which sites keep the pages of their authors.
var profiles = [...]string{"/author/", "/authors/", "/autor/", "/autoren/", "/autorin/", "/auteur/", "/contributor", "/writer", "/redaktion/", "/people/", "/staff/", "/members/", "/profile/", "/user/", "/users/"} //nolint:misspell // words of many languages

// accounts is the first of them at which anybody can have one.
const accounts = 9

// profile reads a link to the page of an author.
func (r *reader) profile(i int32) {
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

// rel keeps what stands in a link.
func (r *reader) rel(f field, i int32) {
	if r.t.Nodes[i].In&dom.Skip != 0 || r.zones[r.t.Nodes[i].Parent]&inComment != 0 {
		return
	}
	if v, span := r.words(i); v != "" {
		r.add(candidate{field: f, source: fromRel, node: i, span: span, value: v})
	}
}

// item reads an element with an itemprop.
func (r *reader) item(i int32, names string) {
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

// firstOf returns where the first of the attributes stands that is there and not empty.
func (r *reader) firstOf(i int32, keys ...dom.Key) text.Span {
	for _, k := range keys {
		if span, ok := r.t.Attr(i, k); ok && !span.Empty() {
			return span
		}
	}
	return text.Span{}
}

// nameIn returns the element named "name" in element i, i itself if there is none.
func (r *reader) nameIn(i int32) int32 {
	end := min(r.t.Nodes[i].End, i+64)
	for k := i + 1; k < end; k++ {
		if strings.EqualFold(r.t.Raw(k, dom.Itemprop), "name") {
			return k
		}
	}
	return i
}

// maxWords is how many bytes are read of what is visible in one element.
const maxWords = 400

// words returns what is to be read in an element, up to a bound, and where it stands.
func (r *reader) words(i int32) (string, text.Span) {
	n := &r.t.Nodes[i]
	if n.FirstText == n.EndText {
		if span, ok := r.t.Attr(i, dom.Content); ok && !span.Empty() {
			return value(r.t.Page, span), span
		}
		return "", text.Span{}
	}
	return r.join(n.FirstText, n.EndText, " ")
}

// join returns texts as one, and where they stand. What parts blocks is written as sep.
func (r *reader) join(from, to int32, sep string) (string, text.Span) {
	span := r.t.Span(from)
	if to == from+1 {
		return value(r.t.Page, span), span
	}
	var b strings.Builder
	edge := r.t.Texts[from].Edge
	for k := from; k < to && b.Len() < maxWords; k++ {
		x := &r.t.Texts[k]
		if r.t.Nodes[x.Parent].In&(dom.Skip|dom.Control) != 0 {
			continue
		}
		switch {
		case k == from:
		case x.Edge != edge:
			b.WriteString(sep)
		case x.Space || x.Breaks > 0:
			b.WriteByte(' ')
		}
		edge = x.Edge
		span = span.Cover(r.t.Span(k))
		b.WriteString(value(r.t.Page, r.t.Span(k)))
	}
	return fold(b.String()), span
}
