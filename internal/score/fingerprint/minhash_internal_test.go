package fingerprint

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

// TestSignatureAgainstDefinition feeds hashes whose products lie at the edges of the modulus, where what is skipped without
// being reduced could be wrong.
func TestSignatureAgainstDefinition(t *testing.T) {
	t.Parallel()
	draw := rand.New(rand.NewPCG(5, 6))
	for round := range 300 {
		j := draw.IntN(Hashes)
		for multipliers[j]%2 == 0 {
			j = (j + 1) % Hashes
		}
		hashes := make([]uint64, 1+draw.IntN(20))
		for i := range hashes {
			target := draw.Uint64N(8)<<61 + prime - 20 + draw.Uint64N(40)
			if draw.IntN(3) == 0 {
				target = draw.Uint64() >> draw.IntN(64)
			}
			hashes[i] = (target - offsets[j]) * inverse(multipliers[j])
		}
		var got signature
		got.add(&sequence{}, XXH64)
		got.take(hashes)
		for k, least := range got.least {
			want := uint64(prime)
			for _, h := range hashes {
				want = min(want, remainder(h, multipliers[k], offsets[k]))
			}
			if least != want {
				t.Fatalf("round %d, function %d: %d, should be %d", round, k, least, want)
			}
		}
	}
}

// remainder is the definition, by division.
func remainder(h, a, b uint64) uint64 { return (h*a + b) % prime }

// inverse returns the number by which an odd a is 1 modulo 2^64 (Newton's iteration).
func inverse(a uint64) uint64 {
	x := a
	for range 6 {
		x *= 2 - a*x
	}
	return x
}

func TestVotes(t *testing.T) {
	t.Parallel()
	draw := rand.New(rand.NewPCG(7, 8))
	for n := range 200 {
		var v votes
		var counts [64]int
		for range n {
			h := draw.Uint64() & draw.Uint64() >> draw.IntN(2)
			v.add(h)
			for ; h != 0; h &= h - 1 {
				counts[bits.TrailingZeros64(h)]++
			}
		}
		got := v.majority()
		for b, c := range counts {
			if set := got>>b&1 == 1; set != (2*c > n) {
				t.Fatalf("%d votes: bit %d is %v by %d", n, b, set, c)
			}
		}
	}
}
