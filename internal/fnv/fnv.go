// Package fnv is the hash FNV-1a over numbers as well as bytes, without the allocation and the interface of hash/fnv.
//
// FNV-1a takes one multiplication a step, which suits keys of a few bytes. It resists no attack: whoever can choose the
// keys can make them collide, so a table that an input fills must bound the length of its probes.
package fnv

// Start32 and Start64 are the hash of nothing (the offset basis).
const (
	Start32 uint32 = 2166136261
	Start64 uint64 = 14695981039346656037
)

const (
	prime32 = 16777619
	prime64 = 1099511628211
)

// Add32 returns the hash of what h stands for followed by v. For bytes this is FNV-1a; other values are mixed in whole.
func Add32(h, v uint32) uint32 { return (h ^ v) * prime32 }

// Add64 returns the hash of what h stands for followed by v. For bytes this is FNV-1a; other values are mixed in whole.
func Add64(h, v uint64) uint64 { return (h ^ v) * prime64 }

// String32 returns the hash of what h stands for followed by the bytes of s.
func String32(h uint32, s string) uint32 {
	for i := range len(s) {
		h = Add32(h, uint32(s[i]))
	}
	return h
}

// String64 returns the hash of what h stands for followed by the bytes of s.
func String64(h uint64, s string) uint64 {
	for i := range len(s) {
		h = Add64(h, uint64(s[i]))
	}
	return h
}
