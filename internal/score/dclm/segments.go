package dclm

import (
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// segments are the pieces of a text between separators, stripped, those with text only.
type segments struct {
	of     *pytext.Text
	spans  []text.Span
	ids    []uint32
	counts []int
	types  pytext.Interner
}

var segmentPool = sync.Pool{New: func() any { return new(segments) }}

// segmentsOf returns the segments of t, valid until they are released.
func segmentsOf(t *pytext.Text, separator string) *segments {
	g := segmentPool.Get().(*segments) //nolint:forcetypeassert // the pool holds nothing else
	g.of = t
	for start := 0; start <= len(t.S); {
		end := len(t.S)
		if n := strings.Index(t.S[start:], separator); n >= 0 {
			end = start + n
		}
		g.add(pytext.Strip(t.S, text.Span{Start: start, End: end}))
		start = end + len(separator)
	}
	return g
}

func (g *segments) add(s text.Span) {
	if s.Len() == 0 {
		return
	}
	id := g.types.ID(s.Of(g.of.S))
	if int(id) == len(g.counts) {
		g.counts = append(g.counts, 0)
	}
	g.counts[id]++
	g.spans = append(g.spans, s)
	g.ids = append(g.ids, id)
}

func (g *segments) release() {
	g.types.Reset()
	g.of, g.spans, g.ids, g.counts = nil, kept(g.spans), kept(g.ids), kept(g.counts)
	segmentPool.Put(g)
}

func (g *segments) len() int { return len(g.spans) }

// repeated returns which part of the segments, and of their characters, is in segments that stand there more than once:
// undefined where there is one or none.
func (g *segments) repeated() (count, chars float64) {
	if g.len() < 2 {
		return profile.Undefined, profile.Undefined
	}
	repeated := 0
	for _, n := range g.counts {
		if n > 1 {
			repeated += n
		}
	}
	if repeated == 0 {
		return 0, 0
	}
	all, inRepeated := 0, 0
	for i, s := range g.spans {
		n := g.of.Len(s)
		all += n
		if g.counts[g.ids[i]] > 1 {
			inRepeated += n
		}
	}
	return profile.Ratio(repeated, g.len()), profile.Ratio(inRepeated, all)
}

// repeatedSegments returns the first segments that stand there more than once.
func repeatedSegments(t *pytext.Text, separator string, limit int) (spans []text.Span) {
	g := segmentsOf(t, separator)
	defer g.release()
	for i, s := range g.spans {
		if len(spans) < limit && g.counts[g.ids[i]] > 1 {
			spans = append(spans, s)
		}
	}
	return spans
}
