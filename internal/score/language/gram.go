package language

// MaxGram is the number of characters of the longest n-gram, boundaries of the word included.
const MaxGram = 5

// maxWhole is the number of characters of the longest word that is a feature as a whole.
const maxWhole = 16

// boundary is the character before and after a word.
const boundary = ' '

// gramSeed is the hash of no characters, and wholeSeed that of a word as a whole without any.
const (
	gramSeed  uint64 = 0x9e3779b97f4a7c15
	wholeSeed uint64 = 0xc2b2ae3d27d4eb4f
)

// extend returns the hash of an n-gram that goes on with r. Its high bits are mixed best.
func extend(h uint64, r rune) uint64 {
	return (h<<7 ^ h>>57 ^ uint64(r)) * 0xd6e8feb86659fd93 //nolint:gosec // characters are not negative
}

func hashOf(chars []rune) uint64 { return hashFrom(gramSeed, chars) }

func hashFrom(h uint64, chars []rune) uint64 {
	for _, r := range chars {
		h = extend(h, r)
	}
	return h
}

// Gram is an n-gram of a word that can be a feature.
type Gram struct {
	Hash uint64

	// Prefix is the place in the list of the n-gram without the last character, without which a detector does not look for this one; -1 for
	// none.
	Prefix int
}

// AppendGrams appends the n-grams of a word in lower case to list, and the word as a whole.
func AppendGrams(list []Gram, word []rune, s Script) []Gram {
	padded, shortest, longest := s.padded(word), s.shortest(), s.longest()
	for i := range padded {
		h, prefix := gramSeed, -1
		for k, r := range padded[i:min(i+longest, len(padded))] {
			if h = extend(h, r); k == 0 && r == boundary {
				continue
			}
			list = append(list, Gram{h, prefix})
			if k+1 >= shortest {
				prefix = len(list) - 1
			}
		}
	}
	if h, ok := WholeHash(word, s); ok {
		list = append(list, Gram{h, -1})
	}
	return list
}

// WholeHash returns the hash of a word in lower case as a whole, and whether that can be a feature.
func WholeHash(word []rune, s Script) (hash uint64, ok bool) {
	return hashFrom(wholeSeed, word), s.hasBoundaries() && len(word) <= maxWhole
}

// EachFeature calls has for n-grams of a word, as a detector looks them up, which tells of each whether the model has it: those that it has are the
// features of the word. From each character on these are the n-grams of shortest to longest characters, until the model lacks one. If it lacks
// already the shortest, it is a still shorter one.
func EachFeature(word []rune, s Script, has func(hash uint64) bool) {
	padded := s.padded(word)
	s.features(padded, has)
	if h, ok := WholeHash(word, s); ok {
		has(h)
	}
}

func (s Script) features(padded []rune, has func(uint64) bool) {
	shortest, longest := s.shortest(), s.longest()
	for i := range padded {
		rest := padded[i:min(i+longest, len(padded))]
		if len(rest) < shortest && i > 0 {
			return
		}
		first := min(shortest, len(rest))
		if h := hashOf(rest[:first]); has(h) {
			for _, r := range rest[first:] {
				if h = extend(h, r); !has(h) {
					break
				}
			}
			continue
		}
		for k := first - 1; k > 0 && rest[k-1] != boundary; k-- {
			if has(hashOf(rest[:k])) {
				break
			}
		}
	}
}

// padded returns a word between boundaries, if words of the script have any.
func (s Script) padded(word []rune) []rune {
	if !s.hasBoundaries() {
		return word
	}
	padded := make([]rune, 0, len(word)+2)
	return append(append(append(padded, boundary), word...), boundary)
}

// unpadded undoes padded.
func (s Script) unpadded(padded []rune) []rune {
	if !s.hasBoundaries() {
		return padded
	}
	return padded[1 : len(padded)-1]
}

// longest and shortest are the numbers of characters of n-grams in a script.
func (s Script) longest() int {
	if s == Han {
		return 2
	}
	return MaxGram
}

func (s Script) shortest() int {
	if s == Han {
		return 2
	}
	return 3
}

// hasBoundaries reports whether words are written apart.
func (s Script) hasBoundaries() bool { return s != Han }
