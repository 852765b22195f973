package measure

// stringTable gives the strings of one text numbers, counted from 0 in the order in which they first came.
type stringTable struct {
	// slots are numbers, plus 1, in the lower half, and half of the string's hash in the upper; 0 where free.
	slots   []uint64
	entries []numbered
}

// numbered is a string that has a number.
type numbered struct {
	text string
	hash uint64
}

const minTypes = 1 << 10

// number returns the number of s, which has hash h and must stay unchanged.
func (t *stringTable) number(s string, h uint64) uint32 {
	if 2*len(t.entries) >= len(t.slots) {
		t.grow()
	}
	mask := uint64(len(t.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		slot := t.slots[at]
		if slot == 0 {
			t.entries = append(t.entries, numbered{s, h})
			t.slots[at] = h&^lowHalf | uint64(len(t.entries))
			return uint32(len(t.entries) - 1) //nolint:gosec // a text has fewer words than 2^32
		}
		if (slot^h)&^lowHalf == 0 && t.entries[slot&lowHalf-1].text == s {
			return uint32(slot) - 1 //nolint:gosec // the lower half is meant
		}
	}
}

const lowHalf = 1<<32 - 1

func (t *stringTable) grow() {
	t.slots = make([]uint64, max(minTypes, 2*len(t.slots)))
	mask := uint64(len(t.slots) - 1)
	for i, e := range t.entries {
		at := e.hash & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = e.hash&^lowHalf | uint64(i+1) //nolint:gosec // not negative
	}
}

// reset forgets all strings and keeps the memory, unless it is that of an unusually large text.
func (t *stringTable) reset() {
	if len(t.slots) > maxKept {
		*t = stringTable{}
		return
	}
	clear(t.slots)
	clear(t.entries) // lest they keep texts alive
	t.entries = t.entries[:0]
}
