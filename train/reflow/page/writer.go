package page

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// writer writes the pieces of the chosen container. Between two words it owes a gap, the widest of those met.
type writer struct {
	t       *tree
	out     []byte
	account text.Provenance
	done    int // offset in the page up to which all is accounted for
	gap     gap
	lost    bool // text was left out since the last word
	block   text.Block
	open    bool  // block has begun
	of      int32 // the element that makes the block
	made    Result
	link    int32
}

// gap is what stands between two words.
type gap int

const (
	noGap gap = iota
	spaceGap
	cellGap
	lineGap
	blockGap
)

// gapTexts are the gaps as they are written.
var gapTexts = [...]string{"", " ", "\t", "\n", "\n\n"}

func newWriter(t *tree) *writer { return &writer{t: t} }

// write writes the pieces of element main, and the page's first heading if it stands before it.
func (w *writer) write(main int32) {
	last := w.t.elements[main].last
	title := w.t.title(main)
	for i := range w.t.pieces {
		p := &w.t.pieces[i]
		inside := p.element >= main && p.element <= last
		if !inside && (title == 0 || p.element < title || p.element > w.t.elements[title].last) {
			w.lost = w.lost || p.kind == textPiece && textLen(p.span.Of(w.t.page)) > 0
			w.owe(blockGap)
			continue
		}
		w.piece(p)
	}
	w.endBlock()
}

// title returns the page's h1 if it stands before element main, not in it, or 0.
func (t *tree) title(main int32) int32 {
	for i := range t.elements {
		e := &t.elements[i]
		if e.tag == atom.H1 && !e.skip && e.chars > 0 {
			if int32(i) < main {
				return int32(i)
			}
			return 0
		}
	}
	return 0
}

func (w *writer) piece(p *piece) {
	e := &w.t.elements[p.element]
	switch p.kind {
	case blockEdge:
		w.edge(e)
	case lineBreak:
		w.owe(lineGap)
	case cellEdge:
		w.owe(cellGap)
	case mailPiece:
		w.begin(p.element)
		w.put(p.span, p.decoded, text.Change{Rule: email})
	case textPiece:
		if e.pre {
			w.verbatim(p)
		} else {
			w.words(p)
		}
	}
}

// edge owes the gap of a block's edge: rows of one table and items of one list stand on neighbouring lines.
func (w *writer) edge(e *element) {
	if e.table != 0 {
		w.owe(lineGap)
		return
	}
	w.owe(blockGap)
}

func (w *writer) owe(g gap) { w.gap = max(w.gap, g) }

// words writes a run of text word by word.
func (w *writer) words(p *piece) {
	for i := p.span.Start; i < p.span.End; {
		if isSpace(w.t.page[i]) {
			w.owe(spaceGap)
			i++
			continue
		}
		end := i + 1
		for end < p.span.End && !isSpace(w.t.page[end]) {
			end++
		}
		w.begin(p.element)
		w.word(text.Span{Start: i, End: end})
		i = end
	}
}

// verbatim writes preformatted text.
func (w *writer) verbatim(p *piece) {
	s := p.span
	if !w.open || w.of != w.t.elements[p.element].block {
		for s.Start < s.End && (w.t.page[s.Start] == '\n' || w.t.page[s.Start] == '\r') {
			s.Start++
		}
	}
	if s.Empty() || strings.TrimSpace(s.Of(w.t.page)) == "" && w.gap != noGap {
		return
	}
	w.begin(p.element)
	w.word(s)
}

// word writes a stretch without white space to fold, its character references decoded.
func (w *writer) word(s text.Span) {
	for s.Start < s.End {
		amp := strings.IndexByte(s.Of(w.t.page), '&')
		if amp < 0 {
			w.copy(s)
			break
		}
		w.copy(text.Span{Start: s.Start, End: s.Start + amp})
		s.Start += amp
		ref := reference(s.Of(w.t.page))
		if decoded := html.UnescapeString(ref); decoded != ref {
			w.put(text.Span{Start: s.Start, End: s.Start + len(ref)}, decoded, text.Change{Rule: entity})
		} else {
			w.copy(text.Span{Start: s.Start, End: s.Start + len(ref)})
		}
		s.Start += len(ref)
	}
	w.extend()
}

// reference returns the longest stretch at the start of s that could be a character reference.
func reference(s string) string {
	const longest = 33
	i := 1
	for i < len(s) && i < longest && (s[i] == '#' && i == 1 || isAlnum(s[i])) {
		i++
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	return s[:i]
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
