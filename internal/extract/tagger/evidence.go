package tagger

// Evidence is what a first look at all sentences of a document found its capitalised words to be, which a second look takes
// into account. Like Memory it has a fixed size.
type Evidence struct {
	slots [memorySlots]slot
	used  []uint16
}

// slot is how often a word was found in names of each class, 0 for none.
type slot struct {
	hash  uint32
	votes [int(Location) + 1]uint8
}

// Reset forgets all.
func (e *Evidence) Reset() {
	for _, i := range e.used {
		e.slots[i] = slot{}
	}
	e.used = e.used[:0]
}

// Note notes that the word of hash, which is Small's, was found in a name of class, or in none.
func (e *Evidence) Note(hash uint64, class Class) {
	i, key := place(hash)
	s := &e.slots[i]
	if s.votes == (slot{}).votes {
		e.used = append(e.used, i)
	}
	if s.hash != key {
		*s = slot{hash: key}
	}
	if s.votes[class] < 1<<8-1 {
		s.votes[class]++
	}
}

func place(hash uint64) (uint16, uint32) {
	return uint16(hash >> 20 % memorySlots), uint32(hash>>32) | 1
}

// Hint is what other mentions of a word say of it: 0 if there are none, else for each class how sure it is.
type Hint uint8

// The levels of a hint.
const (
	hintMixed  = iota // most of several, but less than two thirds
	hintMost          // two thirds or more of several
	hintOne           // of one or two others, all
	hintAll           // of three others or more, all
	hintLevels        // how many levels there are
)

// Other returns what the document says of the word of hash apart from one place, at which it was found to be of class own.
func (e *Evidence) Other(hash uint64, own Class) Hint {
	i, key := place(hash)
	s := e.slots[i]
	if s.hash != key {
		return 0
	}
	if s.votes[own] > 0 && s.votes[own] < 1<<8-1 {
		s.votes[own]--
	}
	return hintOf(s.votes)
}

func hintOf(votes [int(Location) + 1]uint8) Hint {
	best, sum := 0, 0
	for c, n := range votes {
		sum += int(n)
		if n > votes[best] {
			best = c
		}
	}
	most := int(votes[best])
	level := hintMixed
	switch {
	case sum == 0:
		return 0
	case most == sum && sum >= 3:
		level = hintAll
	case most == sum:
		level = hintOne
	case 3*most >= 2*sum:
		level = hintMost
	}
	return Hint(1 + best*hintLevels + level)
}

// AppendHints appends the features that come of the hints of a word and its neighbours, at most MaxHints. There are none if all
// hints are 0. First is the class that the first look found, 0 for none.
func AppendHints(dst []uint64, before, own, after Hint, first Class) []uint64 {
	if before|own|after == 0 {
		return dst
	}
	h := hasher{dst: dst, kind: 1 << 40}
	b, o, a := uint64(before), uint64(own), uint64(after)
	h.one(o)
	h.two(o, uint64(first))
	h.two(b, o)
	h.two(o, a)
	h.three(b, o, a)
	return h.dst
}

// MaxHints is the most features that hints make.
const MaxHints = 5
