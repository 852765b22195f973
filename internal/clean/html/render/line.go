package render

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/hidden"
	"github.com/copydesk/copydesk/internal/text"
)

// writeLine writes the texts [from, to), between which no block begins or ends.
func (w *writer) writeLine(from, to int32) {
	w.last, w.afterObject = -1, false
	w.objectsBefore(from, w.t.Nodes[w.t.Texts[from].Parent].Block)
	first := from
	for first < to && (w.choice(first) == dom.LeaveOut || w.ancestry(w.t.Texts[first].Parent).drop) {
		w.leaveOut(first)
		first++
	}
	if first == to {
		w.objectsInside(to - 1)
		return
	}
	kind, root := w.blockOf(w.t.Texts[first].Parent)
	if w.isDuplicate(kind, from, to) {
		w.objectsInside(to - 1)
		w.lost = byDuplicate
		return
	}
	w.enter(kind, root, first, to)
	for i := from; i < to && !w.stop(64); i++ {
		w.objectsInside(i)
		if i >= first {
			i = w.writeText(i, to)
		}
	}
	w.objectsAfter(to)
}

// leaveOut records that a text is not written. Of several in a row the reason is that of the text likeliest to be content.
func (w *writer) leaveOut(i int32) {
	if why := w.hiddenBy(i); why != nil {
		w.leaveOutHidden(w.t.Span(i), why)
		return
	}
	if w.ancestry(w.t.Texts[i].Parent).drop {
		return
	}
	chance := w.chances.of(i)
	if w.lost == nil || w.lost.Rule == boilerplate && chance > w.best {
		w.lost, w.best = w.chances.change(chance), chance
	}
}

// hiddenBy returns how text i is hidden, or that it is the headline; nil if neither.
func (w *writer) hiddenBy(i int32) *text.Change {
	if int(i) >= len(w.chosen) {
		return nil
	}
	if w.chosen[i] == dom.Headline {
		return byHeadline
	}
	return hidden.Change(w.chosen[i])
}

// spaceBefore reports whether white space precedes the hidden elements that an element is in: theirs is as hidden as their text.
func (w *writer) spaceBefore(node int32) bool {
	nodes := w.t.Nodes
	for range maxClimb {
		if parent := nodes[node].Parent; parent > 0 && nodes[parent].In&dom.Unseen != 0 {
			node = parent
		}
	}
	at := nodes[node].Open
	return at > 0 && isSpace(w.t.Page[at-1])
}

// leaveOutHidden accounts for a text that readers cannot see by a segment of its own, so that none goes unnoticed among what
// is left out around it.
func (w *writer) leaveOutHidden(s text.Span, why *text.Change) {
	if w.open && w.block.Kind == text.Code { // white space before it may have to be taken back
		w.lost = why
		return
	}
	if n := len(w.tail); n > 0 && w.tail[n-1].Change == why && w.lost == nil {
		w.tail[n-1].Source.End, w.done = s.End, s.End
		return
	}
	if before := (text.Span{Start: w.done, End: s.Start}); !before.Empty() {
		w.change(before, "", w.why(before))
	}
	w.lost = nil
	w.change(s, "", why)
}

// writeText writes text i and returns the last text that this settles.
func (w *writer) writeText(i, to int32) int32 {
	x := &w.t.Texts[i]
	p := w.ancestry(x.Parent)
	s := text.Span{Start: int(x.Start), End: int(x.End)}
	switch {
	case p.drop || w.choice(i) == dom.LeaveOut:
		w.leaveOut(i)
		if w.hiddenBy(i) == nil || w.spaceBefore(x.Parent) {
			w.oweWithin(i)
		}
		return i
	case p.math != 0:
		w.oweAt(int(w.t.Nodes[p.math].Open), x)
		w.formula(p.math)
		w.last, w.afterObject = i, true
		return max(i, min(to, w.t.Nodes[p.math].EndText)-1)
	case p.pre != 0 && w.block.Kind == text.Code:
		w.codeText(i, x, s)
		return i
	case blank(s.Of(w.t.Page)):
		w.oweWithin(i)
		w.owe(spaceGap)
		return i
	}
	w.oweBefore(i, x)
	w.from = -1
	w.openQuotes(i, s, p.q)
	if !w.address(i, s) && (p.note == 0 || !w.note(i, s, p.note)) {
		w.words(s)
	}
	w.closeQuotes(i, p.q)
	w.mark(p)
	w.markTeX(p)
	w.last = i
	return i
}

// mark records the link and the code that the text just written belongs to.
func (w *writer) mark(p *ancestry) {
	start, end := w.from, len(w.out)
	if p.link != 0 {
		if p.link != w.link && w.holds[p.link]&begun == 0 {
			w.holds[p.link] |= begun
			if url := w.url(p.link); url != "" {
				w.made.Anchors = append(w.made.Anchors, text.Anchor{URL: url, Span: text.Span{Start: start}})
				w.link = p.link
			}
		}
		if p.link == w.link { // not so after a link in a table in a link: the outer one has ended
			w.made.Anchors[len(w.made.Anchors)-1].Span.End = end
		}
	}
	if p.code != 0 {
		if p.code != w.span || len(w.made.Inlines) == 0 {
			w.made.Inlines = append(w.made.Inlines, text.Inline{Kind: text.InlineCode, Span: text.Span{Start: start}})
		}
		w.made.Inlines[len(w.made.Inlines)-1].Span.End = end
	}
	w.span = p.code
}

// enter makes the block of the line [first, to) the open one, and owes the gap before it.
func (w *writer) enter(kind text.BlockKind, root, first, to int32) {
	p := w.ancestry(w.t.Texts[first].Parent)
	if kind == text.Paragraph && p.math != 0 && w.t.Nodes[p.math].EndText >= to {
		kind = text.Math
	}
	if w.open && root != 0 && root == w.root && kind == w.block.Kind {
		w.goOn(kind, p)
		return
	}
	if w.open && len(w.made.Blocks) >= maxBlocks(w.done) {
		w.owe(lineGap)
		return
	}
	b := text.Block{Kind: kind, Quotes: int(p.quotes), Lists: w.listsAround(w.t.Texts[first].Parent, kind), Reply: w.choice(first) == dom.Reply}
	if b.Reply && kind == text.Paragraph {
		b.Kind = text.Comment
	}
	before := w.list
	w.list = 0
	switch kind { //nolint:exhaustive // the others have nothing of their own
	case text.Heading:
		b.Level = dom.Level(w.t.Nodes[root].Tag)
	case text.ListItem:
		b.Level, b.Number = int(p.depth), int(p.number)
		b.Continued = w.holds[root]&begun != 0
		w.holds[root] |= begun
		w.list = p.list
	case text.Quote:
		b.Level = int(p.quotes)
	case text.Code:
		b.Language = w.language(root)
	}
	w.begin(b, root)
	w.gap, w.sep = blockGap, ""
	if w.list != 0 && w.list == before {
		w.gap = lineGap
	}
	if kind == text.Table {
		w.openTable(root)
		w.toCell(p.cell)
	}
}

// goOn owes what separates two lines of one block.
func (w *writer) goOn(kind text.BlockKind, p *ancestry) {
	switch kind {
	case text.Table:
		w.toCell(p.cell)
	case text.Code: // see codeText
	default:
		w.owe(lineGap)
	}
}

// blockOf returns the kind of the block that an element's text belongs to, and the element that makes it if that may hold
// more lines.
func (w *writer) blockOf(node int32) (text.BlockKind, int32) {
	p := w.ancestry(node)
	switch {
	case p.pre != 0:
		return text.Code, p.pre
	case p.caption > p.table && p.caption > p.heading:
		return text.Caption, p.caption
	case p.table != 0 && p.cell > p.table:
		return text.Table, p.table
	case p.heading != 0:
		return text.Heading, p.heading
	case p.item > p.quote && p.item > w.layoutCell(node):
		return text.ListItem, p.item
	case p.quote != 0:
		return text.Quote, 0
	default:
		return text.Paragraph, 0
	}
}

// listsAround returns how many items enclose a block that is no item itself.
func (w *writer) listsAround(node int32, kind text.BlockKind) int {
	p := w.ancestry(node)
	if kind == text.ListItem || p.item <= p.quote || p.item <= w.layoutCell(node) {
		return 0
	}
	return int(p.depth)
}

// layoutCell returns the cell of a layout table that an element is in: text in it does not belong to a list outside.
func (w *writer) layoutCell(node int32) int32 {
	p := w.ancestry(node)
	if p.table != 0 {
		return 0
	}
	return p.cell
}

// oweBefore owes what separates text i from the text before it in this line.
func (w *writer) oweBefore(i int32, x *dom.Text) {
	if w.last < 0 {
		return
	}
	if w.afterObject {
		w.afterObject = false
		w.oweAt(int(x.Start), x)
		return
	}
	w.oweWithin(i)
	if w.lost != nil && w.gap == spaceGap && isClosing(w.t.Page[x.Start:x.End]) {
		w.gap = noGap
	}
	if w.gap == noGap && w.sep == "" {
		w.abut(w.t.Texts[w.last].Parent, x.Parent, int(x.Start))
	}
}

// oweAt owes the white space or line break before offset at, where text x or an element around it begins, if a formula or
// picture is on one side.
func (w *writer) oweAt(at int, x *dom.Text) {
	page := w.t.Page
	switch {
	case w.last < 0:
	case x.Breaks > 0 && w.block.Kind != text.Table:
		w.owe(lineGap)
	case x.Breaks > 0 || w.lost != nil || at > w.done && (isSpace(page[at-1]) || isSpace(page[w.done])):
		w.owe(spaceGap)
	}
}

// oweWithin owes the white space or line break before text i.
func (w *writer) oweWithin(i int32) {
	x := &w.t.Texts[i]
	switch {
	case w.last < 0:
	case x.Breaks > 0 && w.block.Kind == text.Table:
		w.owe(spaceGap)
	case x.Breaks > 0:
		w.owe(lineGap)
	case x.Space && w.wideBreakBefore(x):
	case x.Space, w.lost != nil:
		w.owe(spaceGap)
	}
}

// wideBreakBefore reports whether the white space before a text is a line break of the source between characters of scripts
// without spaces. Tags may be beside it.
func (w *writer) wideBreakBefore(x *dom.Text) bool {
	between := w.t.Page[min(w.done, int(x.Start)):x.Start]
	before, _ := utf8.DecodeLastRune(w.out)
	after, _ := utf8.DecodeRuneInString(w.t.Page[x.Start:])
	if len(between) > longestBetween || !isWide(before) || !isWide(after) {
		return false
	}
	for between != "" {
		space, rest, _ := strings.Cut(between, "<")
		if strings.Contains(space, "\n") {
			return true
		}
		_, between, _ = strings.Cut(rest, ">")
	}
	return false
}

// longestBetween is how many bytes of tags between two texts are looked at for a line break.
const longestBetween = 1024
