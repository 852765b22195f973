package pytext

import "math/bits"

// hashSeed and hashFactor are drawn at random, so that nobody can make texts whose words collide.
var hashSeed, hashFactor = randomOdd(), randomOdd()

// hash returns a hash of s, made of its groups of eight bytes and then of the rest, which may be empty, so that it can be
// computed while the end of a word is searched for.
func hash(s string) uint64 {
	h := hashSeed
	i := 0
	for ; i+group <= len(s); i += group {
		h = mix(h, load(s[i:]))
	}
	rest := uint64(0)
	for shift := 0; i < len(s); i++ {
		rest |= uint64(s[i]) << shift
		shift += 8
	}
	return mix(h, rest)
}

// group is how many bytes are read in one step.
const group = 8

// mix returns h with eight more bytes mixed in.
func mix(h, bytes uint64) uint64 {
	high, low := bits.Mul64(h^bytes, hashFactor)
	return high ^ low
}

// load returns the first eight bytes of s.
func load(s string) uint64 {
	b := s[:group]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// Groups of equal bytes.
const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// hashedWord returns the length and the hash of the word that s begins with, up to white space, and its length in code
// points.
func hashedWord(s string) (size int, h uint64, runes int) {
	h = hashSeed
	for i := 0; i+group <= len(s); i += group {
		bytes := load(s[i:])
		// The highest bit of a byte is set where it is below '!' or above ASCII, up to the first such byte: a borrow reaches
		// only the bytes after it.
		ends := (bytes - ('!')*ones | bytes) & highs
		if ends == 0 {
			h = mix(h, bytes)
			continue
		}
		n := bits.TrailingZeros64(ends) / 8
		if c := s[i+n]; c > ' ' || !IsSpace(rune(c)) {
			break // the end of the word is not so easily found
		}
		return i + n, mix(h, bytes&(1<<(8*n)-1)), i + n
	}
	size = WordLen(s)
	return size, hash(s[:size]), runeCount(s[:size])
}
