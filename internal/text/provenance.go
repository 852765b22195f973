package text

import (
	"sort"
	"strings"
)

// Segment says what became of one range of a source text.
type Segment struct {
	// Source is the range in the source; empty where text was inserted.
	Source Span

	// Clean is the range in the clean text that stands for it; empty where text was dropped.
	Clean Span

	// Change is why the two differ; its Rule is empty if the range was copied. Never nil, and not to be written to: segments
	// share it.
	*Change
}

// Copy returns the segment of a source range that became the clean range, of equal length, byte for byte.
func Copy(source, clean Span) Segment { return Segment{source, clean, none} }

// Copied reports whether the clean range equals the source range byte for byte.
func (s Segment) Copied() bool { return s.Rule == "" }

// Provenance is the full account of how a source became a clean text: its segments cover both texts in
// order and without a gap. Copied ranges may be split anywhere; a changed one is an indivisible whole.
type Provenance []Segment

// Identity returns the provenance of a text of n bytes that nothing was done to.
func Identity(n int) Provenance {
	if n == 0 {
		return nil
	}
	return Provenance{Copy(Span{0, n}, Span{0, n})}
}

// Replay rebuilds the clean text from the source and the texts of the changed segments, which replaced
// yields in order. It is the definition of what a provenance means.
func (p Provenance) Replay(source string, replaced func(Segment) string) string {
	var b strings.Builder
	for _, s := range p {
		if s.Copied() {
			b.WriteString(s.Source.Of(source))
		} else {
			b.WriteString(replaced(s))
		}
	}
	return b.String()
}

// ToSource returns the smallest source range from which all of the clean range s was made. An empty s
// gives an empty range.
func (p Provenance) ToSource(s Span) Span {
	return p.project(s, func(g Segment) (from, to Span) { return g.Clean, g.Source })
}

// ToClean returns the smallest clean range that holds everything made from the source range s. It is
// empty, at the place where the text would stand, if nothing of s was kept.
func (p Provenance) ToClean(s Span) Span {
	return p.project(s, func(g Segment) (from, to Span) { return g.Source, g.Clean })
}

// project maps s from one side of the segments to the other, where sides says which is which.
func (p Provenance) project(s Span, sides func(Segment) (from, to Span)) Span {
	first := sort.Search(len(p), func(i int) bool {
		from, _ := sides(p[i])
		return from.End > s.Start
	})
	if first == len(p) {
		return p.endPoint(sides)
	}
	start := project1(p[first], s.Start, sides).Start
	if s.Empty() {
		return Span{start, start}
	}
	last := first + sort.Search(len(p)-first, func(i int) bool {
		from, _ := sides(p[first+i])
		return from.End >= s.End
	})
	end := project1(p[min(last, len(p)-1)], s.End-1, sides).End
	return Span{start, max(start, end)}
}

// endPoint is the empty range after everything on the other side.
func (p Provenance) endPoint(sides func(Segment) (from, to Span)) Span {
	if len(p) == 0 {
		return Span{}
	}
	_, to := sides(p[len(p)-1])
	return Span{to.End, to.End}
}

// project1 maps the single byte at offset at, which lies in g, to the other side: exactly if g was copied,
// else to all of g.
func project1(g Segment, at int, sides func(Segment) (from, to Span)) Span {
	from, to := sides(g)
	if !g.Copied() {
		return to
	}
	at = to.Start + min(max(at-from.Start, 0), to.Len()-1)
	return Span{at, at + 1}
}
