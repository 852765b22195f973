package main

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/internal/text"
)

// inline is an element inside a paragraph; Span is its place in the paragraph's text.
type inline struct {
	text.Span

	link bool // or emphasis, code and the like
}

// emphasis are the elements beside links that take a phrase out of the run of a sentence.
var emphasis = map[string]bool{
	"em": true, "i": true, "strong": true, "b": true, "code": true, "cite": true, "q": true, "mark": true,
}

// transparent are the elements that leave no trace in a text.
var transparent = map[string]bool{
	"span": true, "sup": true, "sub": true, "u": true, "s": true, "small": true, "big": true, "font": true, "abbr": true, "time": true,
	"img": true, "wbr": true, "ins": true, "dfn": true, "var": true, "kbd": true, "samp": true, "bdi": true, "bdo": true, "acronym": true,
}

// blockReader reads the blocks of a page: the text between two tags that are not of inline elements.
type blockReader struct {
	text   strings.Builder
	inside []inline
	open   []openElement
	found  map[string][]inline
}

type openElement struct {
	name  string
	start int
}

// inlineOf returns, by its text with white space folded, the inline elements of every block of page that has any. Of
// blocks with the same text the first counts.
func inlineOf(page string) map[string][]inline {
	r := blockReader{found: map[string][]inline{}}
	raw := 0 // inside how many elements whose text is not shown
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			r.flush()
			return r.found
		}
		switch t := z.Token(); {
		case t.Data == "script" || t.Data == "style":
			raw = max(0, raw+map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[kind])
		case kind == html.TextToken && raw == 0:
			r.write(t.Data)
		case kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken:
			r.tag(t.Data, kind)
		}
	}
}

func (r *blockReader) write(s string) {
	for i, word := range strings.Fields(s) {
		if (i > 0 || isSpace(s[0])) && !r.atSpace() {
			r.text.WriteByte(' ')
		}
		r.text.WriteString(word)
	}
	if s != "" && isSpace(s[len(s)-1]) && !r.atSpace() {
		r.text.WriteByte(' ')
	}
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func (r *blockReader) atSpace() bool {
	s := r.text.String()
	return s == "" || s[len(s)-1] == ' '
}

func (r *blockReader) tag(name string, kind html.TokenType) {
	switch {
	case transparent[name]:
	case name != "a" && !emphasis[name]:
		r.flush()
	case kind == html.StartTagToken:
		r.open = append(r.open, openElement{name, r.text.Len()})
	case kind == html.EndTagToken && len(r.open) > 0 && r.open[len(r.open)-1].name == name:
		start := r.open[len(r.open)-1].start
		r.open = r.open[:len(r.open)-1]
		if s := text.Trim(r.text.String(), text.Span{Start: start, End: r.text.Len()}); !s.Empty() {
			r.inside = append(r.inside, inline{s, name == "a"})
		}
	}
}

// flush ends a block.
func (r *blockReader) flush() {
	s := strings.TrimSpace(r.text.String())
	if _, ok := r.found[s]; !ok && len(r.inside) > 0 {
		slices.SortFunc(r.inside, func(a, b inline) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
		r.found[strings.Clone(s)] = slices.Clone(r.inside)
	}
	r.text.Reset()
	r.inside, r.open = r.inside[:0], r.open[:0]
}
