package wordlist

import (
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// hits are the entries found in one text, both ways, as spans of the text in lower case. One inside another is left out, for
// it says nothing more.
type hits struct {
	words, filtered []text.Span
	lowered         Lowered
}

var pool = sync.Pool{New: func() any { return new(hits) }}

// find returns the hits in t, to be given back with release; nil if its language has no list.
func find(t *pytext.Text) *hits {
	v := vocabularyFor(t.Language)
	if v == nil {
		return nil
	}
	h := pool.Get().(*hits) //nolint:forcetypeassert // the pool holds nothing else
	h.words, h.filtered = h.words[:0], h.filtered[:0]
	h.lowered = Lowered{S: t.S}
	if !t.ASCII {
		h.lowered = Lower(t.S)
	}
	s := h.lowered.S
	v.Scan(s, func(pattern, start, end int) {
		if byWord(s, start, end) {
			h.words = addSpan(h.words, start, end)
		}
		if v.filtered[pattern] && (v.substring || flanked(s, start, end)) {
			h.filtered = addSpan(h.filtered, start, end)
		}
	})
	return h
}

func (h *hits) release() {
	h.lowered = Lowered{} // lest it keep the text alive
	pool.Put(h)
}

// addSpan adds a span that ends where the last does or behind, unless it is inside that, and takes out those inside it.
func addSpan(spans []text.Span, start, end int) []text.Span {
	for n := len(spans); n > 0 && spans[n-1].Start >= start; n = len(spans) {
		spans = spans[:n-1]
	}
	if n := len(spans); n > 0 && spans[n-1].End == end {
		return spans
	}
	return append(spans, text.Span{Start: start, End: end})
}

// places returns the first of spans, of the lower-case text, as spans of the text.
func (h *hits) places(spans []text.Span, most int) []text.Span {
	placed := append([]text.Span(nil), spans[:min(most, len(spans))]...) // nil if there are none, unlike slices.Clone
	for i, s := range placed {
		placed[i] = text.Span{Start: h.lowered.Offset(s.Start), End: h.lowered.Offset(s.End)}
	}
	return placed
}
