package pytext

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

// Level returns what repeats among the n-grams, n from 2 to MaxGram. It is exact, not by hash: an n-gram is named by the
// names of the two (n-1)-grams in it, and one of them that occurs once only cannot be part of an n-gram that occurs twice.
// So each level looks only at what repeated in the level below.
func (s *Sequence) Level(n int) *Level {
	if len(s.levels) == 0 {
		s.next(s.first())
	}
	for len(s.levels) < n-1 {
		s.next(s.levels[len(s.levels)-1].Positions)
	}
	return &s.levels[n-2]
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

// first names the tokens that repeat, by their types, and returns where they stand.
func (s *Sequence) first() []int32 {
	s.repeated = grown(s.repeated, len(s.Counts))
	for id, n := range s.Counts {
		s.repeated[id] = 0
		if n > 1 {
			s.repeated[id] = uint32(id + 1)
		}
	}
	s.names, s.positions = grown(s.names, len(s.IDs)+1), grown(s.positions, len(s.IDs))
	n := 0
	for i, id := range s.IDs {
		name := s.repeated[id]
		s.names[i], s.positions[n] = name, int32(i)
		if name != 0 {
			n++
		}
	}
	s.names[len(s.IDs)] = 0
	return s.positions[:n]
}

// next makes the next level of that whose positions are below.
func (s *Sequence) next(below []int32) {
	s.sift(below)
	l := s.level()
	s.pairs.reset(len(below))
	provisional := l.Names
	for _, p := range below {
		// What is passed over here is not asked for again: the pair before was looked at.
		a, b := s.names[p], s.names[p+1]
		s.names[p] = 0
		if b == 0 {
			continue
		}
		if key := pair(a, b); s.sieve[s.bucket(key)] > 1 {
			provisional = append(provisional, s.pairs.count(key))
			l.Positions = append(l.Positions, p)
		}
	}
	l.Names = provisional[:0]
	s.pairs.rename()
	kept := l.Positions[:0]
	for i, p := range l.Positions {
		name := s.pairs.named(provisional[i], p, l)
		s.names[p] = name
		if name != 0 {
			kept = append(kept, p)
			l.Names = append(l.Names, name-1)
		}
	}
	l.Positions = kept
}

// sift marks the buckets of a small table into which the pairs at the positions fall. Most pairs occur once, and most of
// those are alone in their bucket, so that they need not be counted.
func (s *Sequence) sift(below []int32) {
	size := 1 << max(8, bits.Len(uint(4*len(below))))
	s.sieve = grown(s.sieve, size)
	s.shift = uint(64 - bits.Len(uint(size-1)))
	clear(s.sieve)
	for _, p := range below {
		if b := s.names[p+1]; b != 0 {
			at := s.bucket(pair(s.names[p], b))
			s.sieve[at] = s.sieve[at]<<1 | 1 // 0, 1, and then more than 1
		}
	}
}

func pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

func (s *Sequence) bucket(key uint64) uint64 { return key * odd >> s.shift }

// pairTable counts pairs of names.
type pairTable struct {
	slots []pairSlot
	shift uint
	// counts and final are by number of the pair; final is its name among those that repeat, 0 before it is met.
	counts []int32
	final  []uint32
}

// pairSlot holds a pair and its number in counts, from 1; 0 where the slot is free.
type pairSlot struct {
	key    uint64
	number uint32
}

// reset makes the table ready for up to n pairs.
func (t *pairTable) reset(n int) {
	size := 1 << max(8, bits.Len(uint(n)))
	t.slots = grown(t.slots, size)
	t.shift = uint(64 - bits.Len(uint(size-1)))
	clear(t.slots)
	t.counts = append(t.counts[:0], 0)
}

// odd spreads keys over the table; it is drawn at random, so that nobody can make texts whose pairs collide.
var odd = randomOdd()

// count counts one more of a pair and returns the pair's number.
func (t *pairTable) count(key uint64) uint32 {
	mask := uint64(len(t.slots)) - 1
	for at := (key * odd) >> t.shift; ; at = (at + 1) & mask {
		e := &t.slots[at]
		if e.number == 0 {
			e.key, e.number = key, uint32(len(t.counts)) //nolint:gosec // texts are shorter than 2 GiB
			t.counts = append(t.counts, 1)
			return e.number
		}
		if e.key == key {
			t.counts[e.number]++
			return e.number
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
