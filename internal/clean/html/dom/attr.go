package dom

import (
	"html"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Key is the name of an attribute that is kept.
type Key uint8

// The attributes that are kept.
const (
	Class Key = iota + 1
	ID
	Role
	Itemprop
	Itemtype
	Itemscope
	Href
	Src
	Alt
	Content
	Name
	Property
	HTTPEquiv
	Style
	HiddenAttr
	AriaHidden
	AriaLabel
	Datetime
	Lang
	Rel
	Type
	Colspan
	Rowspan
	Cfemail
	TitleAttr
	Srcset
	DataSrc
	Value
	Charset
	Media
	Start
	Encoding
	AltText
	ShadowRoot
)

// keys are their names in HTML.
var keys = map[string]Key{
	"class": Class, "id": ID, "role": Role, "itemprop": Itemprop, "itemtype": Itemtype, "itemscope": Itemscope, "href": Href,
	"src": Src, "alt": Alt, "content": Content, "name": Name, "property": Property, "http-equiv": HTTPEquiv, "style": Style,
	"hidden": HiddenAttr, "aria-hidden": AriaHidden, "aria-label": AriaLabel, "datetime": Datetime, "lang": Lang, "rel": Rel,
	"type": Type, "colspan": Colspan, "rowspan": Rowspan, "data-cfemail": Cfemail, "title": TitleAttr, "srcset": Srcset,
	"data-src": DataSrc, "value": Value, "charset": Charset, "media": Media, "start": Start, "encoding": Encoding, "alttext": AltText, "shadowrootmode": ShadowRoot,
}

// longestKey is the length of the longest of their names.
const longestKey = 14

// attr is an attribute as it is kept: where its value stands in the page, quotes not included.
type attr struct {
	key        Key
	start, end int32
}

// maxAttributes is how many attributes of one element are kept; no honest page has more.
const maxAttributes = 64

// readAttributes keeps the attributes of the start tag at s, whose name is n bytes long.
func (t *Tree) readAttributes(s text.Span, n int) (first int32, count uint16) {
	first = int32(len(t.attrs)) //nolint:gosec // fewer than bytes
	page := t.Page
	end := s.End
	if end > s.Start && page[end-1] == '>' {
		end--
	}
	for i := s.Start + 1 + n; i < end && count < maxAttributes; {
		if c := page[i]; isSpace(c) || c == '/' {
			i++
			continue
		}
		from := i
		for i < end && !isSpace(page[i]) && page[i] != '/' && (page[i] != '=' || i == from) {
			i++
		}
		key := keyOf(page[from:i])
		for i < end && isSpace(page[i]) {
			i++
		}
		value := text.Span{Start: i, End: i}
		if i < end && page[i] == '=' {
			value, i = valueAt(page, i+1, end)
		}
		if key != 0 {
			t.attrs = append(t.attrs, attr{key, int32(value.Start), int32(value.End)}) //nolint:gosec // pages are below 2 GiB
			count++
		}
	}
	return first, count
}

// valueAt returns the attribute value that begins at i, behind the sign of equality, and where it ends, quotes included.
func valueAt(page string, i, end int) (value text.Span, next int) {
	for i < end && isSpace(page[i]) {
		i++
	}
	if i < end && (page[i] == '"' || page[i] == '\'') {
		n := strings.IndexByte(page[i+1:end], page[i])
		if n < 0 {
			return text.Span{Start: i + 1, End: end}, end
		}
		return text.Span{Start: i + 1, End: i + 1 + n}, i + 2 + n
	}
	from := i
	for i < end && !isSpace(page[i]) {
		i++
	}
	return text.Span{Start: from, End: i}, i
}

// keyOf returns the key of a name, 0 if it is not kept.
func keyOf(name string) Key {
	if len(name) > longestKey || len(name) < 2 {
		return 0
	}
	var lower [longestKey]byte
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return keys[string(lower[:len(name)])]
}

// Attr returns where the value of an attribute of a node stands in the page, as written. The second result is false where
// there is none. Of several of one name the first counts.
func (t *Tree) Attr(node int32, key Key) (text.Span, bool) {
	n := &t.Nodes[node]
	for _, a := range t.attrs[n.attr : n.attr+int32(n.attrs)] {
		if a.key == key {
			return text.Span{Start: int(a.start), End: int(a.end)}, true
		}
	}
	return text.Span{}, false
}

// Raw returns the value of an attribute as written, empty if there is none.
func (t *Tree) Raw(node int32, key Key) string {
	s, _ := t.Attr(node, key)
	return s.Of(t.Page)
}

// Value returns the value of an attribute, character references decoded, without white space at its ends; empty if there
// is none.
func (t *Tree) Value(node int32, key Key) string {
	return strings.TrimSpace(html.UnescapeString(t.Raw(node, key)))
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
