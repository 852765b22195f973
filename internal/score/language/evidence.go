package language

// evidence is what a piece of text says.
type evidence struct {
	scanner

	scores [maxClasses + 1]int32

	// Of words of scripts that need looking up: how many were looked up as a whole, and of how many the n-grams.
	wholes, spelt [Scripts]int

	// How many of them the model has as a whole, at how many characters an n-gram could begin, and of how many characters those that the model has
	// are together.
	known, places, depth int
}

// read adds what s says.
func (m *Model) read(s string, e *evidence) {
	b, _ := batches.Get().(*batch)
	b.m, b.e, e.word = m, e, b.add
	e.scan(s)
	b.look()
	b.m, b.e, e.word = nil, nil, nil
	batches.Put(b)
}
