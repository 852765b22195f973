package lines

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// drop drops a line and keeps account of it.
func (r *runner) drop(s text.Span, why text.Change) {
	r.note(s, why.Rule)
	r.why = why
}

func (r *runner) note(s text.Span, rule text.Rule) {
	r.dropped = append(r.dropped, text.Dropped{Source: r.chain.ToSource(s), Text: strings.Clone(s.Of(r.in)), Rule: rule})
}

// keep keeps a line and joins it to the one kept before, if lines between them were dropped.
func (r *runner) keep(s text.Span) {
	if r.why.Rule != "" {
		lineStart := s.Start
		if r.any { // indentation of the line stays
			lineStart = r.keptEnd + strings.LastIndexByte(r.in[r.keptEnd:s.Start], '\n') + 1
		}
		gap := ""
		if r.any {
			gap = r.gap(text.Span{Start: r.keptEnd, End: s.Start})
		}
		r.edit.Replace(text.Span{Start: r.keptEnd, End: lineStart}, gap, r.why)
	}
	r.keptEnd, r.any, r.why = s.End, true, text.Change{}
	if s.Len() >= minDuplicate && r.rules.On(Duplicate) {
		r.seen[s.Of(r.in)] = struct{}{}
	}
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
	r.note(text.Trim(r.in, s), why.Rule)
	r.edit.Drop(s, why)
	r.keptEnd = s.End
}

// close drops what is left behind the last kept line.
func (r *runner) close() {
	if r.why.Rule != "" {
		r.edit.Drop(text.Span{Start: r.keptEnd, End: len(r.in)}, r.why)
	}
}
