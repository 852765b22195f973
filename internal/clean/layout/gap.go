package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// gap is what is between the last line of one page and the first of the next.
type gap struct {
	text.Span // from the end of the last line to the start of the first

	lines []string  // those in it that are not blank
	fed   bool      // a form feed is among them
	last  text.Span // the last line of the page, or what a sentence of it ends with before the footnote
	note  text.Span // the footnote at the end of the page, if the sentence before it goes on after the gap

	// splits says that a sentence goes on after the gap.
	splits bool
}

// maxHeads is the greatest number of running heads at one side of a page's number.
const maxHeads = 2

// gapAround returns the gap around the line from at to next, with the lines beside it for which accept holds.
func (p *pages) gapAround(at, next int, accept func(line string) bool) gap {
	end, _ := lineEnd(p.in, at)
	g := gap{Span: text.Span{Start: at, End: next}, lines: []string{trimmed(p.in[at:end])}}
	g.fed = strings.Contains(p.in[at:next], "\f")
	g.last = p.backward(&g, accept)
	after := p.forward(&g, accept)
	if g.Start = g.last.End; goesOn(after) {
		last := trimmed(g.last.Of(p.in))
		g.splits = unfinished(last)
		if block, before, ok := p.noteBefore(g.last); ok {
			g.note, g.last, g.splits = block, before, true
		}
	}
	return g
}

// backward adds the lines before g to it, and returns the one that they follow.
func (p *pages) backward(g *gap, accept func(string) bool) text.Span {
	for heads := 0; g.Start > 0; {
		s := p.lineBefore(g.Start)
		line := trimmed(s.Of(p.in))
		if line != "" {
			if heads++; heads > maxHeads || !isShort(line) || !accept(line) {
				return s
			}
			g.lines = append(g.lines, line)
		}
		g.fed = g.fed || strings.Contains(s.Of(p.in), "\f")
		g.Start = s.Start
	}
	return text.Span{}
}

// forward adds the lines after g to it, and returns the one that follows.
func (p *pages) forward(g *gap, accept func(string) bool) string {
	for heads := 0; g.End < len(p.in); {
		end, next := lineEnd(p.in, g.End)
		line := trimmed(p.in[g.End:end])
		g.fed = g.fed || strings.HasPrefix(p.in[g.End:end], "\f")
		if line != "" {
			if heads++; heads > maxHeads || !isShort(line) || !accept(line) {
				g.End += strings.IndexFunc(p.in[g.End:end], func(r rune) bool { return r != '\f' })
				return line
			}
			g.lines = append(g.lines, line)
		}
		g.End = next
	}
	return ""
}

// lineBefore returns the line that ends before offset at, without its break.
func (p *pages) lineBefore(at int) text.Span {
	end := at - 1
	start := strings.LastIndexByte(p.in[:end], '\n') + 1
	if end > start && p.in[end-1] == '\r' {
		end--
	}
	return text.Span{Start: start, End: end}
}

// maxNote is the greatest number of lines of a footnote.
const maxNote = 12

// noteBefore returns the footnote that ends with the line last, after a blank line, and the line before it, if that ends no sentence.
func (p *pages) noteBefore(last text.Span) (note, before text.Span, ok bool) {
	at := last
	for range maxNote {
		if at.Start == 0 {
			return note, before, false
		}
		above := p.lineBefore(at.Start)
		if trimmed(above.Of(p.in)) == "" {
			break
		}
		at = above
	}
	if !isNote(strings.TrimLeft(at.Of(p.in), " ")) {
		return note, before, false
	}
	note = text.Span{Start: at.Start, End: last.End}
	for before = at; before.Start > 0; {
		if before = p.lineBefore(before.Start); trimmed(before.Of(p.in)) != "" {
			return note, before, unfinished(trimmed(before.Of(p.in)))
		}
	}
	return note, before, false
}

// isNote reports whether line begins as a footnote does: with its number or mark and a capital or an opening mark.
func isNote(line string) bool {
	mark := strings.TrimLeft(line, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§[]().")
	if n := len(line) - len(mark); n == 0 || n > len("[123].") || line[0] == '.' {
		return false
	}
	mark = strings.TrimLeft(mark, " ")
	r, _ := utf8.DecodeRuneInString(mark)
	return mark != "" && isCapital(r)
}
