package redpajama

import "slices"

// wordSet maps a fixed set of words to something. Its hash is of a few bytes only, for most words that it is asked for are
// not in it.
type wordSet[T any] struct {
	// starts are where the members of each bucket begin in members; those of a bucket end where the next one's begin.
	starts  [buckets + 1]uint16
	members []member[T]
}

type member[T any] struct {
	word  string
	value T
}

const buckets = 1 << 11

// bucket returns the number of a word's bucket. The word must not be empty.
func bucket(word string) uint {
	first, middle, last := uint(word[0]), uint(word[len(word)/2]), uint(word[len(word)-1])
	return (first*977 + middle*131 + last*17 + uint(len(word))) % buckets
}

// newWordSet makes the set of the keys of a map: fewer than 2^16, none of them empty.
func newWordSet[T any](of map[string]T) *wordSet[T] {
	s := &wordSet[T]{}
	for word, value := range of {
		s.members = append(s.members, member[T]{word, value})
		s.starts[bucket(word)+1]++
	}
	slices.SortFunc(s.members, func(a, b member[T]) int { return int(bucket(a.word)) - int(bucket(b.word)) })
	for i := range buckets {
		s.starts[i+1] += s.starts[i]
	}
	return s
}

// get returns what a word is mapped to, nil if it is not. It may be called for nil, which has no words.
func (s *wordSet[T]) get(word string) *T {
	if s == nil {
		return nil
	}
	b := bucket(word)
	for i := s.starts[b]; i < s.starts[b+1]; i++ {
		if m := &s.members[i]; m.word == word {
			return &m.value
		}
	}
	return nil
}
