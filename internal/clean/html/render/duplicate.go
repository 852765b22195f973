package render

import (
	"html"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/text"
)

// shortestDuplicate is the length in bytes from which on a paragraph is written once only: shorter ones may be meant.
const shortestDuplicate = 80

// shortestAdjacent is the length in bytes from which on that holds of a paragraph right after the same one.
const shortestAdjacent = 20

// maxDecoded is the length in bytes up to which character references in a text are decoded to compare it: copies of one
// paragraph often differ in how they write marks.
const maxDecoded = 1 << 16

// isDuplicate reports whether the chosen texts of the line [from, to), a block of this kind, have the same words as a line
// before. Only paragraphs are: quotations and code repeat what they like, and lists of terms are the same for each offer.
//
// A short paragraph is one only right after the other: a refrain has other lines between.
func (w *writer) isDuplicate(kind text.BlockKind, from, to int32) bool {
	before := w.before
	w.before = 0
	if kind != text.Paragraph {
		return false
	}
	hash, n := fnv.Start64, 0
	for i := from; i < to; i++ {
		if w.choice(i) == dom.LeaveOut {
			continue
		}
		words := w.t.Span(i).Of(w.t.Page)
		if len(words) <= maxDecoded && strings.IndexByte(words, '&') >= 0 {
			words = html.UnescapeString(words)
		}
		for _, c := range []byte(words) {
			if c > ' ' {
				hash = fnv.Add64(hash, uint64(c))
				n++
			}
		}
	}
	if n >= shortestAdjacent {
		w.before = hash
	}
	if n < shortestDuplicate {
		return n >= shortestAdjacent && hash == before
	}
	if _, ok := w.seen[hash]; ok {
		return true
	}
	w.seen[hash] = struct{}{}
	return false
}
