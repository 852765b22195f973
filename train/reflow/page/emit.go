package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// begin prepares for text of an element: it settles which block the text belongs to and writes the gap before it
// when the next word comes.
func (w *writer) begin(id int32) {
	e := &w.t.elements[id]
	group := e.block
	if e.table != 0 {
		group = e.table
	}
	if !w.open || group != w.of || w.gap == blockGap {
		w.endBlock()
		if before := w.lastKind(); before == text.ListItem && w.kind(e) == text.ListItem && !w.lost {
			w.gap = min(w.gap, lineGap)
		}
		w.open, w.of = true, group
		w.block = text.Block{Kind: w.kind(e), Level: w.level(e), Span: text.Span{Start: -1}}
	}
	if w.link != e.link {
		w.link = e.link
		if e.link != 0 {
			w.made.Anchors = append(w.made.Anchors, text.Anchor{URL: w.t.elements[e.link].href, Span: text.Span{Start: -1}})
		}
	}
}

// lastKind is the kind of the block before.
func (w *writer) lastKind() text.BlockKind {
	if n := len(w.made.Blocks); n > 0 {
		return w.made.Blocks[n-1].Kind
	}
	return 0
}

func (w *writer) kind(e *element) text.BlockKind {
	block := w.t.elements[e.block].tag
	switch {
	case e.table != 0:
		return text.Table
	case e.level > 0:
		return text.Heading
	case e.pre:
		return text.Code
	case e.caption:
		return text.Caption
	case block == atom.Li || block == atom.Dd || block == atom.Dt:
		return text.ListItem
	case e.quote:
		return text.Quote
	default:
		return text.Paragraph
	}
}

func (w *writer) level(e *element) int {
	if e.level > 0 {
		return int(e.level)
	}
	if w.kind(e) == text.ListItem {
		return max(1, int(e.depth))
	}
	return 0
}

// settle writes the gap that is owed, in place of everything in the page up to offset at.
func (w *writer) settle(at int) {
	between := text.Span{Start: w.done, End: at}
	with := gapTexts[w.gap]
	if len(w.out) == 0 {
		with = ""
	}
	if with != between.Of(w.t.page) {
		w.change(between, with, w.why(between))
	} else {
		w.copied(between)
	}
	w.gap, w.lost = noGap, false
}

// why names the reason for what is left out.
func (w *writer) why(s text.Span) text.Change {
	switch {
	case w.lost:
		return text.Change{Rule: boilerplate}
	case strings.TrimSpace(s.Of(w.t.page)) == "":
		return text.Change{Rule: space}
	default:
		return text.Change{Rule: markup}
	}
}

func (w *writer) copy(s text.Span) {
	if s.Empty() {
		return
	}
	if w.done != s.Start || w.gap != noGap {
		w.settle(s.Start)
	}
	w.mark()
	w.copied(s)
}

func (w *writer) put(s text.Span, with string, why text.Change) {
	if w.done != s.Start || w.gap != noGap {
		w.settle(s.Start)
	}
	w.mark()
	w.change(s, with, why)
	w.extend()
}

// mark notes where block and link begin, once their first character is due.
func (w *writer) mark() {
	if w.block.Span.Start < 0 {
		w.block.Span.Start = len(w.out)
	}
	if n := len(w.made.Anchors); w.link != 0 && n > 0 && w.made.Anchors[n-1].Span.Start < 0 {
		w.made.Anchors[n-1].Span.Start = len(w.out)
	}
}

// extend notes that block and link reach to here.
func (w *writer) extend() {
	w.block.Span.End = len(w.out)
	if n := len(w.made.Anchors); w.link != 0 && n > 0 {
		w.made.Anchors[n-1].Span.End = len(w.out)
	}
}

func (w *writer) copied(s text.Span) {
	if s.Empty() {
		return
	}
	w.out = append(w.out, s.Of(w.t.page)...)
	w.done = s.End
	w.account.Copy(s.Len())
}

func (w *writer) change(s text.Span, with string, why text.Change) {
	w.out = append(w.out, with...)
	w.done = s.End
	if !s.Empty() || with != "" {
		w.account.Change(s.Len(), len(with), &why)
	}
}

func (w *writer) endBlock() {
	if w.open && w.block.Span.Start >= 0 && !w.block.Span.Empty() {
		w.made.Blocks = append(w.made.Blocks, w.block)
	}
	w.open = false
}

// result accounts for the rest of the page and returns what was written.
func (w *writer) result() Result {
	if rest := (text.Span{Start: w.done, End: len(w.t.page)}); !rest.Empty() {
		w.change(rest, "", w.why(rest))
	}
	r := w.made
	r.Text, r.Provenance = string(w.out), w.account
	return r
}
