package wordlist

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// hits are the entries found in one text, both ways, as ranges of the text in lower case. One inside another is left out,
// because it adds nothing.
type hits struct {
	words, filtered []found
	lowered         Lowered
}

// found is a range of bytes, half-open.
type found struct{ start, end int32 }

var hitsPool pool.Of[hits]

// find returns the hits in t, to be given back with release; nil if its language has no list.
func find(t *pytext.Text) *hits {
	v := vocabularyFor(t.Language)
	if v == nil {
		return nil
	}
	h := hitsPool.Get()
	h.words, h.filtered = h.words[:0], h.filtered[:0]
	h.lowered = Lowered{S: t.S}
	if !t.ASCII {
		h.lowered = LowerOf(t, t.S)
	}
	s := h.lowered.S
	v.Scan(t, s, func(pattern, start, end int) {
		if byWord(s, start, end) {
			h.words = addFound(h.words, start, end)
		}
		if v.filtered[pattern] && (v.substring || flanked(s, start, end)) {
			h.filtered = addFound(h.filtered, start, end)
		}
	})
	return h
}

func (h *hits) release() {
	h.lowered = Lowered{}
	hitsPool.Put(h, pool.Size(h.words)+pool.Size(h.filtered))
}

// addFound adds a range that ends where the last does or after it, unless it is inside the last, and takes out those inside it.
func addFound(list []found, start, end int) []found {
	f := found{int32(start), int32(end)} //nolint:gosec // a Text is shorter than 2 GiB
	for n := len(list); n > 0 && list[n-1].start >= f.start; n = len(list) {
		list = list[:n-1]
	}
	if n := len(list); n > 0 && list[n-1].end == f.end {
		return list
	}
	return append(list, f)
}

// each calls do with ranges of the text for those of the lower-case text.
func (h *hits) each(list []found, do func(s text.Span)) {
	for _, f := range list {
		do(text.Span{Start: h.lowered.Offset(int(f.start)), End: h.lowered.Offset(int(f.end))})
	}
}
