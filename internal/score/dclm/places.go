package dclm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// linesWhere returns the first lines with text, stripped, for which is says so.
func linesWhere(t *pytext.Text, is func(string) bool, limit int) (spans []text.Span) {
	for _, line := range t.Lines() {
		if len(spans) == limit {
			break
		}
		if line = pytext.Strip(t.S, line); line.Len() > 0 && is(line.Of(t.S)) {
			spans = append(spans, line)
		}
	}
	return spans
}

// wordsWhere returns the first words for which is says so.
func wordsWhere(t *pytext.Text, is func(string) bool, limit int) (spans []text.Span) {
	w := t.Words()
	for i, id := range w.IDs {
		if len(spans) == limit {
			break
		}
		if is(w.Type(id)) {
			spans = append(spans, w.Span(i))
		}
	}
	return spans
}

// placesOf returns the first places of any of the marks, in order; those that overlap are one.
func placesOf(s string, marks []string, limit int) (spans []text.Span) {
	for _, mark := range marks {
		for i, n := 0, 0; n < limit; n++ {
			at := strings.Index(s[i:], mark)
			if at < 0 {
				break
			}
			spans = append(spans, text.Span{Start: i + at, End: i + at + len(mark)})
			i += at + len(mark)
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	apart := spans[:0]
	for _, p := range spans {
		if last := len(apart) - 1; last >= 0 && p.Start < apart[last].End {
			apart[last].End = max(apart[last].End, p.End)
			continue
		}
		apart = append(apart, p)
	}
	return apart[:min(limit, len(apart))]
}
