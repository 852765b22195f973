package language

// evidence is what a piece of text says.
type evidence struct {
	scanner

	scores [maxClasses + 1]int32

	// Of words of scripts that need looking up: how many there are, how many of them the model has as a whole, at how many characters an
	// n-gram could begin, and of how many characters those that the model has are together.
	looked, known, places, depth int
}

// read adds what s says.
func (m *Model) read(s string, e *evidence) {
	e.word = func(script Script, padded []rune) {
		if !m.alone[script] {
			m.look(script, padded, e)
		}
	}
	e.scan(s)
}

// look adds the weights of the features of a word.
func (m *Model) look(script Script, padded []rune, e *evidence) {
	if !script.hasBoundaries() {
		padded = padded[1 : len(padded)-1]
	}
	e.looked++
	e.places += len(padded)
	script.features(padded, func(h uint64) bool {
		if !m.add(h, &e.scores) {
			return false
		}
		e.depth++
		return true
	})
	if !script.isWhole(padded) || m.add(hashOf(padded), &e.scores) {
		e.known++
	}
}
