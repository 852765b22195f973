package fingerprint

import "math"

// datatrove's defaults (MinhashConfig of its release 0.10.1): two texts whose sets of shingles overlap by a share s have a
// bucket in common with probability 1-(1-s^8)^14: .05 at s = .5, .65 at .72, .92 at .8.
const (
	// ShingleTokens is the number of tokens in a shingle.
	ShingleTokens = 5

	// Buckets is the number of bands that a signature has.
	Buckets = 14

	// BucketHashes is the number of values in a band.
	BucketHashes = 8

	// Hashes is the number of values in a signature.
	Hashes = Buckets * BucketHashes
)

// prime is the modulus of the hash functions, 2^61-1.
const prime = 1<<61 - 1

// permute applies a hash function to h as NumPy computes it: a*h+b modulo 2^64, and that modulo the prime.
func permute(h, a, b uint64) uint64 {
	x := a*h + b
	x = x&prime + x>>61
	if x >= prime {
		x -= prime
	}
	return x
}

// signature has the least value of each hash function.
//
// Nearly no value is the least, which shows without reducing it: y = 8*(a*h+b)+64 modulo 2^64 holds the low 61 bits
// of a*h+b, plus 8, at its upper end. The reduced value is those low bits plus at most 7, less the prime if it reaches it. So
// where it is less than the least so far, y is at most 8*(least+8); where it wraps, y has wrapped too and is less than 64.
type signature struct {
	least  [Hashes]uint64
	limits [Hashes]uint64 // 8*(least+8), or what is greater than any y
}

// block is how many shingles are hashed before the functions are applied to them: few enough to stay in the first cache.
const block = 256

// add adds the shingles of s, and reports whether there is one.
func (g *signature) add(s *sequence, hash Hash) bool {
	for j := range g.least {
		g.least[j], g.limits[j] = prime, math.MaxUint64
	}
	var hashes [block]uint64
	n := 0
	for i := ShingleTokens; i <= len(s.starts); i++ {
		s.t.Tick(64)
		if n == block {
			g.take(hashes[:])
			n = 0
		}
		hashes[n] = hash(s.run(i-ShingleTokens, i))
		n++
	}
	g.take(hashes[:n])
	return n > 0
}

// take applies the functions to the hashes of shingles, four at a time.
func (g *signature) take(hashes []uint64) {
	for j := range g.least {
		a, b, limit := scaled.multipliers[j], scaled.offsets[j], g.limits[j]
		rest := hashes
		for ; len(rest) >= 4; rest = rest[4:] {
			if rest[0]*a+b <= limit || rest[1]*a+b <= limit || rest[2]*a+b <= limit || rest[3]*a+b <= limit {
				limit = g.improve(j, rest[:4])
			}
		}
		g.improve(j, rest)
	}
}

// improve takes the values of function j for the hashes, and returns the new limit.
func (g *signature) improve(j int, hashes []uint64) uint64 {
	for _, h := range hashes {
		g.least[j] = min(g.least[j], permute(h, multipliers[j], offsets[j]))
	}
	if g.least[j] < prime-8 {
		g.limits[j] = (g.least[j] + 8) << 3
	}
	return g.limits[j]
}

// scaled are the parameters that give y in place of a*h+b.
var scaled = func() (s struct{ multipliers, offsets [Hashes]uint64 }) {
	for j := range multipliers {
		s.multipliers[j], s.offsets[j] = multipliers[j]<<3, offsets[j]<<3+64
	}
	return s
}()
