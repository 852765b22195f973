package text

import (
	"encoding/binary"
	"slices"
	"sort"
)

// The segments of a Provenance are records of variable length, one after the other. A copied segment is one number, twice
// its length. A changed one is three: twice the place of its change, plus one; its length in the source; its length in the
// clean text. Numbers are unsigned varints, so that a short copied range takes a byte and a change of a few characters three.

// mark is a place where reading can begin: the record at offset at of the code begins at these offsets of the two texts.
type mark struct{ source, clean, at int }

// markStep is how many bytes of records lie between two marks: a look-up reads at most that many, some 200 segments.
const markStep = 512

// manyChanges is the number of changes from which on they are looked up in a map.
const manyChanges = 16

// number returns the place of why in changes.
func (p *Provenance) number(why *Change) int {
	if p.numbers != nil {
		if k, ok := p.numbers[why]; ok {
			return k
		}
	} else {
		for k, c := range slices.Backward(p.changes) {
			if c == why {
				return k
			}
		}
	}
	k := len(p.changes)
	p.changes = append(p.changes, why)
	switch {
	case p.numbers != nil:
		p.numbers[why] = k
	case k >= manyChanges:
		p.numbers = make(map[*Change]int, 2*manyChanges)
		for k, c := range p.changes {
			p.numbers[c] = k
		}
	}
	return k
}

// flush records the copied segment at the end.
func (p *Provenance) flush() {
	if p.tail == 0 {
		return
	}
	p.mark(p.source-p.tail, p.clean-p.tail)
	p.code = binary.AppendUvarint(p.code, uint64(p.tail)<<1) //nolint:gosec // a length is not negative
	p.tail = 0
}

// record adds the record of a changed segment that begins at the ends of both texts.
func (p *Provenance) record(source, clean, change int) {
	p.mark(p.source, p.clean)
	p.code = binary.AppendUvarint(p.code, uint64(change)<<1|1) //nolint:gosec // an index is not negative
	p.code = binary.AppendUvarint(p.code, uint64(source))      //nolint:gosec // a length is not negative
	p.code = binary.AppendUvarint(p.code, uint64(clean))       //nolint:gosec // a length is not negative
}

// mark notes where the next record begins, if that is far enough from the last mark.
func (p *Provenance) mark(source, clean int) {
	last := 0
	if n := len(p.marks); n > 0 {
		last = p.marks[n-1].at
	}
	if len(p.code)-last >= markStep {
		p.marks = append(p.marks, mark{source, clean, len(p.code)})
	}
}

// cursor reads segments one by one.
type cursor struct {
	p       *Provenance
	at      int     // of the next record in the code; beyond its length if the last segment was read
	segment Segment // the one read last
}

// seek returns a cursor before the last mark that is not after offset at of the side that d looks up.
func (p *Provenance) seek(at int, d direction) cursor {
	k := sort.Search(len(p.marks), func(i int) bool {
		if d == cleanToSource {
			return p.marks[i].clean > at
		}
		return p.marks[i].source > at
	}) - 1
	if k < 0 {
		return cursor{p: p}
	}
	m := p.marks[k]
	return cursor{p: p, at: m.at, segment: Segment{Span{End: m.source}, Span{End: m.clean}, none}}
}

// next reads the next segment and reports whether there is one.
func (c *cursor) next() bool {
	source, clean := c.segment.Source.End, c.segment.Clean.End
	code := c.p.code
	switch {
	case c.at > len(code) || c.at == len(code) && c.p.tail == 0:
		return false
	case c.at == len(code):
		c.at++
		c.set(source, clean, c.p.tail, c.p.tail, none)
		return true
	}
	head := c.uvarint()
	if head&1 == 0 {
		c.set(source, clean, head>>1, head>>1, none)
		return true
	}
	n := c.uvarint()
	c.set(source, clean, n, c.uvarint(), c.p.changes[head>>1])
	return true
}

func (c *cursor) set(source, clean, sourceLen, cleanLen int, why *Change) {
	c.segment = Segment{Span{source, source + sourceLen}, Span{clean, clean + cleanLen}, why}
}

// uvarint reads a number, which is of one byte mostly.
func (c *cursor) uvarint() int {
	if b := c.p.code[c.at]; b < 0x80 {
		c.at++
		return int(b)
	}
	v, n := binary.Uvarint(c.p.code[c.at:])
	c.at += n
	return int(v) //nolint:gosec // it was a length or an index
}
