package measure

import "math/bits"

// MaxGram is the longest n-gram that any reference counts.
const MaxGram = 10

// Level is all that repeats among the n-grams of a sequence, for one n.
type Level struct {
	// Positions are the tokens at which an n-gram begins that occurs more than once, ascending.
	Positions []int32

	// Names are numbers of those n-grams, equal where the n-grams are, counted from 0 in the order of first occurrence.
	Names []uint32

	// Counts are how often the n-gram of each number occurs, 2 at least.
	Counts []int32

	// Firsts are the positions of their first occurrences.
	Firsts []int32
}

// Level returns what repeats among the n-grams, n from 1 to MaxGram. It is exact, not by hash: an n-gram is named by the
// names of the two (n-1)-grams in it, and one of them that occurs once only cannot be part of an n-gram that occurs twice.
// So each level looks only at what repeated in the level below.
func (s *Sequence) Level(n int) *Level {
	if len(s.levels) == 0 {
		s.first()
	}
	for len(s.levels) < n {
		s.next()
	}
	return &s.levels[n-1]
}

// level returns a level to fill, in the memory of one of an earlier text if there is one.
func (s *Sequence) level() *Level {
	if s.levels == nil {
		s.levels = make([]Level, 0, MaxGram)
	}
	if n := len(s.levels); n < cap(s.levels) {
		s.levels = s.levels[:n+1]
	} else {
		s.levels = append(s.levels, Level{})
	}
	l := &s.levels[len(s.levels)-1]
	*l = Level{l.Positions[:0], l.Names[:0], l.Counts[:0], l.Firsts[:0]}
	return l
}

// first makes the level of single tokens.
func (s *Sequence) first() {
	l := s.level()
	s.names = grown(s.names, len(s.IDs)+1)
	renamed := make([]uint32, len(s.Counts))
	for i, id := range s.IDs {
		s.names[i] = 0
		if s.Counts[id] < 2 {
			continue
		}
		if renamed[id] == 0 {
			l.Counts = append(l.Counts, s.Counts[id])
			l.Firsts = append(l.Firsts, int32(i)) //nolint:gosec // texts are shorter than 2 GiB
			renamed[id] = uint32(len(l.Counts))   //nolint:gosec // as above
		}
		s.names[i] = renamed[id]
		l.Positions = append(l.Positions, int32(i)) //nolint:gosec // as above
		l.Names = append(l.Names, renamed[id]-1)
	}
	s.names[len(s.IDs)] = 0
}

// next makes the level of n+1-grams from that of n-grams.
func (s *Sequence) next() {
	l := s.level()
	below := &s.levels[len(s.levels)-2]
	s.pairs.reset(len(below.Positions))
	provisional := l.Names
	for _, p := range below.Positions {
		a, b := s.names[p], s.names[p+1]
		name := uint32(0)
		if b != 0 {
			name = s.pairs.count(uint64(a)<<32 | uint64(b))
		}
		provisional = append(provisional, name)
	}
	l.Names = provisional[:0]
	s.pairs.rename()
	for i, p := range below.Positions {
		name := uint32(0)
		if provisional[i] != 0 {
			name = s.pairs.named(provisional[i], p, l)
		}
		s.names[p] = name
		if name != 0 {
			l.Positions = append(l.Positions, p)
			l.Names = append(l.Names, name-1)
		}
	}
}

// pairTable counts pairs of names.
type pairTable struct {
	keys  []uint64
	slots []uint32 // number of the pair in counts, from 1; 0 where the slot is free
	shift uint
	// counts and final are by number of the pair; final is its name among those that repeat, 0 before it is met.
	counts []int32
	final  []uint32
}

// reset makes the table ready for up to n pairs.
func (t *pairTable) reset(n int) {
	size := 1 << max(8, bits.Len(uint(2*n))) //nolint:gosec // n is not negative
	t.shift = uint(64 - bits.Len(uint(size-1)))
	t.keys = grown(t.keys, size)
	t.slots = grown(t.slots, size)
	clear(t.slots)
	t.counts = append(t.counts[:0], 0)
}

// odd spreads keys over the table; it is drawn at random, so that nobody can make texts whose pairs collide.
var odd = randomOdd()

// count counts one more of a pair and returns the pair's number.
func (t *pairTable) count(key uint64) uint32 {
	mask := uint64(len(t.slots) - 1)
	for at := (key * odd) >> t.shift; ; at = (at + 1) & mask {
		n := t.slots[at]
		if n == 0 {
			n = uint32(len(t.counts)) //nolint:gosec // texts are shorter than 2 GiB
			t.slots[at], t.keys[at] = n, key
			t.counts = append(t.counts, 1)
			return n
		}
		if t.keys[at] == key {
			t.counts[n]++
			return n
		}
	}
}

// rename forgets the names of an earlier level.
func (t *pairTable) rename() {
	t.final = grown(t.final, len(t.counts))
	clear(t.final)
}

// named returns the name, from 1, of pair number n, which stands at p; 0 if it occurs once only.
func (t *pairTable) named(n uint32, p int32, l *Level) uint32 {
	if t.counts[n] < 2 {
		return 0
	}
	if t.final[n] == 0 {
		l.Counts = append(l.Counts, t.counts[n])
		l.Firsts = append(l.Firsts, p)
		t.final[n] = uint32(len(l.Counts)) //nolint:gosec // texts are shorter than 2 GiB
	}
	return t.final[n]
}

// grown returns a slice of length n, in b's memory if it is large enough. Its content is undefined.
func grown[T any](b []T, n int) []T {
	if cap(b) >= n {
		return b[:n]
	}
	return make([]T, n)
}
