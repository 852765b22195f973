package corpus

import (
	"encoding/binary"

	"github.com/cespare/xxhash/v2"
)

// ids are the ids of all documents so far, as hashes of eight bytes: about 20 bytes of memory a document. Of a hundred million
// documents two have the same hash by chance in one run of four thousand.
type ids map[uint64]struct{}

// add adds an id and reports whether it is new.
func (s *ids) add(id string) (hash uint64, fresh bool) {
	if *s == nil {
		*s = make(ids)
	}
	hash = xxhash.Sum64String(id)
	if _, seen := (*s)[hash]; seen {
		return hash, false
	}
	(*s)[hash] = struct{}{}
	return hash, true
}

// bytes are hashes as a shard's file keeps them, eight bytes each, little endian.
func bytesOf(hashes []uint64) []byte {
	b := make([]byte, 0, 8*len(hashes))
	for _, h := range hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
	}
	return b
}

// addBytes adds what bytesOf has written.
func (s *ids) addBytes(b []byte) {
	if *s == nil {
		*s = make(ids, len(b)/8)
	}
	for ; len(b) >= 8; b = b[8:] {
		(*s)[binary.LittleEndian.Uint64(b)] = struct{}{}
	}
}
