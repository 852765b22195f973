package datatrove

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// later is how often segments occur that occurred before, and how many characters they have.
type later struct{ n, chars int }

// countLater counts the second and later occurrences among the segments of t.
func countLater(t *pytext.Text, seen *pytext.Interner, segments []text.Span) later {
	var l later
	seen.Reset()
	for _, s := range segments {
		if isLater(seen, s.Of(t.S)) {
			l.n++
			l.chars += t.Len(s)
		}
	}
	return l
}

// placeLater returns the second and later occurrences.
func placeLater(t *pytext.Text, seen *pytext.Interner, segments []text.Span, most int) []text.Span {
	var places []text.Span
	seen.Reset()
	for _, s := range segments {
		if len(places) == most {
			break
		}
		if isLater(seen, s.Of(t.S)) {
			places = append(places, s)
		}
	}
	return places
}

// isLater notes s and reports whether it was there before.
func isLater(seen *pytext.Interner, s string) bool {
	n := seen.Len()
	return int(seen.ID(s)) < n
}

// appendSplit appends the pieces of s between runs of at least min line feeds to dst, as re.split has them: a run at
// either end has an empty piece beyond it.
func appendSplit(dst []text.Span, t string, s text.Span, least int) []text.Span {
	start, at := s.Start, s.Start
	for at < s.End {
		n := strings.IndexByte(t[at:s.End], '\n')
		if n < 0 {
			break
		}
		at += n
		end := at
		for end < s.End && t[end] == '\n' {
			end++
		}
		if end-at >= least {
			dst = append(dst, text.Span{Start: start, End: at})
			start = end
		}
		at = end
	}
	return append(dst, text.Span{Start: start, End: s.End})
}
