package render

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// writer writes the chosen texts in order. What is written and what is accounted for of the page only ever grow, except for
// white space at the end of a block, which is taken back.
type writer struct {
	*scratch

	t       *dom.Tree
	chosen  []dom.Part
	chances Chances
	made    Result
	account text.Provenance // of what was written before tail
	tail    []text.Segment  // the last segments, which takeBack may cut: one with a mark or letter, and white space after it
	done    int             // offset in the page up to which all is accounted for
	lost    *text.Change    // why texts were left out since the last one written; nil if none was
	best    float32         // the greatest chance of those

	block text.Block // the open block; its Span.Start is -1 until its first character
	root  int32      // the element that makes it, 0 for a line of its own
	open  bool
	grid  grid
	tabs  int // tabs written for cells that are not there

	gap   gap    // owed since the last character
	sep   string // owed after the gap: what separates cells or lines of code
	from  int    // start of what is being written now, -1 while nothing is
	list  int32  // the list of the open item, 0 if the block is no item
	edge  int32  // the edge before the last text of the open code
	last  int32  // the last text written in this line, -1 if there is none
	next  int    // the first object not yet written
	link  int32  // the link of the last anchor
	span  int32  // the code element of the last inline
	texts bool   // the page has scripts of TeX

	setsTeX bool // a script sets TeX that is written in the text

	before      uint64 // the hash of the line before, if that is a paragraph; else 0
	afterObject bool   // an object was written since the last text

	pace *text.Pace
	err  error // that of the context, once it ended
}

// gap is what separates two runs of characters.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
	blockGap
)

var gapTexts = [...]string{"", " ", "\n", "\n\n"}

// owe notes a gap; the widest counts.
func (w *writer) owe(g gap) { w.gap = max(w.gap, g) }

// settle accounts for the page up to offset at, and writes what is owed in its place.
func (w *writer) settle(at int) {
	between := text.Span{Start: w.done, End: max(at, w.done)}
	with := gapTexts[w.gap]
	if len(w.out) == 0 {
		with = ""
	}
	if w.sep != "" {
		with += w.sep
	}
	switch {
	case between.Empty() && with == "":
	case w.lost == nil && with == between.Of(w.t.Page):
		w.copied(between)
	default:
		w.change(between, with, w.why(between))
	}
	w.lost, w.best = nil, 0
}

// why names the reason for what is left out.
func (w *writer) why(s text.Span) *text.Change {
	if w.lost != nil {
		return w.lost
	}
	for i := s.Start; i < s.End; i++ {
		if !isSpace(w.t.Page[i]) {
			return byMarkup
		}
	}
	return bySpace
}

// arrive writes what is owed before a run of characters that begins at offset at of the page.
func (w *writer) arrive(at int) {
	if w.done != at || w.gap != noGap || w.sep != "" {
		w.settle(at)
	}
	if w.block.Span.Start < 0 {
		w.block.Span.Start = len(w.out) - len(w.sep)
	}
	if w.from < 0 {
		w.from = len(w.out)
	}
	w.gap, w.sep = noGap, ""
	w.grid.written = w.grid.at
}

// copy writes a range of the page as it is.
func (w *writer) copy(s text.Span) {
	if s.Empty() {
		return
	}
	w.arrive(s.Start)
	w.copied(s)
}

// put writes with in place of a range of the page.
func (w *writer) put(s text.Span, with string, why *text.Change) {
	w.arrive(s.Start)
	w.change(s, with, why)
}

// copied is the change of what was copied.
var copied text.Change

func (w *writer) copied(s text.Span) {
	at := len(w.out)
	w.out = append(w.out, s.Of(w.t.Page)...)
	w.done = s.End
	w.push(text.Segment{Source: s, Clean: text.Span{Start: at, End: len(w.out)}, Change: &copied})
}

func (w *writer) change(s text.Span, with string, why *text.Change) {
	at := len(w.out)
	w.out = append(w.out, with...)
	w.done = s.End
	w.push(text.Segment{Source: s, Clean: text.Span{Start: at, End: len(w.out)}, Change: why})
}

// push adds a segment to the account. Those before it cannot be cut any more if it has more than white space.
func (w *writer) push(s text.Segment) {
	if s.Clean.Empty() || w.hasMore(s.Clean) {
		w.commit()
	}
	w.tail = append(w.tail, s)
}

// hasMore reports whether a range of what was written holds more than white space.
func (w *writer) hasMore(s text.Span) bool {
	for _, c := range w.out[s.Start:s.End] {
		if !isSpace(c) {
			return true
		}
	}
	return false
}

// commit adds tail to the account.
func (w *writer) commit() {
	for _, s := range w.tail {
		if s.Copied() {
			w.account.Copy(s.Source.Len())
		} else {
			w.account.Change(s.Source.Len(), s.Clean.Len(), s.Change)
		}
	}
	w.tail = w.tail[:0]
}

// maxBlocks returns how many blocks the first n bytes of a page may have: what begins after that goes on with the open one.
// Pages of people's making have one for every 100 to 500 bytes; without a bound, a page of tags and letters would need 20
// times its size for them.
func maxBlocks(n int) int { return 1<<15 + n/32 }

// begin opens a block.
func (w *writer) begin(b text.Block, root int32) {
	w.end()
	w.block, w.root, w.open = b, root, true
	w.block.Span.Start = -1
	w.span = 0
}

// end closes the block. White space at its end is taken back.
func (w *writer) end() {
	if w.open && w.block.Span.Start >= 0 {
		w.takeBack()
		w.clip()
		if w.block.Span.End = len(w.out); !w.block.Span.Empty() {
			w.asMath()
			w.made.Blocks = append(w.made.Blocks, w.block)
		}
	}
	w.open = false
}

// takeBack takes back white space at the end of what was written.
func (w *writer) takeBack() {
	for len(w.tail) > 0 {
		s := &w.tail[len(w.tail)-1]
		kept := w.out[:len(w.out)]
		for len(kept) > s.Clean.Start && isSpace(kept[len(kept)-1]) {
			kept = kept[:len(kept)-1]
		}
		switch {
		case s.Clean.Empty() || len(kept) == len(w.out) || len(kept) <= w.block.Span.Start:
			return
		case s.Copied() && len(kept) > s.Clean.Start:
			s.Source.End -= len(w.out) - len(kept)
			w.done, s.Clean.End, w.out = s.Source.End, len(kept), kept
			return
		case len(kept) > s.Clean.Start:
			return // a change is indivisible
		}
		w.done, w.out = s.Source.Start, kept
		w.tail = w.tail[:len(w.tail)-1]
	}
}

// result accounts for the rest of the page and returns what was made.
func (w *writer) result() Result {
	w.end()
	if rest := (text.Span{Start: w.done, End: len(w.t.Page)}); !rest.Empty() {
		w.change(rest, "", w.why(rest))
	}
	w.commit()
	w.made.Text, w.made.Provenance = string(w.out), w.account
	return w.made
}

// clip shortens the ranges that reach beyond the text, because white space was taken back.
func (w *writer) clip() {
	end := len(w.out)
	m := &w.made
	if n := len(m.Anchors); n > 0 {
		m.Anchors[n-1].Span.End = min(m.Anchors[n-1].Span.End, end)
	}
	if n := len(m.Inlines); n > 0 {
		m.Inlines[n-1].Span.End = min(m.Inlines[n-1].Span.End, end)
	}
	for i := len(m.Images) - 1; i >= 0 && m.Images[i].At > end; i-- {
		m.Images[i].At = end
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
