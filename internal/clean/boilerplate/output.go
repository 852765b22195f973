package boilerplate

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// output writes what is left of a text. Between two kept lines between which lines were dropped it leaves the widest gap
// that those had.
type output struct {
	in      string
	chain   *text.Chain
	edit    *text.Editor
	dropped []text.Dropped

	keptEnd int    // where the last kept line ends
	any     bool   // whether a line was kept
	at      int    // what comes before this offset is written
	pending judged // the latest dropped line, which is written once it is known what follows
}

// MaxDropped is the most lines that Run lists as dropped. The account has every one.
const MaxDropped = 1 << 16

// drop drops a line.
func (o *output) drop(s text.Span, why *text.Change) {
	o.list(s, why)
	if o.pending.why == nil {
		o.at = o.keptEnd
	} else {
		o.edit.Drop(text.Span{Start: o.at, End: s.Start}, *o.pending.why)
		o.at = s.Start
	}
	o.pending = judged{s, why}
}

func (o *output) list(s text.Span, why *text.Change) {
	if len(o.dropped) == MaxDropped {
		return
	}
	o.dropped = append(o.dropped, text.Dropped{Source: o.chain.ToSource(s), Text: strings.Clone(s.Of(o.in)), Change: why})
}

// flush drops the pending line, what comes before it since the last one, and what follows up to offset end, and puts gap in
// their place.
func (o *output) flush(end int, gap string) {
	if o.pending.why != nil {
		o.edit.Replace(text.Span{Start: o.at, End: end}, gap, *o.pending.why)
		o.pending = judged{}
	}
}

// keep keeps a line and joins it to the one kept before, if lines between them were dropped.
func (o *output) keep(s text.Span) {
	if o.pending.why != nil {
		lineStart, gap := s.Start, ""
		if o.any { // the indentation of the line stays
			lineStart = o.keptEnd + strings.LastIndexByte(o.in[o.keptEnd:s.Start], '\n') + 1
			gap = o.gap(text.Span{Start: o.keptEnd, End: s.Start})
		}
		o.flush(lineStart, gap)
	}
	o.keptEnd, o.any = s.End, true
}

// gap returns what separates two kept lines between which lines were dropped.
func (o *output) gap(between text.Span) string {
	feeds := 0 // since the last mark
	for i := between.Start; i < between.End; i++ {
		switch c := o.in[i]; {
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

// cut drops s, the end of the line that was just kept.
func (o *output) cut(s text.Span, why *text.Change) {
	o.list(text.Trim(o.in, s), why)
	o.edit.Drop(s, *why)
	o.keptEnd = s.End
}

// end drops what is left after the last kept line, if lines were dropped there.
func (o *output) end() { o.flush(len(o.in), "") }
