package measure

import "hash/maphash"

// Interner gives equal strings equal numbers, counted from 0 in the order in which they first came. Hashes are seeded at
// random, so that nobody can make texts whose words collide; the numbers do not depend on the seed.
type Interner struct {
	slots   []uint32 // number+1; 0 where the slot is free
	entries []entry
}

type entry struct {
	hash uint64
	text string
}

var seed = maphash.MakeSeed()

// Len returns how many distinct strings there are.
func (in *Interner) Len() int { return len(in.entries) }

// Text returns the string of number id.
func (in *Interner) Text(id uint32) string { return in.entries[id].text }

// ID returns the number of s, which must stay unchanged.
func (in *Interner) ID(s string) uint32 {
	if 2*len(in.entries) >= len(in.slots) {
		in.grow()
	}
	h := maphash.String(seed, s)
	mask := uint64(len(in.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := in.slots[at]
		if n == 0 {
			in.entries = append(in.entries, entry{h, s})
			in.slots[at] = uint32(len(in.entries)) //nolint:gosec // a text has fewer words than 2^32
			return n2id(in.slots[at])
		}
		if e := &in.entries[n-1]; e.hash == h && e.text == s {
			return n2id(n)
		}
	}
}

func n2id(n uint32) uint32 { return n - 1 }

func (in *Interner) grow() {
	slots := make([]uint32, max(minTypes, 2*len(in.slots)))
	mask := uint64(len(slots) - 1)
	for i, e := range in.entries {
		at := e.hash & mask
		for slots[at] != 0 {
			at = (at + 1) & mask
		}
		slots[at] = uint32(i + 1) //nolint:gosec // as above
	}
	in.slots = slots
}

// Reset forgets all strings and keeps the memory, unless it is that of an unusually large text.
func (in *Interner) Reset() {
	clear(in.entries) // lest they keep texts alive
	in.entries = in.entries[:0]
	if len(in.slots) > maxKept {
		in.slots = nil
		return
	}
	clear(in.slots)
}

// maxKept is how many elements of a buffer are kept for the next text.
const maxKept = 1 << 17
