// Package detect finds the encoding of bytes that nothing declares, by the languages in which they make sense.
//
// Every encoding is a hypothesis: read in it, the bytes are a text, and a model of letter pairs (of single characters for
// Chinese, Japanese and Korean) says how many bits that text takes in each language that the encoding can write. The
// cheapest reading is the most likely one. Only the words with bytes beyond ASCII are read, since all these encodings
// agree on the rest, and of a long document only the first of them.
//
// Results depend on the bytes alone; costs are whole numbers, so that they are the same on every machine. Everything is
// safe for concurrent use.
package detect

// Guess is one reading of some bytes.
type Guess struct {
	// Label is the encoding's, as the WHATWG Encoding Standard has it.
	Label string

	// Language is the ISO 639-1 code of the language in which the reading is cheapest, with the first letter of its script
	// where it is written in two.
	Language string

	// Bits is what the reading costs for each byte of the sample, in bits: the lower, the likelier.
	Bits float64

	read int // how much of the sample was read
}

// Detect returns the readings of raw, the likeliest first, without those that are impossible; none if raw is ASCII.
func Detect(raw string) []Guess { return builtIn().Detect(raw) }

// Detect is the package's Detect with this model.
func (m *Model) Detect(raw string) []Guess {
	s := SampleOf(raw)
	if len(s) == 0 {
		return nil
	}
	return m.read(s)
}

// Cost returns what reading raw in the encoding with the given label costs in bits, less what the best reading of Detect
// costs: in all, and for each byte. It returns false for an encoding that Detect does not know, or in which raw is broken.
func Cost(raw, label string, best Guess) (bits, perByte float64, ok bool) {
	return builtIn().Cost(raw, label, best)
}

// Cost is the package's Cost with this model.
func (m *Model) Cost(raw, label string, best Guess) (bits, perByte float64, ok bool) {
	s := SampleOf(raw)
	s = s[:min(len(s), best.read)]
	cost, ok := m.cheapest(s, label)
	if !ok {
		return 0, 0, false
	}
	bits = float64(float64(cost)/bit) - float64(best.Bits*float64(len(s)))
	return bits, bits / float64(max(len(s), 1)), true
}
