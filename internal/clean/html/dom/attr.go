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
	AriaControls
	AriaExpanded
	DataTarget
	DataBSTarget
	Bgcolor
	Color
	Reversed
	DataLazySrc
	DataOriginal
	DataSrcset
	Open
	Popover
)

// keys are their names in HTML.
var keys = map[string]Key{
	"class": Class, "id": ID, "role": Role, "itemprop": Itemprop, "itemtype": Itemtype, "itemscope": Itemscope, "href": Href,
	"src": Src, "alt": Alt, "content": Content, "name": Name, "property": Property, "http-equiv": HTTPEquiv, "style": Style,
	"hidden": HiddenAttr, "aria-hidden": AriaHidden, "aria-label": AriaLabel, "datetime": Datetime, "lang": Lang, "rel": Rel,
	"type": Type, "colspan": Colspan, "rowspan": Rowspan, "data-cfemail": Cfemail, "title": TitleAttr, "srcset": Srcset,
	"data-src": DataSrc, "value": Value, "charset": Charset, "media": Media, "start": Start, "encoding": Encoding, "alttext": AltText, "shadowrootmode": ShadowRoot,
	"aria-controls": AriaControls, "aria-expanded": AriaExpanded, "data-target": DataTarget, "data-bs-target": DataBSTarget,
	"bgcolor": Bgcolor, "color": Color, "reversed": Reversed, "data-lazy-src": DataLazySrc, "data-original": DataOriginal, "data-srcset": DataSrcset, "open": Open, "popover": Popover,
}

// longestKey is the length of the longest of their names.
const longestKey = 14

// attr is an attribute that is kept: the range of its value in the page, quotes excluded.
type attr struct {
	key        Key
	start, end int32
}

// readTag reads the tag that begins at i with "<" or "</", and keeps the attributes of a start tag. The second result is
// false where the page ends inside the tag: such a tag is none.
func (b *builder) readTag(i, nameAt int) (token, bool) {
	page := b.t.Page
	k := token{span: text.Span{Start: i}, name: text.Span{Start: nameAt, End: nameEnd(page, nameAt)}}
	first := len(b.t.attrs)
	kept := uint64(0)
	for i = k.name.End; i < len(page); {
		if c := page[i]; c == '>' {
			k.span.End = i + 1
			return k, true
		} else if isSpace(c) || c == '/' {
			k.selfClosing = c == '/'
			i++
			continue
		}
		k.selfClosing = false
		var a attr
		if a, i = readAttribute(page, i); a.key != 0 && kept&(1<<a.key) == 0 {
			kept |= 1 << a.key // of several of one name the first counts
			b.t.attrs = append(b.t.attrs, a)
		}
		if b.stop(1) {
			break
		}
	}
	b.t.attrs = b.t.attrs[:first]
	return k, false
}

// readAttribute reads the attribute whose name begins at i, and returns the offset after it. Its key is 0 if it is not kept.
func readAttribute(page string, i int) (attr, int) {
	from := i
	for i < len(page) && !isSpace(page[i]) && page[i] != '/' && page[i] != '>' && (page[i] != '=' || i == from) {
		i++
	}
	a := attr{key: keyOf(page[from:i])}
	for i < len(page) && isSpace(page[i]) {
		i++
	}
	value := text.Span{Start: i, End: i}
	if i < len(page) && page[i] == '=' {
		value, i = readValue(page, i+1)
	}
	a.start, a.end = int32(value.Start), int32(value.End) //nolint:gosec // pages are below 2 GiB
	return a, i
}

// readValue reads the attribute value after an equals sign at i-1, and returns the offset after it, quotes included.
func readValue(page string, i int) (value text.Span, next int) {
	for i < len(page) && isSpace(page[i]) {
		i++
	}
	if i < len(page) && (page[i] == '"' || page[i] == '\'') {
		n := strings.IndexByte(page[i+1:], page[i])
		if n < 0 {
			return text.Span{Start: i + 1, End: len(page)}, len(page)
		}
		return text.Span{Start: i + 1, End: i + 1 + n}, i + 2 + n
	}
	from := i
	for i < len(page) && !isSpace(page[i]) && page[i] != '>' {
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
		lower[i] = toLower(name[i])
	}
	return keys[string(lower[:len(name)])]
}

// Attr returns the range of an attribute's value in the page, as written. The second result is false if node does not have
// the attribute. Of several of one name the first counts.
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
