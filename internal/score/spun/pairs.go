package spun

import (
	"math/bits"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// pairs is the set of pairs of tokens that follow one another in a text, in a table with open addressing.
type pairs struct {
	table []uint32 // 0 is a free place: no word has the number 0 as the second of a pair of words
	shift int
}

// newPairs returns an empty set for so many pairs at most, in the given memory if that is enough, and the memory that it is in.
func newPairs(most int, memory []uint32) (pairs, []uint32) {
	size := bits.Len(uint(2*most + 2))
	if len(memory) < 1<<size {
		memory = make([]uint32, 1<<size)
	}
	p := pairs{table: memory[:1<<size], shift: 64 - size}
	clear(p.table)
	return p, memory
}

// add adds a pair, unless one of its tokens is too common to tell anything.
func (p *pairs) add(a, b fluency.ID) {
	if isContent(a) && isContent(b) {
		key := keyOf(a, b)
		p.table[p.find(key)] = key
	}
}

func keyOf(a, b fluency.ID) uint32 { return uint32(a)<<16 | uint32(b) }

// find returns the place of a key: where it is, or where it would be.
func (p *pairs) find(key uint32) uint64 {
	at := uint64(key) * 0x9e3779b97f4a7c15 >> p.shift
	for p.table[at] != key && p.table[at] != 0 {
		at = (at + 1) & uint64(len(p.table)-1) //nolint:gosec // a table has a place
	}
	return at
}

func (p *pairs) has(a, b fluency.ID) bool {
	key := keyOf(a, b)
	return p.table[p.find(key)] == key
}
