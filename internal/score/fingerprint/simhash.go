package fingerprint

import (
	"math/bits"

	"github.com/cespare/xxhash/v2"
)

// simHashOf returns the SimHash of the pairs of neighbouring words.
func simHashOf(s *sequence) uint64 {
	var v votes
	if len(s.starts) == 1 {
		v.add(xxhash.Sum64(s.text))
	}
	for i := 2; i <= len(s.starts); i++ {
		s.t.Tick(8)
		v.add(xxhash.Sum64(s.run(i-2, i)))
	}
	return v.majority()
}

// votes count, for each of 64 bits, in how many hashes it was set. The counters are vertical: plane p holds bit p of all 64, so
// that a hash is added to all of them at once.
type votes struct {
	planes [40]uint64 // more votes than a text of 2 GiB has words
	n      uint64
}

func (v *votes) add(h uint64) {
	v.n++
	for p := 0; h != 0 && p < len(v.planes); p++ {
		v.planes[p], h = v.planes[p]^h, v.planes[p]&h
	}
}

// majority returns the bits that were set in more than half of the hashes.
func (v *votes) majority() uint64 {
	// Bit by bit from the highest plane down: which counters are above n/2, which are equal to it so far.
	above, equal, half := uint64(0), ^uint64(0), v.n/2
	for p := len(v.planes) - 1; p >= 0; p-- {
		if half>>uint(p)&1 == 0 {
			above |= equal & v.planes[p]
			equal &^= v.planes[p]
		} else {
			equal &= v.planes[p]
		}
	}
	return above
}

// Distance returns in how many bits two SimHashes differ.
func Distance(a, b uint64) int { return bits.OnesCount64(a ^ b) }
