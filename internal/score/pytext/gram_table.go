package pytext

import (
	"math/bits"
	"slices"

	"github.com/copydesk/copydesk/internal/pool"
)

// gramTable names the n-grams of a sequence, from one n to the next. It takes eight bytes for each token, one to two for the
// sieve, and some thirty for each distinct n-gram that may repeat, which half of the tokens can begin at most.
type gramTable struct {
	s *Sequence

	// names are the numbers, from 1, of the n-grams by the token at which they begin; 0 where one does not repeat. There is
	// one more than there are tokens.
	names []uint32

	// at are the tokens, ascending, at which n-grams begin that repeat.
	at []int32

	// counts and firsts say of each number how often its n-gram occurs and where first. Numbers are given in the order of
	// first occurrence; n-grams of count 1 are left over from the sieve.
	counts, firsts []int32

	// keys are the pairs of names that the numbers stand for, and slots a hash table of numbers; 0 where free.
	keys  []uint64
	slots []uint32

	slotShift uint // from the hash of a pair to its slot

	sieve []uint8 // two bits for each bucket: how many pairs fell into it, at most 2
	shift uint    // from the hash of a pair to its bucket
}

var gramTables pool.Of[gramTable]

// tickEvery is how many tokens are looked at between two ticks: the loops are short.
const tickEvery = 512

// tick counts n units of work for each token, at every token i of a loop.
func (t *gramTable) tick(i, n int) {
	if i%tickEvery == 0 {
		t.s.t.Tick(n * tickEvery)
	}
}

// begin names the tokens that repeat, by their types.
func (t *gramTable) begin(s *Sequence) {
	t.s = s
	t.names, t.at = slices.Grow(t.names[:0], len(s.IDs)+1), slices.Grow(t.at[:0], len(s.IDs))
	for i, id := range s.IDs {
		t.tick(i, 1)
		if s.Counts[id] < 2 {
			t.names = append(t.names, 0)
			continue
		}
		t.names = append(t.names, id+1)
		t.at = append(t.at, int32(i))
	}
	t.names = append(t.names, 0)
}

func (t *gramTable) release() {
	t.s = nil
	gramTables.Put(t, pool.Size(t.names)+pool.Size(t.at)+pool.Size(t.counts)+pool.Size(t.firsts)+pool.Size(t.keys)+
		pool.Size(t.slots)+pool.Size(t.sieve))
}

// next goes on from n-grams to those of one token more.
func (t *gramTable) next() {
	t.sift()
	t.reset()
	n := 0
	for i, p := range t.at {
		t.tick(i, 2)
		a, b := t.names[p], t.names[p+1]
		t.names[p] = 0 // nobody asks for it again: the pair before was looked at
		if b == 0 {
			continue
		}
		if key := pair(a, b); t.met(key) > 1 {
			t.names[p] = t.count(key, p)
			t.at[n] = p
			n++
		}
	}
	maybe := t.at[:n]
	n = 0
	for _, p := range maybe {
		if t.counts[t.names[p]] < 2 {
			t.names[p] = 0
			continue
		}
		t.at[n] = p
		n++
	}
	t.at = t.at[:n]
}

func pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// sift counts in a small table how many pairs fall into each bucket. Most pairs occur once, and most of those are alone in
// their bucket, so that they need not be counted.
func (t *gramTable) sift() {
	size := 1 << max(8, bits.Len(uint(4*len(t.at)))) // buckets
	t.sieve = slices.Grow(t.sieve[:0], size/4)[:size/4]
	clear(t.sieve)
	t.shift = uint(65 - bits.Len(uint(size)))
	for i, p := range t.at {
		t.tick(i, 1)
		if b := t.names[p+1]; b != 0 {
			bucket := pair(t.names[p], b) * odd >> t.shift
			old := t.sieve[bucket>>2]
			one := uint8(1) << (bucket & 3 * 2)
			// 0 becomes 1, 1 becomes 3 and stays.
			t.sieve[bucket>>2] = old | one | old&one<<1
		}
	}
}

// fullBuckets returns how many buckets more than one pair fell into.
func (t *gramTable) fullBuckets() (n int) {
	for _, four := range t.sieve {
		n += bits.OnesCount8(four & (four >> 1) & 0x55)
	}
	return n
}

// met returns 0, 1 or, for more than one, 3 for the bucket of a pair.
func (t *gramTable) met(key uint64) uint8 {
	bucket := key * odd >> t.shift
	return t.sieve[bucket>>2] >> (bucket & 3 * 2) & 3
}

// odd spreads keys over the tables. It is drawn at random, so that nobody can make texts whose pairs collide.
var odd = randomOdd()

// reset empties the table of numbers. Number 0 stands for no n-gram.
func (t *gramTable) reset() {
	size := 1 << min(max(8, bits.Len(uint(len(t.at)))), 14)
	t.slots = slices.Grow(t.slots[:0], size)[:size]
	t.slotShift = uint(65 - bits.Len(uint(size)))
	clear(t.slots)
	most := t.fullBuckets() * 5 / 4 // most full buckets have one pair
	t.keys, t.counts, t.firsts = slices.Grow(t.keys[:0], most), slices.Grow(t.counts[:0], most), slices.Grow(t.firsts[:0], most)
	t.keys, t.counts, t.firsts = append(t.keys, 0), append(t.counts, 0), append(t.firsts, 0)
}

// count counts one more of a pair, met at p, and returns its number.
func (t *gramTable) count(key uint64, p int32) uint32 {
	slot := t.slot(key)
	if n := t.slots[slot]; n != 0 {
		t.counts[n]++
		return n
	}
	n := uint32(len(t.keys)) //nolint:gosec // fewer than tokens
	t.keys, t.counts, t.firsts = append(t.keys, key), append(t.counts, 1), append(t.firsts, p)
	t.slots[slot] = n
	if 4*len(t.keys) > 3*len(t.slots) {
		t.grow()
	}
	return n
}

// slot returns the slot of a pair, or the free one where it belongs.
func (t *gramTable) slot(key uint64) uint64 {
	mask := uint64(len(t.slots)) - 1
	for at := key * odd >> t.slotShift; ; at = (at + 1) & mask {
		if n := t.slots[at]; n == 0 || t.keys[n] == key {
			return at
		}
	}
}

func (t *gramTable) grow() {
	t.slots = make([]uint32, 2*len(t.slots))
	t.slotShift--
	for n, key := range t.keys[1:] {
		t.slots[t.slot(key)] = uint32(n + 1)
	}
}
