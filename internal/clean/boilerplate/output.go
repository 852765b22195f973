package boilerplate

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// drop drops a line and keeps account of it.
func (r *runner) drop(s text.Span, why text.Change) {
	r.note(s, why)
	r.pending = append(r.pending, judged{s, why})
}

// takeOut takes the pending lines out, up to offset end, each for its own reason, and puts gap in place of the last.
func (r *runner) takeOut(end int, gap string) {
	at := r.keptEnd
	for i, l := range r.pending {
		if i+1 == len(r.pending) {
			r.edit.Replace(text.Span{Start: at, End: end}, gap, l.why)
			break
		}
		next := r.pending[i+1].Start
		r.edit.Drop(text.Span{Start: at, End: next}, l.why)
		at = next
	}
	r.pending = r.pending[:0]
}

func (r *runner) note(s text.Span, why text.Change) {
	r.dropped = append(r.dropped, text.Dropped{Source: r.chain.ToSource(s), Text: strings.Clone(s.Of(r.in)), Change: r.chain.Share(why)})
}

// keep keeps a line and joins it to the one kept before, if lines between them were dropped.
func (r *runner) keep(s text.Span) {
	if len(r.pending) > 0 {
		lineStart := s.Start
		if r.any { // indentation of the line stays
			lineStart = r.keptEnd + strings.LastIndexByte(r.in[r.keptEnd:s.Start], '\n') + 1
		}
		gap := ""
		if r.any {
			gap = r.gap(text.Span{Start: r.keptEnd, End: s.Start})
		}
		r.takeOut(lineStart, gap)
	}
	r.keptEnd, r.any = s.End, true
	r.remember(s.Of(r.in))
}

// gap is what parts two kept lines between which lines were dropped.
func (r *runner) gap(between text.Span) string {
	feeds := 0 // since the last mark
	for i := between.Start; i < between.End; i++ {
		switch c := r.in[i]; {
		case c == '\n':
			if feeds++; feeds == 2 {
				return "\n\n"
			}
		case c > ' ':
			feeds = 0
		}
	}
	return "\n"
}

// cut drops s, the end of a kept line, if there is a reason to.
func (r *runner) cut(s text.Span, why text.Change) {
	if why.Rule == "" {
		return
	}
	r.note(text.Trim(r.in, s), why)
	r.edit.Drop(s, why)
	r.keptEnd = s.End
}

// close drops what is left behind the last kept line.
func (r *runner) close() { r.takeOut(len(r.in), "") }
