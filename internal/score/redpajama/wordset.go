package redpajama

// wordSet maps few words to something. Most words are not in it, and most of those are found out without hashing.
type wordSet[T any] struct {
	of map[string]T

	// sifted has a bit for each sift of a word that is in it.
	sifted [siftSize / 64]uint64
}

const siftSize = 1 << 13

// sift numbers a word by its length and three of its characters. It must not be empty.
func sift(word string) uint {
	first, middle, last := uint(word[0]), uint(word[len(word)/2]), uint(word[len(word)-1])
	return (first*977 + middle*131 + last*17 + uint(len(word))) % siftSize
}

func newWordSet[T any](of map[string]T) *wordSet[T] {
	s := &wordSet[T]{of: of}
	for word := range of {
		if word != "" {
			s.sifted[sift(word)/64] |= 1 << (sift(word) % 64)
		}
	}
	return s
}

// get returns what a word is mapped to, and whether it is. It may be called for nil, which has none.
func (s *wordSet[T]) get(word string) (T, bool) {
	if s == nil || s.sifted[sift(word)/64]>>(sift(word)%64)&1 == 0 {
		var none T
		return none, false
	}
	v, ok := s.of[word]
	return v, ok
}
