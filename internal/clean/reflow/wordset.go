package reflow

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
)

// WordSet is a set of words, in small letters, as a Bloom filter that is read in place: it has every word that was put in it,
// and some .5 % of all others. It is safe for concurrent use.
type WordSet struct{ bits string }

// OpenWordSet reads a set that MakeWordSet made. Errors wrap model.ErrFormat.
func OpenWordSet(section string) (WordSet, error) {
	if n := len(section); n == 0 || n&(n-1) != 0 {
		return WordSet{}, fmt.Errorf("%w: a set of words of %d bytes", model.ErrFormat, n)
	}
	return WordSet{section}, nil
}

// Has reports whether the word made of head and tail, in any case, is in the set.
func (s WordSet) Has(head, tail string) bool {
	if s.bits == "" {
		return false
	}
	for _, at := range slots(hashWord(hashWord(hashStart, head), tail), len(s.bits)) {
		if s.bits[at/8]&(1<<(at%8)) == 0 {
			return false
		}
	}
	return true
}

// MakeWordSet returns a set of 2^logBytes bytes.
func MakeWordSet(logBytes int, words []string) []byte {
	bits := make([]byte, 1<<logBytes)
	for _, w := range words {
		for _, at := range slots(hashWord(hashStart, w), len(bits)) {
			bits[at/8] |= 1 << (at % 8)
		}
	}
	return bits
}

// slots returns the bits of a word in a filter of n bytes, a power of two.
func slots(h uint64, n int) [3]uint64 {
	mask := uint64(n)*8 - 1 //nolint:gosec // n is positive
	h ^= h >> 31
	h *= 0x9e3779b97f4a7c15
	return [3]uint64{h & mask, (h >> 21) & mask, (h >> 42) & mask}
}
