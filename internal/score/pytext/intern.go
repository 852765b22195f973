package pytext

import (
	"unsafe"

	"github.com/copydesk/copydesk/internal/pool"
)

// Interner gives equal strings equal numbers, counted from 0 in the order of their first appearance. Hashes are seeded at
// random, so that nobody can make texts whose words collide; the numbers do not depend on the seed.
//
// Most strings are parts of one text, the base: a string takes eight bytes, and eight to twenty more in the table.
type Interner struct {
	base string
	own  []byte // strings that are not parts of base, one after the other; never changed before Reset

	// slots hold half of a string's hash in the upper half and its number, plus 1, in the lower; 0 where free. The place of a
	// string follows from that half of the hash, so that the table grows without reading the strings again.
	slots   []uint64
	strings []interned
}

// interned is where a string is: base[start:end], or own[^start:end] where start is negative.
type interned struct{ start, end int32 }

const minSlots = 1 << 10

// Reset forgets all strings and sets the text that Part reads.
func (in *Interner) Reset(base string) {
	if in.size() > pool.MaxKept {
		*in = Interner{}
	}
	clear(in.slots)
	in.base, in.own, in.strings = base, in.own[:0], in.strings[:0]
}

func (in *Interner) size() int {
	return pool.Size(in.slots) + pool.Size(in.strings) + pool.Size(in.own)
}

// Len returns how many distinct strings there are.
func (in *Interner) Len() int { return len(in.strings) }

// Text returns the string of number id. It is valid until Reset.
func (in *Interner) Text(id uint32) string {
	if s := in.strings[id]; s.start >= 0 {
		return in.base[s.start:s.end]
	}
	return in.ownText(in.strings[id])
}

func (in *Interner) ownText(s interned) string {
	own := in.own[^s.start:s.end]
	return unsafe.String(unsafe.SliceData(own), len(own)) //nolint:gosec // bytes of own are not changed before Reset
}

// Part returns the number of base[start:end].
func (in *Interner) Part(start, end int) uint32 {
	s := in.base[start:end]
	return in.part(s, hash(s), start)
}

// part is Part for a string s of hash h that begins at start.
func (in *Interner) part(s string, h uint64, start int) uint32 {
	id, known := in.number(s, h)
	if !known {
		in.strings = append(in.strings, interned{int32(start), int32(start + len(s))}) //nolint:gosec // a Text is shorter than 2 GiB
	}
	return id
}

// Bytes returns the number of a string that need not be part of the base. It is copied if it is new.
func (in *Interner) Bytes(b []byte) uint32 {
	return in.ID(unsafe.String(unsafe.SliceData(b), len(b))) //nolint:gosec // it is not kept
}

// ID is Bytes for a string.
func (in *Interner) ID(s string) uint32 {
	id, known := in.number(s, hash(s))
	if !known {
		start := len(in.own)
		in.own = append(in.own, s...)
		in.strings = append(in.strings, interned{^int32(start), int32(len(in.own))}) //nolint:gosec // no longer than a few Texts
	}
	return id
}

// number returns the number of s, of hash h, and whether it is known; if not, the caller adds it to strings.
func (in *Interner) number(s string, h uint64) (id uint32, known bool) {
	if 4*len(in.strings) >= 3*len(in.slots) {
		in.grow(max(minSlots, 2*len(in.slots)))
	}
	tag := h &^ lowHalf
	mask := uint64(len(in.slots)) - 1
	for at := tag >> 32 & mask; ; at = (at + 1) & mask {
		slot := in.slots[at]
		if slot == 0 {
			in.slots[at] = tag | uint64(len(in.strings)+1)
			return uint32(len(in.strings)), false //nolint:gosec // a text has fewer words than 2^32
		}
		if slot&^lowHalf == tag && in.Text(uint32(slot&lowHalf)-1) == s {
			return uint32(slot&lowHalf) - 1, true
		}
	}
}

// lowHalf are the bits of a slot that are a number.
const lowHalf = 1<<32 - 1

func (in *Interner) grow(size int) {
	old := in.slots
	in.slots = make([]uint64, size)
	for _, slot := range old {
		if slot != 0 {
			in.put(slot)
		}
	}
}

// put puts a slot of another table into the first free one.
func (in *Interner) put(slot uint64) {
	mask := uint64(len(in.slots)) - 1
	at := slot >> 32 & mask
	for in.slots[at] != 0 {
		at = (at + 1) & mask
	}
	in.slots[at] = slot
}

// truncate forgets all strings from number n on.
func (in *Interner) truncate(n int) {
	in.strings = in.strings[:n]
	in.own = in.own[:0] // all strings that are not parts of base are from n on
	old := in.slots
	in.slots = make([]uint64, len(old))
	for _, slot := range old {
		if number := slot & lowHalf; number != 0 && int(number) <= n {
			in.put(slot)
		}
	}
}
