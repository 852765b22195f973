package pytext

import "github.com/copydesk/copydesk/internal/pool"

// Sequence is a text as a series of tokens, each of one of a number of types. Types are counted from 0.
type Sequence struct {
	// IDs are the types of the tokens, in the text's order.
	IDs []uint32

	// Lengths are the lengths of the types in code points.
	Lengths []int32

	// Counts are how often each type occurs.
	Counts []int32

	t       *Text
	repeats []Repeats // by n-2
}

// Reset empties the sequence, which is of t from then on, and keeps its memory.
func (s *Sequence) Reset() {
	s.IDs, s.Lengths, s.Counts = s.IDs[:0], s.Lengths[:0], s.Counts[:0]
	s.t, s.repeats = nil, nil
}

// SetText sets the text that the sequence is of.
func (s *Sequence) SetText(t *Text) { s.t = t }

// Size returns the memory that Reset keeps, in bytes.
func (s *Sequence) Size() int { return pool.Size(s.IDs) + pool.Size(s.Lengths) + pool.Size(s.Counts) }

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
