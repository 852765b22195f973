package score

import (
	"hash/fnv"
	"math/bits"
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/text"
)

// Fingerprints are digests of a clean text, the same on every machine.
type Fingerprints struct {
	// Exact is equal for texts that differ only in case, spacing, punctuation and digits: FNV-1a of the words in lower
	// case, digits as 0.
	Exact uint64

	// SimHash differs in few bits for similar texts (Charikar 2002): 64 bits over pairs of neighbouring words.
	SimHash uint64
}

func fingerprints(clean string) *Fingerprints {
	whole := fnv.New64a()
	var votes [64]int
	before := uint64(0)
	for _, s := range text.Words(clean) {
		w := strings.Map(normalise, s.Of(clean))
		_, _ = whole.Write([]byte(w)) // never fails
		_, _ = whole.Write([]byte{' '})
		one := fnv.New64a()
		_, _ = one.Write([]byte(w))
		h := one.Sum64()
		vote(&votes, mix(bits.RotateLeft64(before, 1)^h))
		before = h
	}
	f := &Fingerprints{Exact: whole.Sum64()}
	for i, v := range votes {
		if v > 0 {
			f.SimHash |= 1 << i
		}
	}
	return f
}

func normalise(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return unicode.ToLower(r)
}

// mix spreads a hash over all its bits (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

func vote(votes *[64]int, h uint64) {
	for i := range votes {
		if h>>i&1 == 1 {
			votes[i]++
		} else {
			votes[i]--
		}
	}
}
