package detect

import (
	"slices"
	"unicode/utf8"
)

// hypothesis is one encoding in one language.
type hypothesis struct {
	encoding int // in singles
	language int
	classes  *[256]uint8
}

// reading is the cost of a sample so far, in 1/8 bits, above readingBits, and below them the index of its hypothesis: so
// that readings are sorted as numbers.
type reading uint64

const readingBits = 16

func (r reading) hypothesis() int { return int(r & (1<<readingBits - 1)) }

func (r reading) cost() int { return int(r >> readingBits) }

const (
	// firstBytes is how much of a sample is read by every hypothesis, maxReadings how many of them read the rest: those
	// that are left out are by then too dear to catch up.
	firstBytes  = 160
	maxReadings = 10
)

// singleByte returns the best reading of s in every single-byte encoding that is still in question.
func (m *Model) singleByte(s []byte) []Guess {
	head, rest := s[:min(len(s), firstBytes)], s[min(len(s), firstBytes):]
	readings := make([]reading, len(m.hypotheses))
	for i := range m.hypotheses {
		h := &m.hypotheses[i]
		cost := singles[h.encoding].prior + m.cost(h, head, ' ')
		readings[i] = reading(cost<<readingBits | i) //nolint:gosec // neither is negative
	}
	slices.Sort(readings)
	readings = readings[:min(len(readings), maxReadings)]
	if len(rest) > 0 {
		for i, r := range readings {
			cost := r.cost() + m.cost(&m.hypotheses[r.hypothesis()], rest, head[len(head)-1])
			readings[i] = reading(cost<<readingBits | r.hypothesis()) //nolint:gosec // neither is negative
		}
		slices.Sort(readings)
	}
	var guesses []Guess
	var seen [64]bool // by encoding
	for _, r := range readings {
		h := &m.hypotheses[r.hypothesis()]
		if !seen[h.encoding] {
			seen[h.encoding] = true
			guesses = append(guesses, Guess{singles[h.encoding].label, m.languages[h.language].name, perByte(r.cost(), s)})
		}
	}
	return guesses
}

// allOf returns the readings of s in one single-byte encoding.
func (m *Model) allOf(s []byte, label string) []Guess {
	var guesses []Guess
	for i := range m.hypotheses {
		if h := &m.hypotheses[i]; singles[h.encoding].label == label {
			cost := singles[h.encoding].prior + m.cost(h, s, ' ')
			guesses = append(guesses, Guess{label, m.languages[h.language].name, perByte(cost, s)})
		}
	}
	return guesses
}

// perByte returns a cost in bits for each byte of s.
func perByte(cost int, s []byte) float64 { return float64(cost) / float64(bit*len(s)) }

// cost returns the cost of s under h, after the byte before.
func (m *Model) cost(h *hypothesis, s []byte, before byte) int {
	pairs, casePairs, caseOf := m.languages[h.language].pairs, m.cases, &cases()[h.encoding]
	a, aCase := int(h.classes[before]), int(caseOf[before])
	sum := 0
	for _, c := range s {
		b, bCase := int(h.classes[c]), int(caseOf[c])
		sum += int(pairs[a*Classes+b]) + int(casePairs[aCase*CaseKinds+bCase])
		a, aCase = b, bCase
	}
	return sum
}

// multiPrior is the prior of every encoding of several bytes a character: single words that are no words of any language
// would otherwise be taken for rare characters.
const multiPrior = 10 * bit

// maxErrors is the share of characters, in thousandths, that may be impossible in an encoding of several bytes.
const maxErrors = 20

// headBytes is how much of a sample shows that a reading is hopeless: it costs more than worse times the best one.
const headBytes, worse = 192, 1.5

// multiByte returns the readings of s in the encodings of several bytes a character, without those that cost far more than
// limit, in bits a byte.
func (m *Model) multiByte(s []byte, limit float64) []Guess {
	var guesses []Guess
	for _, e := range multis {
		if head := s[:min(len(s), headBytes)]; len(head) < len(s) {
			decoded, err := e.encoding.NewDecoder().Bytes(head)
			cost, _ := m.characters[e.languages[0]].cost(decoded)
			if err != nil || perByte(cost, head) > worse*limit {
				continue
			}
		}
		decoded, err := e.encoding.NewDecoder().Bytes(s)
		if err != nil {
			continue
		}
		for _, name := range e.languages {
			if cost, ok := m.characters[name].cost(decoded); ok {
				guesses = append(guesses, Guess{e.label, name, perByte(multiPrior+cost, s)})
			}
		}
	}
	return guesses
}

// characters are the costs of the characters of one language, in 1/8 bits.
type characters string

// The ranges of characters that have a cost each, and their places in characters.
const (
	firstHan, lastHan   = 0x3000, 0xD7FF
	firstFull, lastFull = 0xFF00, 0xFFEF

	// CharacterCount is how many characters have a cost.
	CharacterCount = lastHan - firstHan + 1 + lastFull - firstFull + 1
)

// SlotOf returns the place of r in a table of CharacterCount costs, or -1.
func SlotOf(r rune) int {
	switch {
	case firstHan <= r && r <= lastHan:
		return int(r) - firstHan
	case firstFull <= r && r <= lastFull:
		return int(r) - firstFull + lastHan - firstHan + 1
	default:
		return -1
	}
}

// What characters cost that are in no table, in 1/8 bits.
const (
	asciiCost   = 6 * bit
	strangeCost = 20 * bit
	brokenCost  = 32 * bit
)

// cost returns the cost of a text, and false if too much of it is broken.
func (c characters) cost(text []byte) (int, bool) {
	sum, broken, all := 0, 0, 0
	for i := 0; i < len(text); all++ {
		r, n := utf8.DecodeRune(text[i:])
		i += n
		slot := SlotOf(r)
		switch {
		case r == utf8.RuneError || 0x80 <= r && r < 0xA0 || 0xE000 <= r && r < 0xF900:
			broken++
			sum += brokenCost
		case r < 0x80:
			sum += asciiCost
		case slot < 0 && 0x2010 <= r && r <= 0x2030, r == 0xB7:
			sum += asciiCost
		case slot < 0:
			sum += strangeCost
		default:
			sum += int(c[slot])
		}
	}
	return sum, broken*1000 <= all*maxErrors
}
