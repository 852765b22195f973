package pytext

// Sequence is a text as a series of tokens, each of one of a number of types. Types are counted from 0.
type Sequence struct {
	// IDs are the types of the tokens, in the text's order.
	IDs []uint32

	// Lengths are the lengths of the types in code points.
	Lengths []int32

	// Counts are how often each type occurs.
	Counts []int32

	// levels are the repeated n-grams by n-2, as far as they were asked for.
	levels    []Level
	names     []uint32 // of the n-grams of the last level, by position; 0 where one occurs once only
	repeated  []uint32 // names of the types that occur more than once
	positions []int32  // of their tokens
	pairs     pairTable
	sieve     []uint8
	shift     uint // of a hash, to its place in sieve
}

// Reset empties the sequence and keeps its memory.
func (s *Sequence) Reset() {
	s.IDs, s.Lengths, s.Counts, s.names = s.IDs[:0], s.Lengths[:0], s.Counts[:0], s.names[:0]
	s.levels = s.levels[:0]
}

// Add appends a token of type id, which may be one more than there are; length is then its length.
func (s *Sequence) Add(id uint32, length int32) {
	if int(id) == len(s.Counts) {
		s.Counts = append(s.Counts, 0)
		s.Lengths = append(s.Lengths, length)
	}
	s.IDs = append(s.IDs, id)
	s.Counts[id]++
}

// Len returns the number of tokens.
func (s *Sequence) Len() int { return len(s.IDs) }

// Chars returns the sum of the tokens' lengths.
func (s *Sequence) Chars() int {
	n := 0
	for id, c := range s.Counts {
		n += int(c) * int(s.Lengths[id])
	}
	return n
}

// GramChars returns the sum of the lengths of the n tokens from position at on.
func (s *Sequence) GramChars(at, n int) int {
	sum := 0
	for _, id := range s.IDs[at : at+n] {
		sum += int(s.Lengths[id])
	}
	return sum
}
