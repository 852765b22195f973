package meta

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// maxCandidates is how many candidates of one field are kept from one source: no page has more titles, and of long lists of
// authors and tags the contract keeps fewer.
const maxCandidates = 128

// add keeps a candidate that is not empty. Its value is read from the page if it has none.
func (r *pageReader) add(c candidate) {
	count := &r.counts[c.field][c.source]
	if *count >= maxCandidates {
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
		*count++
	}
}

// value returns the text of the range s, character references decoded and white space folded.
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

// maxWords is how many bytes are read of what is visible in one element.
const maxWords = 400

// maxJoined is how many texts are joined at most: what one element holds can be read again for those around it.
const maxJoined = 64

// words returns the visible text of an element, up to a bound, and its range.
func (r *pageReader) words(i int32) (string, text.Span) {
	n := &r.t.Nodes[i]
	if n.FirstText == n.EndText {
		if span, ok := r.t.Attr(i, dom.Content); ok && !span.Empty() {
			return value(r.t.Page, span), span
		}
		return "", text.Span{}
	}
	return r.join(n.FirstText, n.EndText, " ")
}

// join returns the texts [from, to), up to a bound, as one, and their range. Blocks are separated by sep.
func (r *pageReader) join(from, to int32, sep string) (string, text.Span) {
	span := r.t.Span(from)
	if to == from+1 {
		return value(r.t.Page, span), span
	}
	var b strings.Builder
	edge := r.t.Texts[from].Edge
	for k := from; k < min(to, from+maxJoined) && b.Len() < maxWords; k++ {
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
