package datatrove

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// joined is a text as its tokens with nothing between them. That is how datatrove compares runs of tokens: "a b" "c" is the same
// to it as "a" "b c", so the types of the tokens do not say which runs are equal.
type joined struct {
	t      *pytext.Text
	text   []byte
	starts []int32 // of the tokens in text, and the end

	// maybe are the tokens, ascending, at which a run begins that may occur elsewhere. Most runs of a text are soon known to
	// be the only ones of their kind, and need not be looked at again.
	maybe []int32

	buckets []uint8 // two bits for each: how many windows or runs fell into it, 3 for more than one
	shift   int     // from a hash to its bucket

	runs runSet
}

// narrowings are the windows in bytes by which runs of at least so many tokens are narrowed down. In English 2 % of runs of five
// tokens are shorter than 12 bytes, and nine in ten of the windows of 12 bytes that begin at a token occur once; 24 bytes
// tell most of the remaining longer runs apart.
var narrowings = [...]struct{ tokens, window int }{{firstDup, 12}, {firstDup + 2, 24}}

// maxWindow is the longest window.
const maxWindow = 24

// join takes the tokens of t.
func (j *joined) join(t *pytext.Text, tokens *spacy.Tokens) {
	n := tokens.Len()
	j.t = t
	j.starts, j.maybe = slices.Grow(j.starts[:0], n+1)[:n+1], slices.Grow(j.maybe[:0], n)[:n]
	j.text = slices.Grow(j.text[:0], len(t.S)+maxWindow)[:len(t.S)+maxWindow]
	size := 0
	for i := range n {
		t.Tick(2)
		j.starts[i], j.maybe[i] = int32(size), int32(i)
		size += copyShort(j.text[size:], t.S, tokens.Span(i))
	}
	j.starts[n] = int32(size)
	j.text = j.text[:size+maxWindow]
	clear(j.text[size:])
}

// copyShort copies span s of t to dst and returns its length. Most tokens are short, and a copy of a fixed size needs no
// call; it writes more than is asked for, which the next token overwrites.
func copyShort(dst []byte, t string, s text.Span) int {
	const size = 16
	if n := s.Len(); n <= size && s.Start+size <= len(t) {
		copy(dst[:size], t[s.Start:s.Start+size])
		return n
	}
	return copy(dst, s.Of(t))
}

// narrow keeps the tokens of maybe at which a run of n tokens or more may begin that occurs elsewhere: those whose window does,
// and those whose run of n tokens is shorter than the window. Different windows can share a bucket, which keeps too many tokens,
// never too few.
func (j *joined) narrow(n, window int) {
	j.sieve(func(at int32) uint64 { return j.windowHash(at, window) })
	last := len(j.starts) - 1 - n
	kept := j.maybe[:0]
	for _, at := range j.maybe {
		j.t.Tick(2)
		if int(at) > last {
			break
		}
		if j.met(j.windowHash(at, window)) > 1 || int(j.starts[int(at)+n]-j.starts[at]) < window {
			kept = append(kept, at)
		}
	}
	j.maybe = kept
}

// windowHash returns a hash of the window that begins at a token.
func (j *joined) windowHash(at int32, window int) uint64 {
	w := j.text[j.starts[at]:][:window]
	hi, lo := bits.Mul64(binary.LittleEndian.Uint64(w)^odd[0], binary.LittleEndian.Uint64(w[window-8:])^odd[1])
	return (hi ^ lo) * odd[2]
}

// odd are drawn at random, so that nobody can make texts whose windows all share buckets. No value depends on them.
var odd = [3]uint64{randomOdd(), randomOdd(), randomOdd()}

func randomOdd() uint64 { return rand.Uint64() | 1 } //nolint:gosec // no secret

// narrowTo narrows maybe down for runs of n tokens, which are asked for from the shortest on.
func (j *joined) narrowTo(n int) {
	for _, by := range narrowings {
		if by.tokens == n {
			j.narrow(n, by.window)
		}
	}
}

// eachRepeated calls do with the tokens at which runs of n tokens begin that occurred before. Like the reference it goes on after
// such a run, whose tokens then begin no run that could be met again.
func (j *joined) eachRepeated(n int, do func(at int32)) {
	j.runs.reset(j, n)
	next, last := 0, len(j.starts)-1-n
	j.sieve(func(at int32) uint64 {
		if int(at) > last {
			return 0
		}
		return maphash.Bytes(seed, j.runs.run(at))
	})
	for _, at := range j.maybe {
		j.t.Tick(4)
		i := int(at)
		if i < next || i > last {
			continue
		}
		if h := maphash.Bytes(seed, j.runs.run(at)); j.met(h) > 1 && !j.runs.add(at, h) {
			next = i + n
			do(at)
		}
	}
}

// sieve counts how many of maybe fall into each bucket by a hash.
func (j *joined) sieve(hash func(at int32) uint64) {
	size := 1 << max(8, bits.Len(uint(8*len(j.maybe))))
	j.shift = 65 - bits.Len(uint(size))
	j.buckets = slices.Grow(j.buckets[:0], size/4)[:size/4]
	clear(j.buckets)
	for _, at := range j.maybe {
		j.t.Tick(4)
		bucket := hash(at) >> j.shift
		old, one := j.buckets[bucket>>2], uint8(1)<<(bucket&3*2)
		j.buckets[bucket>>2] = old | one | old&one<<1 // 0 becomes 1, 1 becomes 3 and stays
	}
}

// met returns 1 for a hash whose bucket has one member, 3 for one with more.
func (j *joined) met(hash uint64) uint8 {
	bucket := hash >> j.shift
	return j.buckets[bucket>>2] >> (bucket & 3 * 2) & 3
}

func (j *joined) size() int {
	return pool.Size(j.text) + pool.Size(j.starts) + pool.Size(j.maybe) + pool.Size(j.buckets) + pool.Size(j.runs.slots)
}

// runSet is a set of runs of n tokens.
type runSet struct {
	of    *joined
	n     int
	slots []runSlot
	count int
}

// runSlot holds a run by the token at which it begins, from 1; 0 where the slot is free. The tag is half of its hash.
type runSlot struct {
	tag   uint32
	token int32
}

// reset empties the set, for runs one token longer than before, of which there are about as many.
func (r *runSet) reset(of *joined, n int) {
	r.of, r.n, r.count = of, n, 0
	size := 1 << min(max(8, bits.Len(uint(2*len(of.maybe)))), 14)
	if n > firstDup {
		size = max(size, len(r.slots))
	}
	r.slots = slices.Grow(r.slots[:0], size)[:size]
	clear(r.slots)
}

// run returns the bytes of the run that begins at a token.
func (r *runSet) run(at int32) []byte { return r.of.text[r.of.starts[at]:r.of.starts[int(at)+r.n]] }

var seed = maphash.MakeSeed()

// add puts the run that begins at a token, of this hash, into the set, and reports whether none was equal to it.
func (r *runSet) add(at int32, hash uint64) bool {
	run := r.run(at)
	tag := uint32(hash)              //nolint:gosec // the lower half; the upper decides the bucket
	mask := uint32(len(r.slots) - 1) //nolint:gosec // a power of two, at most 2^31
	for k := tag & mask; ; k = (k + 1) & mask {
		slot := &r.slots[k]
		if slot.token == 0 {
			*slot = runSlot{tag, at + 1}
			if r.count++; 4*r.count > 3*len(r.slots) {
				r.grow()
			}
			return true
		}
		if slot.tag == tag && bytes.Equal(r.run(slot.token-1), run) {
			return false
		}
	}
}

func (r *runSet) grow() {
	old := r.slots
	r.slots = make([]runSlot, 2*len(old))
	mask := uint32(len(r.slots) - 1) //nolint:gosec // a power of two, at most 2^31
	for _, slot := range old {
		if slot.token == 0 {
			continue
		}
		k := slot.tag & mask
		for r.slots[k].token != 0 {
			k = (k + 1) & mask
		}
		r.slots[k] = slot
	}
}
