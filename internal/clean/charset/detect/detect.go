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

import (
	"cmp"
	"math"
	"slices"
)

// Guess is one reading of some bytes.
type Guess struct {
	// Label is the encoding's, as the WHATWG Encoding Standard has it.
	Label string

	// Language is the ISO 639-1 code of the language in which the reading is cheapest, with the first letter of its script
	// where it is written in two.
	Language string

	// Bits is what the reading costs for each byte of the sample, in bits: the lower, the likelier.
	Bits float64
}

// Detect returns the readings of raw, the likeliest first, without those that are impossible; none if raw is ASCII.
func Detect(raw string) []Guess { return builtIn().Detect(raw) }

// Detect is the package's Detect with this model.
func (m *Model) Detect(raw string) []Guess {
	s := SampleOf(raw)
	if len(s) == 0 {
		return nil
	}
	guesses := m.singleByte(s)
	guesses = append(guesses, m.multiByte(s, guesses[0].Bits)...)
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(a.Bits, b.Bits) })
	return guesses
}

// Cost returns what reading raw in the encoding with the given label costs in bits, less what the best reading of Detect
// costs: in all, and for each byte. It returns false for an encoding that Detect does not know, or in which raw is broken.
func Cost(raw, label string, best Guess) (bits, perByte float64, ok bool) {
	return builtIn().Cost(raw, label, best)
}

// Cost is the package's Cost with this model.
func (m *Model) Cost(raw, label string, best Guess) (bits, perByte float64, ok bool) {
	s := SampleOf(raw)
	for _, g := range append(m.allOf(s, label), m.multiByte(s, math.MaxFloat64)...) {
		if g.Label == label && (!ok || g.Bits < perByte) {
			perByte, ok = g.Bits, true
		}
	}
	perByte -= best.Bits
	return perByte * float64(len(s)), perByte, ok
}

// maxSample is how many bytes are read at most: longer samples do not change the answer.
const maxSample = 2048

// SampleOf returns the words of raw that have bytes beyond ASCII, up to maxSample bytes; with the words around them where
// they are few, as these show the language.
func SampleOf(raw string) []byte {
	s := sample(raw, 0)
	if 0 < len(s) && len(s) < fewBytes {
		return sample(raw, aroundFew)
	}
	return s
}

// Of a sample of fewer than fewBytes, aroundFew bytes on either side of each word are read too.
const fewBytes, aroundFew = 600, 60

// sample returns the words of raw that have bytes beyond ASCII, with at least so many bytes around them, and a space before
// each.
func sample(raw string, around int) []byte {
	var s []byte
	done := 0
	for at := 0; at < len(raw) && len(s) < maxSample; {
		if raw[at] < 0x80 {
			at++
			continue
		}
		start := at
		for start > done && at-start < around+maxBefore && !isTag(raw[start-1]) && (at-start < around || !isBoundary(raw[start-1])) {
			start--
		}
		last := at
		for at < len(raw) && at-start < maxSample-len(s) && !isTag(raw[at]) && (!isBoundary(raw[at]) || at-last < around) {
			if raw[at] >= 0x80 {
				last = at
			}
			at++
		}
		s = append(s, ' ')
		s = append(s, raw[start:at]...)
		done = at
	}
	return s
}

// maxBefore is how many bytes of ASCII before another byte are read as part of its word.
const maxBefore = 32

// isBoundary reports whether c ends a word, and is in none of the encodings the second byte of a character.
func isBoundary(c byte) bool { return c < '0' || isTag(c) }

// isTag reports whether c begins or ends a tag: markup is no language.
func isTag(c byte) bool { return c == '<' || c == '>' }
