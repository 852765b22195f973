package dclm

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// page is a text that modifiers take lines, and parts of lines, out of, one modifier after the other.
type page struct {
	of        *pytext.Text
	separator string
	lines     []line
	spliced   []splice

	// first and last are such that no line outside of them is left.
	first, last int

	// left is how many lines are, and chars how many code points are in them.
	left, chars int

	seen pytext.Interner // what within_page_dedup has met
}

// line is a piece between separators.
type line struct {
	start, end int32
	splice     int32 // number of its splice, from 1; 0 where nothing was cut out of it
	gone       int8  // the step that took it out, from 1; 0 while it is there
	long       bool  // more than maxShort words were found in what is left of it
}

// splice is what is left of a line that something was cut out of.
type splice struct {
	text   string
	pieces []text.Span // of the source, in order
	cuts   []cutting
}

// cutting is a part of the source that a step cut out.
type cutting struct {
	span text.Span
	step int8
}

var pagePool = sync.Pool{New: func() any { return new(page) }}

// newPage returns the lines of t, valid until they are released.
func newPage(t *pytext.Text, separator string) *page {
	p := pagePool.Get().(*page) //nolint:forcetypeassert // the pool holds nothing else
	p.of, p.separator = t, separator
	p.lines = slices.Grow(p.lines, strings.Count(t.S, separator)+1) // growing by appending would take thrice the memory
	for start := 0; start <= len(t.S); {
		end := len(t.S)
		if n := strings.Index(t.S[start:], separator); n >= 0 {
			end = start + n
		}
		p.lines = append(p.lines, line{start: int32(start), end: int32(end)}) //nolint:gosec // texts are shorter than 2 GiB
		start = end + len(separator)
	}
	p.left = len(p.lines)
	p.first, p.last = 0, p.left-1
	p.chars = t.Runes - len(separator)*p.last
	return p
}

func (p *page) release() {
	clear(p.spliced) // lest they keep texts alive
	p.of, p.lines, p.spliced = nil, kept(p.lines), kept(p.spliced)
	p.seen.Reset()
	pagePool.Put(p)
}

// text returns what is left of line i.
func (p *page) text(i int) string {
	l := p.lines[i]
	if l.splice > 0 {
		return p.spliced[l.splice-1].text
	}
	return p.of.S[l.start:l.end]
}

// isShort reports whether line i, of which s is left, has at most maxShort words. Several modifiers ask, most of them about
// lines that none of them cuts.
func (p *page) isShort(i int, s string) bool {
	l := &p.lines[i]
	if !l.long {
		l.long = !atMostWords(s, maxShort)
	}
	return !l.long
}

// whole returns where line i stood.
func (p *page) whole(i int) text.Span {
	return text.Span{Start: int(p.lines[i].start), End: int(p.lines[i].end)}
}

// length returns the length of the page in code points.
func (p *page) length() int { return p.chars + max(p.left-1, 0)*len(p.separator) }

// drop takes line i out.
func (p *page) drop(i int, step int8) {
	p.lines[i].gone = step
	p.left--
	p.chars -= p.runes(p.text(i))
}

// cut cuts the spans, in bytes of what is left of it, out of line i.
func (p *page) cut(i int, spans []text.Span, step int8) {
	l := &p.lines[i]
	l.long = false
	if l.splice == 0 {
		p.spliced = append(p.spliced, splice{text: p.text(i), pieces: []text.Span{p.whole(i)}})
		l.splice = int32(len(p.spliced)) //nolint:gosec // texts are shorter than 2 GiB
	}
	c := &p.spliced[l.splice-1]
	for _, s := range spans {
		p.chars -= p.runes(s.Of(c.text))
	}
	c.cut(spans, step)
	c.join(p.of.S)
}

// cut takes the spans, in bytes of the text, in order and apart, out of the pieces.
func (c *splice) cut(spans []text.Span, step int8) {
	var pieces []text.Span
	end := 0
	for _, q := range c.pieces {
		pos, shift := end, q.Start-end // from the text to the source
		end += q.Len()
		for len(spans) > 0 && spans[0].Start < end {
			from, to := max(spans[0].Start, pos), min(spans[0].End, end)
			pieces = appendSpan(pieces, pos+shift, from+shift)
			c.cuts = append(c.cuts, cutting{text.Span{Start: from + shift, End: to + shift}, step})
			if pos = to; spans[0].End > end {
				break
			}
			spans = spans[1:]
		}
		pieces = appendSpan(pieces, pos+shift, end+shift)
	}
	c.pieces = pieces
}

// appendSpan appends the span unless it is empty.
func appendSpan(spans []text.Span, start, end int) []text.Span {
	if start >= end {
		return spans
	}
	return append(spans, text.Span{Start: start, End: end})
}

// join makes the text of the pieces.
func (c *splice) join(s string) {
	if len(c.pieces) == 1 {
		c.text = c.pieces[0].Of(s)
		return
	}
	var b strings.Builder
	for _, q := range c.pieces {
		b.WriteString(q.Of(s))
	}
	c.text = b.String()
}

// strip takes out white space at both ends of the page, as str.strip does.
func (p *page) strip(step int8) {
	for p.first <= p.last && p.blank(p.first, step) {
		p.first++
	}
	for p.first <= p.last && p.blank(p.last, step) {
		p.last--
	}
	if p.first > p.last {
		return
	}
	s := p.text(p.first)
	if kept := pytext.Strip(s, text.Span{End: len(s)}); kept.Start > 0 {
		p.cut(p.first, []text.Span{{End: kept.Start}}, step)
	}
	s = p.text(p.last)
	if kept := pytext.Strip(s, text.Span{End: len(s)}); kept.End < len(s) {
		p.cut(p.last, []text.Span{{Start: kept.End, End: len(s)}}, step)
	}
}

// blank reports whether line i is gone, and takes it out if it is blank.
func (p *page) blank(i int, step int8) bool {
	if p.lines[i].gone != 0 {
		return true
	}
	if !isBlank(p.text(i)) {
		return false
	}
	p.drop(i, step)
	return true
}

// nothing reports whether nothing is left.
func (p *page) nothing() bool { return p.length() == 0 }

func (p *page) runes(s string) int {
	if p.of.ASCII {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}
