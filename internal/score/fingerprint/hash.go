package fingerprint

import (
	"crypto/sha1" //nolint:gosec // datatrove's choice; nothing is secured by it
	"encoding/binary"

	"github.com/cespare/xxhash/v2"
)

// Hash hashes a shingle: its tokens with one space between them, in UTF-8.
type Hash func(shingle []byte) uint64

// XXH64 is datatrove's default: hash_fc "xxhash", precision 64.
func XXH64(shingle []byte) uint64 { return xxhash.Sum64(shingle) }

// SHA1 is hash_fc "sha1" with precision 64, with which FineWeb was made: the first eight bytes of SHA-1, little-endian.
func SHA1(shingle []byte) uint64 {
	sum := sha1.Sum(shingle) //nolint:gosec // datatrove's choice; nothing is secured by it
	return binary.LittleEndian.Uint64(sum[:])
}
