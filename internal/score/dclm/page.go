package dclm

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// page is a text that modifiers take lines, and parts of lines, out of, one modifier after the other.
type page struct {
	t         *pytext.Text
	separator string
	lines     []lineState

	// starts are where the pieces between separators begin, unless the separator is a line feed.
	starts []int32

	// splices are what is left of lines that something was cut out of. spliceOf has their numbers, from 1, by line; it is empty
	// as long as there are none.
	splices  []splice
	spliceOf []int32

	// first and last are such that no line outside of them is left.
	first, last int

	// left is how many lines are left, and chars how many code points they have.
	left, chars int

	seen    pytext.Interner // what within_page_dedup has met
	lowered []byte
}

// lineState is a piece between separators: in the low bits the step that took it out, counted from 1, 0 while it is there, and
// above them a mark.
type lineState uint8

const (
	goneBits  lineState = 15     // the step
	longState lineState = 1 << 4 // what is left of it is known to have more than maxShort words
)

var pagePool pool.Of[page]

// newPage returns the lines of t, to be given back with release.
func newPage(t *pytext.Text, separator string) *page {
	p := pagePool.Get()
	p.t, p.separator = t, separator
	p.lines, p.starts, p.splices, p.spliceOf = p.lines[:0], p.starts[:0], p.splices[:0], p.spliceOf[:0]
	if separator == "\n" {
		p.lines = slices.Grow(p.lines, t.Lines().Len())[:t.Lines().Len()]
		clear(p.lines)
	} else {
		for s := range t.Separated(separator) {
			p.lines, p.starts = append(p.lines, 0), append(p.starts, int32(s.Start)) //nolint:gosec // a Text is shorter than 2 GiB
		}
	}
	p.left = len(p.lines)
	p.first, p.last = 0, p.left-1
	p.chars = t.Runes - len(separator)*p.last
	p.seen.Reset(t.S)
	return p
}

func (p *page) release() {
	clear(p.splices) // they keep texts alive
	p.t = nil
	p.seen.Reset("")
	pagePool.Put(p, pool.Size(p.lines)+pool.Size(p.starts)+pool.Size(p.splices)+pool.Size(p.spliceOf)+pool.Size(p.lowered))
}

// whole returns where line i was.
func (p *page) whole(i int) text.Span {
	if p.separator == "\n" {
		return p.t.Lines().At(i)
	}
	end := len(p.t.S)
	if i+1 < len(p.starts) {
		end = int(p.starts[i+1]) - len(p.separator)
	}
	return text.Span{Start: int(p.starts[i]), End: end}
}

// gone returns the step that took line i out, 0 while it is there.
func (p *page) gone(i int) int { return int(p.lines[i] & goneBits) }

// splice returns what is left of line i if something was cut out of it, else nil.
func (p *page) splice(i int) *splice {
	if len(p.spliceOf) == 0 || p.spliceOf[i] == 0 {
		return nil
	}
	return &p.splices[p.spliceOf[i]-1]
}

// text returns what is left of line i.
func (p *page) text(i int) string {
	if c := p.splice(i); c != nil {
		return c.text
	}
	return p.whole(i).Of(p.t.S)
}

// isShort reports whether line i, of which s is left, has at most maxShort words. Several modifiers ask, most of them about
// lines that none of them cuts.
func (p *page) isShort(i int, s string) bool {
	if p.lines[i]&longState == 0 && !atMostWords(p.t, s, maxShort) {
		p.lines[i] |= longState
	}
	return p.lines[i]&longState == 0
}

// length returns the length of the page in code points.
func (p *page) length() int { return p.chars + max(p.left-1, 0)*len(p.separator) }

// nothing reports whether nothing is left.
func (p *page) nothing() bool { return p.length() == 0 }

// drop takes line i out.
func (p *page) drop(i, step int) {
	p.chars -= p.t.RuneCount(p.text(i))
	p.lines[i] |= lineState(step) //nolint:gosec // there are fifteen
	p.left--
}

// cut cuts the spans, in bytes of what is left of it, out of line i.
func (p *page) cut(i int, spans []text.Span, step int) {
	p.lines[i] &^= longState
	c := p.splice(i)
	if c == nil {
		c = p.newSplice(i)
	}
	for _, s := range spans {
		p.chars -= p.t.RuneCount(s.Of(c.text))
	}
	c.cut(spans, step)
	c.join(p.t.S)
}

func (p *page) newSplice(i int) *splice {
	if len(p.spliceOf) == 0 {
		p.spliceOf = slices.Grow(p.spliceOf, len(p.lines))[:len(p.lines)]
		clear(p.spliceOf)
	}
	whole := p.whole(i)
	p.splices = append(p.splices, splice{text: whole.Of(p.t.S), pieces: []bytesOf{{int32(whole.Start), int32(whole.End)}}}) //nolint:gosec // a Text is shorter than 2 GiB
	p.spliceOf[i] = int32(len(p.splices))                                                                                   //nolint:gosec // a Text is shorter than 2 GiB
	return &p.splices[len(p.splices)-1]
}

// strip takes out white space at both ends of the page, as str.strip does.
func (p *page) strip(step int) {
	for p.first <= p.last && p.isBlankOrGone(p.first, step) {
		p.first++
	}
	for p.first <= p.last && p.isBlankOrGone(p.last, step) {
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

// isBlankOrGone reports whether line i is gone, and takes it out if it is blank.
func (p *page) isBlankOrGone(i, step int) bool {
	p.t.Tick(4)
	if p.gone(i) != 0 {
		return true
	}
	if !isBlank(p.text(i)) {
		return false
	}
	p.drop(i, step)
	return true
}

// isRepeated reports whether a line like s was met before, and remembers s.
func (p *page) isRepeated(s string) bool {
	key := stripped(s)
	if key == "" {
		return false
	}
	p.lowered = pytext.AppendLower(p.lowered[:0], key)
	n := p.seen.Len()
	return int(p.seen.Bytes(p.lowered)) < n
}

// splice is what is left of a line that something was cut out of.
type splice struct {
	text   string
	pieces []bytesOf // of the source, in order
	cuts   []cutting
}

// bytesOf is a range of bytes of the source, half-open.
type bytesOf struct{ start, end int32 }

// cutting is a part of the source that a step cut out.
type cutting struct {
	bytesOf

	step uint8
}

// cut takes the spans, in bytes of the text, in order and not overlapping, out of the pieces.
func (c *splice) cut(spans []text.Span, step int) {
	var pieces []bytesOf
	end := 0
	for _, q := range c.pieces {
		pos, shift := end, int(q.start)-end // from the text to the source
		end += int(q.end - q.start)
		for len(spans) > 0 && spans[0].Start < end {
			from, to := max(spans[0].Start, pos), min(spans[0].End, end)
			pieces = appendBytes(pieces, pos+shift, from+shift)
			c.cuts = append(c.cuts, cutting{bytesOf{int32(from + shift), int32(to + shift)}, uint8(step)}) //nolint:gosec // a Text is shorter than 2 GiB
			if pos = to; spans[0].End > end {
				break
			}
			spans = spans[1:]
		}
		pieces = appendBytes(pieces, pos+shift, end+shift)
	}
	c.pieces = pieces
}

// appendBytes appends the range unless it is empty.
func appendBytes(list []bytesOf, start, end int) []bytesOf {
	if start >= end {
		return list
	}
	return append(list, bytesOf{int32(start), int32(end)}) //nolint:gosec // a Text is shorter than 2 GiB
}

// join makes the text of the pieces.
func (c *splice) join(s string) {
	if len(c.pieces) == 1 {
		c.text = s[c.pieces[0].start:c.pieces[0].end]
		return
	}
	var b strings.Builder
	for _, q := range c.pieces {
		b.WriteString(s[q.start:q.end])
	}
	c.text = b.String()
}

// atMostWords reports whether s has at most n words between white space.
func atMostWords(t *pytext.Text, s string, n int) bool {
	between := space
	for i := 0; i < len(s); {
		size, c := 1, s[i]
		kind := kinds[c&0x7F]
		if c >= utf8.RuneSelf {
			t.Tick(8)
			kind, size = kindBeyond(s[i:])
		}
		if between&^kind != 0 {
			if n--; n < 0 {
				return false
			}
		}
		between = kind & space
		i += size
	}
	return true
}

// isBlank reports whether s has nothing but white space.
func isBlank(s string) bool { return pytext.SpaceLen(s) == len(s) }
