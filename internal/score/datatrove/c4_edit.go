package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// c4Edits returns the edits by which C4's quality filter makes the text that it passes on: the lines kept, stripped, without
// citations, with a line feed between them, and the whole stripped once more. Its setting is whether unterminated lines are
// kept.
func c4Edits(keepUnterminated bool) func(t *pytext.Text) *profile.Edits {
	return func(t *pytext.Text) *profile.Edits {
		e := c4Editor{t: t, keepUnterminated: keepUnterminated, edits: new(profile.Edits), last: -1}
		return e.edit()
	}
}

// The reasons for edits that are no fates.
const (
	citation = int(fates) + iota // a citation is taken out
	strip                        // white space at the ends of a line or of the whole is taken out, or a line end becomes a line feed
	reasons                      // how many there are
)

// c4EditRules returns the ids of the reasons for edits.
func c4EditRules(name string) []string {
	ids := make([]string, 0, reasons)
	for _, reason := range c4Reasons {
		ids = append(ids, name+"."+reason)
	}
	return append(ids, name+".citation", name+".strip")
}

// c4Editor collects edits. There is one at the start of the text and one at its end, without effect if need be, so that white
// space can be taken out there.
type c4Editor struct {
	t                *pytext.Text
	keepUnterminated bool

	edits *profile.Edits
	at    int // up to where it is decided what becomes of the text

	// last is the number of the edit of the end of the last kept line; -1 before a line is kept.
	last int
}

func (e *c4Editor) edit() *profile.Edits {
	c, whole := c4LinesOf(e.t), e.t.PythonLines()
	for i, l := range c.lines {
		// Line ends go or stay with the line before them: a line reaches to the next one.
		end := len(e.t.S)
		if i+1 < len(c.lines) {
			end = whole.At(i + 1).Start
		}
		e.t.Tick(end - e.at)
		if f := l.fateIf(e.keepUnterminated); f != lineKept {
			e.replace(end, false, int(f))
		} else {
			e.keep(c.span(i), end, l&cited != 0)
		}
	}
	return e.finish()
}

// replace takes out what is not yet decided before end, and puts a line feed there if asked to.
func (e *c4Editor) replace(end int, lineFeed bool, reason int) {
	edit := e.next(end, lineFeed, reason)
	n := e.edits.Len()
	if n == 0 {
		e.edits.Append(edit)
		return
	}
	last := e.edits.At(n - 1)
	switch {
	case !e.changes(edit):
	case !lineFeed && !last.LineFeed && last.End == edit.Start && last.Rule == edit.Rule:
		last.End = edit.End
	default:
		e.edits.Append(edit)
	}
}

// next returns the edit of what is not yet decided before end, which is decided then.
func (e *c4Editor) next(end int, lineFeed bool, reason int) profile.Edit {
	edit := profile.Edit{Start: int32(e.at), End: int32(end), Rule: uint8(reason), LineFeed: lineFeed} //nolint:gosec // a Text is shorter than 2 GiB
	e.at = end
	return edit
}

func (e *c4Editor) changes(edit profile.Edit) bool { return edit.Span().Of(e.t.S) != edit.With() }

// keep keeps a line, stripped to span, which reaches to end.
func (e *c4Editor) keep(span text.Span, end int, isCited bool) {
	if n := e.edits.Len(); e.last > 0 && e.last == n-1 && !e.changes(*e.edits.At(n - 1)) {
		e.edits.Pop() // the end of the line before, which stays as it is
	}
	e.replace(span.Start, false, strip)
	if isCited {
		e.citations(span)
	}
	e.at = span.End
	e.last = e.edits.Len()
	e.edits.Append(e.next(end, true, strip))
}

// citations takes them out of a line.
func (e *c4Editor) citations(span text.Span) {
	line := span.Of(e.t.S)
	for c, ok := nextCitation(line, 0); ok; c, ok = nextCitation(line, c.End) {
		e.at = span.Start + c.Start
		e.replace(span.Start+c.End, false, citation)
	}
}

// finish takes out the white space at both ends of what is left, and the edits that change nothing.
func (e *c4Editor) finish() *profile.Edits {
	if e.last < 0 {
		return e.edits
	}
	e.edits.At(e.last).LineFeed = false
	e.stripStart()
	e.stripEnd()
	kept := new(profile.Edits)
	for edit := range e.edits.All() {
		if e.changes(edit) {
			kept.Append(edit)
		}
	}
	return kept
}

// stripStart moves the ends of edits to the right, up to the first character that is kept and is not white space.
func (e *c4Editor) stripStart() {
	for i := range e.edits.Len() {
		edit := e.edits.At(i)
		edit.LineFeed = false
		next := len(e.t.S)
		if i+1 < e.edits.Len() {
			next = int(e.edits.At(i + 1).Start)
		}
		left := pytext.Strip(e.t.S, text.Span{Start: int(edit.End), End: next})
		if !left.Empty() {
			edit.End = int32(left.Start) //nolint:gosec // a Text is shorter than 2 GiB
			return
		}
		edit.End = int32(next) //nolint:gosec // a Text is shorter than 2 GiB
	}
}

// stripEnd moves the starts of edits to the left, as far as the last such character.
func (e *c4Editor) stripEnd() {
	for i := e.edits.Len() - 1; i >= 0; i-- {
		edit := e.edits.At(i)
		edit.LineFeed = false
		previous := 0
		if i > 0 {
			previous = int(e.edits.At(i - 1).End)
		}
		left := pytext.Strip(e.t.S, text.Span{Start: previous, End: int(edit.Start)})
		if !left.Empty() {
			edit.Start = int32(left.End) //nolint:gosec // a Text is shorter than 2 GiB
			return
		}
		edit.Start = int32(previous)
	}
}
