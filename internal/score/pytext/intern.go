package pytext

// Interner gives equal strings equal numbers, counted from 0 in the order in which they first came. Hashes are seeded at
// random, so that nobody can make texts whose words collide; the numbers do not depend on the seed.
type Interner struct {
	// slots are numbers, plus 1, in the lower half, and half of the string's hash in the upper; 0 where free.
	slots   []uint64
	entries []entry
}

type entry struct {
	text string
	hash uint64
}

const minSlots = 1 << 10

// lowHalf are the bits of a slot that are a number.
const lowHalf = 1<<32 - 1

// Len returns how many distinct strings there are.
func (in *Interner) Len() int { return len(in.entries) }

// Text returns the string of number id.
func (in *Interner) Text(id uint32) string { return in.entries[id].text }

// ID returns the number of s, which must stay unchanged.
func (in *Interner) ID(s string) uint32 { return in.number(s, hash(s)) }

// number is ID for a string of hash h.
func (in *Interner) number(s string, h uint64) uint32 {
	if 2*len(in.entries) >= len(in.slots) {
		in.grow()
	}
	mask := uint64(len(in.slots)) - 1
	for at := h & mask; ; at = (at + 1) & mask {
		slot := in.slots[at]
		if slot == 0 {
			in.entries = append(in.entries, entry{s, h})
			in.slots[at] = h&^lowHalf | uint64(len(in.entries))
			return uint32(len(in.entries) - 1) //nolint:gosec // a text has fewer words than 2^32
		}
		if n := slot&lowHalf - 1; (slot^h)&^lowHalf == 0 && in.entries[n].text == s {
			return uint32(n)
		}
	}
}

func (in *Interner) grow() {
	in.slots = make([]uint64, max(minSlots, 2*len(in.slots)))
	mask := uint64(len(in.slots)) - 1
	for i, e := range in.entries {
		at := e.hash & mask
		for in.slots[at] != 0 {
			at = (at + 1) & mask
		}
		in.slots[at] = e.hash&^lowHalf | (uint64(i) + 1)
	}
}

// Reset forgets all strings and keeps the memory, unless it is that of an unusually large text.
func (in *Interner) Reset() {
	if len(in.slots) > maxKept {
		*in = Interner{}
		return
	}
	clear(in.slots)
	clear(in.entries) // lest they keep texts alive
	in.entries = in.entries[:0]
}

// maxKept is how many elements of a buffer are kept for the next text.
const maxKept = 1 << 17
