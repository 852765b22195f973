package text

import (
	"iter"
	"slices"
	"strings"
)

// Segment says what became of one range of a source text.
type Segment struct {
	// Source is the range in the source; empty where text was inserted.
	Source Span

	// Clean is the range of the clean text that replaces it; empty where text was dropped.
	Clean Span

	// Change is why the two differ; its Rule is empty if the range was copied. Never nil. Segments share it, so it must not
	// be written to.
	*Change
}

// Copied reports whether the clean range equals the source range byte for byte.
func (s Segment) Copied() bool { return s.Rule == "" }

// Provenance is the full account of how a source became a clean text: its segments cover both texts in order and without a
// gap. Copied ranges may be split anywhere; a changed one is an indivisible whole. The zero value is the account of an
// empty text.
//
// A text may have as many segments as bytes, so they are held as bytes too, two or three each (record.go). Like a
// slice, a Provenance may be copied and read by many at once, but only one copy may be added to.
type Provenance struct { //nolint:recvcheck // go-cmp calls Equal on values
	code    []byte    // the records of all segments but a copied one at the end
	changes []*Change // what changed segments refer to
	marks   []mark    // where to begin reading, every markStep bytes of code

	tail          int // the length of the copied segment at the end
	source, clean int // the lengths of both texts
	count         int // of segments

	numbers map[*Change]int // the places in changes, once there are many
}

// Identity returns the provenance of a text of n bytes that nothing was done to.
func Identity(n int) Provenance {
	var p Provenance
	p.Copy(n)
	return p
}

// Len returns the number of segments.
func (p *Provenance) Len() int { return p.count }

// Copy adds n bytes of the source that were copied.
func (p *Provenance) Copy(n int) {
	if n <= 0 {
		return
	}
	if p.tail == 0 {
		p.count++
	}
	p.tail += n
	p.source += n
	p.clean += n
}

// Change adds a range of the source, of so many bytes, that was replaced by so many bytes of clean text. Its reason why
// must not be written to any more.
func (p *Provenance) Change(source, clean int, why *Change) {
	if why.Rule == "" {
		panic("text: a change without a rule")
	}
	p.flush()
	p.record(source, clean, p.number(why))
	p.source += source
	p.clean += clean
	p.count++
}

// Segments yields the segments in order.
func (p *Provenance) Segments() iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		c := cursor{p: p}
		for c.next() {
			if !yield(c.segment) {
				return
			}
		}
	}
}

// Equal reports whether p and q have the same segments.
func (p Provenance) Equal(q Provenance) bool {
	a, b := cursor{p: &p}, cursor{p: &q}
	for a.next() {
		if !b.next() || a.segment.Source != b.segment.Source || a.segment.Clean != b.segment.Clean || *a.segment.Change != *b.segment.Change {
			return false
		}
	}
	return !b.next()
}

// Replay rebuilds the clean text from the source and the texts of the changed segments, which replaced
// yields in order. It is the definition of what a provenance means.
func (p *Provenance) Replay(source string, replaced func(Segment) string) string {
	var b strings.Builder
	for s := range p.Segments() {
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
func (p *Provenance) ToSource(s Span) Span { return p.project(s, cleanToSource) }

// ToClean returns the smallest clean range that holds everything made from the source range s. If nothing of s was kept
// it is empty, at the offset where the text would be.
func (p *Provenance) ToClean(s Span) Span { return p.project(s, sourceToClean) }

// direction says which side of a segment is looked up and which is wanted.
type direction int

const (
	cleanToSource direction = iota
	sourceToClean
)

// sides returns the range of g that is looked up and the one that is wanted.
func (d direction) sides(g *Segment) (from, to Span) {
	if d == cleanToSource {
		return g.Clean, g.Source
	}
	return g.Source, g.Clean
}

// project maps s from one side of the segments to the other. It reads at most markStep bytes of records at each end of s.
func (p *Provenance) project(s Span, d direction) Span {
	c := p.seek(s.Start, d)
	for from := (Span{}); from.End <= s.Start; from, _ = d.sides(&c.segment) {
		if !c.next() {
			end := p.source
			if d == sourceToClean {
				end = p.clean
			}
			return Span{end, end}
		}
	}
	start := projectByte(&c.segment, s.Start, d).Start
	if s.Empty() {
		return Span{start, start}
	}
	if late := p.seek(s.End-1, d); late.at > c.at {
		c = late
		c.next()
	}
	for from, _ := d.sides(&c.segment); from.End < s.End && c.next(); {
		from, _ = d.sides(&c.segment)
	}
	return Span{start, max(start, projectByte(&c.segment, s.End-1, d).End)}
}

// projectByte maps the single byte at offset at, which lies in g, to the other side: exactly if g was copied, else to all
// of g.
func projectByte(g *Segment, at int, d direction) Span {
	from, to := d.sides(g)
	if !g.Copied() {
		return to
	}
	at = to.Start + min(max(at-from.Start, 0), to.Len()-1)
	return Span{at, at + 1}
}

// reset makes p the account of an empty text, with its memory.
func (p *Provenance) reset() {
	clear(p.changes)
	clear(p.numbers)
	*p = Provenance{code: p.code[:0], changes: p.changes[:0], marks: p.marks[:0], numbers: p.numbers}
}

// clone returns a copy of p that shares no memory with it, apart from the changes.
func (p *Provenance) clone() Provenance {
	q := *p
	q.code, q.changes, q.marks, q.numbers = slices.Clone(p.code), slices.Clone(p.changes), slices.Clone(p.marks), nil
	return q
}
