package datatrove

import (
	"iter"
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// internerPool has tables of the segments that were met.
var internerPool pool.Of[pytext.Interner]

// tally is how many segments there are, how many of them occurred before, and how many characters those have.
type tally struct{ all, later, laterChars int }

// countLater counts the second and later occurrences among segments of t.
func countLater(t *pytext.Text, segments iter.Seq[text.Span]) tally {
	var n tally
	eachLater(t, segments, &n.all, func(s text.Span) {
		n.later++
		n.laterChars += t.Len(s)
	})
	return n
}

// findLater adds the second and later occurrences to p.
func findLater(t *pytext.Text, segments iter.Seq[text.Span], p *profile.Places) {
	all := 0
	eachLater(t, segments, &all, p.Add)
}

// eachLater calls do with the segments that are equal to an earlier one, and counts all segments.
func eachLater(t *pytext.Text, segments iter.Seq[text.Span], all *int, do func(s text.Span)) {
	seen := internerPool.Get()
	seen.Reset(t.S)
	for s := range segments {
		*all++
		if n := seen.Len(); int(seen.Part(s.Start, s.End)) < n {
			do(s)
		}
	}
	seen.Reset("")
	internerPool.Put(seen, 0) // Reset keeps no more memory than a pool may
}

// split yields the pieces of span s of t between runs of so many line feeds or more, as re.split has them: a run at either end
// has an empty piece beyond it.
func split(t *pytext.Text, s text.Span, least int) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		start := s.Start
		for at := s.Start; at < s.End; {
			n := strings.IndexByte(t.S[at:s.End], '\n')
			if n < 0 {
				break
			}
			at += n
			t.Tick(n + 4)
			end := at
			for end < s.End && t.S[end] == '\n' {
				end++
			}
			if end-at >= least {
				if !yield(text.Span{Start: start, End: at}) {
					return
				}
				start = end
			}
			at = end
		}
		yield(text.Span{Start: start, End: s.End})
	}
}
