package measure

// Part is what a reference finds in a text for itself, once for all of its groups.
type Part interface {
	// Find finds it in t.
	Find(t *Text)

	// Release forgets it and keeps the memory.
	Release()
}

// Slot is where texts keep parts of one kind.
type Slot[P Part] struct {
	at    int
	blank func() P
}

var slots int

// NewSlot makes a slot for the parts that blank makes. It is for package variables: slots are numbered without a lock.
func NewSlot[P Part](blank func() P) Slot[P] {
	slots++
	return Slot[P]{slots - 1, blank}
}

// held is a part that a text keeps, and whether it is that of the text at hand.
type held struct {
	part  Part
	found bool
}

// Of returns the part of t, which is found when it is first asked for.
func (s Slot[P]) Of(t *Text) P {
	for len(t.parts) <= s.at {
		t.parts = append(t.parts, held{})
	}
	if t.parts[s.at].part == nil {
		t.parts[s.at].part = s.blank()
	}
	p := t.parts[s.at].part.(P) //nolint:forcetypeassert // the slot holds nothing else
	if !t.parts[s.at].found {
		t.parts[s.at].found = true
		p.Find(t)
	}
	return p
}

func (t *Text) releaseParts() {
	for i := range t.parts {
		if t.parts[i].found {
			t.parts[i].found = false
			t.parts[i].part.Release()
		}
	}
}
