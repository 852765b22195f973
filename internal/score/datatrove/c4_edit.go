package datatrove

import (
	"slices"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// c4Edits returns the edits by which C4's quality filter, in the setting of that name, makes the text that it passes on: the
// lines kept, stripped, without citations, with a line feed between them, and the whole stripped once more.
func c4Edits(name string, keepUnterminated bool) func(t *pytext.Text) []profile.Edit {
	var ids [edits]string
	for i, reason := range editReasons {
		ids[i] = name + "." + reason
	}
	return func(t *pytext.Text) []profile.Edit {
		e := c4Editor{t: t, ids: &ids, last: -1}
		lines := c4LinesOf(t)
		for i := range lines {
			// A line reaches to the next one: line ends go or stay with the line before them.
			end := len(t.S)
			if i+1 < len(lines) {
				end = t.PythonLines()[i+1].Start
			}
			e.line(&lines[i], lines[i].fateIf(keepUnterminated), end)
		}
		return e.finish()
	}
}

// The causes of edits that are no fates.
const (
	citation = int(fates) + iota // takes out a citation
	strip                        // takes out white space at the ends of a line or of the whole, or makes a line feed of a line's end
	edits                        // how many causes there are
)

var editReasons = func() (reasons [edits]string) {
	copy(reasons[:], c4Reasons[:])
	reasons[citation], reasons[strip] = "citation", "strip"
	return reasons
}()

// c4Editor collects edits. There is one at the start of the text and one at its end, with no effect if need be, so that
// white space can be taken out there.
type c4Editor struct {
	t     *pytext.Text
	ids   *[edits]string // by cause
	edits []profile.Edit
	at    int // up to where the text is dealt with

	// last is where among the edits that of the end of the last line kept belongs; -1 before a line is kept.
	last    int
	lineEnd text.Span // of that line
}

// replace replaces what is not yet dealt with before end.
func (e *c4Editor) replace(end int, with string, cause int) {
	span := text.Span{Start: e.at, End: end}
	if len(e.edits) == 0 || span.Of(e.t.S) != with {
		e.edits = append(e.edits, profile.Edit{Rule: e.ids[cause], Span: span, With: with})
	}
	e.at = end
}

// line deals with a line, which reaches to end.
func (e *c4Editor) line(l *c4Line, f fate, end int) {
	if f != lineKept {
		e.replace(end, "", int(f))
		return
	}
	span := l.span()
	e.replace(span.Start, "", strip)
	if l.cited {
		e.citations(span)
	}
	e.at = span.End
	e.last, e.lineEnd = len(e.edits), text.Span{Start: span.End, End: end}
	e.replace(end, "\n", strip)
}

// citations takes them out of a line.
func (e *c4Editor) citations(span text.Span) {
	line := span.Of(e.t.S)
	for c, ok := nextCitation(line, 0); ok; c, ok = nextCitation(line, c.End) {
		e.at = span.Start + c.Start
		e.replace(span.Start+c.End, "", citation)
	}
}

// finish takes out the white space at both ends of what is left, and the edits that change nothing.
func (e *c4Editor) finish() []profile.Edit {
	if e.last < 0 {
		return e.edits
	}
	if e.last == len(e.edits) || e.edits[e.last].Span != e.lineEnd {
		e.edits = slices.Insert(e.edits, e.last, profile.Edit{Rule: e.ids[strip], Span: e.lineEnd})
	}
	e.edits[e.last].With = ""
	e.stripStart()
	e.stripEnd()
	kept := e.edits[:0]
	for _, edit := range e.edits {
		if edit.Span.Of(e.t.S) != edit.With {
			kept = append(kept, edit)
		}
	}
	return kept
}

// stripStart moves the ends of edits to the right, up to the first character that is kept and no white space.
func (e *c4Editor) stripStart() {
	for i := range e.edits {
		edit := &e.edits[i]
		edit.With = ""
		next := len(e.t.S)
		if i+1 < len(e.edits) {
			next = e.edits[i+1].Span.Start
		}
		left := pytext.Strip(e.t.S, text.Span{Start: edit.Span.End, End: next})
		if !left.Empty() {
			edit.Span.End = left.Start
			return
		}
		edit.Span.End = next
	}
}

// stripEnd moves the starts of edits to the left, as far as the last such character.
func (e *c4Editor) stripEnd() {
	for i := len(e.edits) - 1; i >= 0; i-- {
		edit := &e.edits[i]
		edit.With = ""
		previous := 0
		if i > 0 {
			previous = e.edits[i-1].Span.End
		}
		left := pytext.Strip(e.t.S, text.Span{Start: previous, End: edit.Span.Start})
		if !left.Empty() {
			edit.Span.Start = left.End
			return
		}
		edit.Span.Start = previous
	}
}
