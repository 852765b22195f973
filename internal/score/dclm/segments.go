package dclm

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// segments are the pieces of a text between separators, stripped, without blank ones.
type segments struct {
	of     *pytext.Text
	count  int
	counts []int32 // by type
	types  pytext.Interner
}

var segmentPool pool.Of[segments]

// segmentsOf returns the segments of t, to be given back with release.
func segmentsOf(t *pytext.Text, separator string) *segments {
	g := segmentPool.Get()
	g.of, g.count, g.counts = t, 0, g.counts[:0]
	g.types.Reset(t.S)
	for s := range t.Separated(separator) {
		s = pytext.Strip(t.S, s)
		if s.Empty() {
			continue
		}
		g.count++
		id := g.types.Part(s.Start, s.End)
		if int(id) == len(g.counts) {
			g.counts = append(g.counts, 0)
		}
		g.counts[id]++
	}
	return g
}

func (g *segments) release() {
	g.of = nil
	g.types.Reset("")
	segmentPool.Put(g, pool.Size(g.counts))
}

// repeated returns the share of the segments, and of their characters, that is in segments which occur more than once: undefined
// where there are fewer than two.
func (g *segments) repeated() (count, chars float64) {
	if g.count < 2 {
		return profile.Undefined, profile.Undefined
	}
	repeated := 0
	for _, n := range g.counts {
		if n > 1 {
			repeated += int(n)
		}
	}
	if repeated == 0 {
		return 0, 0
	}
	all, inRepeated := 0, 0
	for id, n := range g.counts {
		g.of.Tick(4)
		chars := int(n) * g.of.RuneCount(g.types.Text(uint32(id)))
		all += chars
		if n > 1 {
			inRepeated += chars
		}
	}
	return profile.Ratio(repeated, g.count), profile.Ratio(inRepeated, all)
}

// findRepeatedSegments adds the segments that occur more than once.
func findRepeatedSegments(t *pytext.Text, separator string, p *profile.Places) {
	g := segmentsOf(t, separator)
	for s := range t.Separated(separator) {
		s = pytext.Strip(t.S, s)
		if !s.Empty() && g.counts[g.types.Part(s.Start, s.End)] > 1 {
			p.Add(s)
		}
	}
	g.release()
}
