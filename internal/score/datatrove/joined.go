package datatrove

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// joined is a text as its tokens without anything between them. datatrove compares runs of tokens so, and "a b" "c" is the
// same to it as "a" "b c": the tokens' types do not tell which runs are equal.
type joined struct {
	text   []byte
	starts []int32 // of the tokens in text, and the end

	// maybe are the tokens, ascending, at which a run begins that may occur elsewhere. Most runs of a text are seen at once
	// to be its only ones, and need not be looked at again.
	maybe []int32

	slots  []uint32 // of the windows at the tokens of maybe
	counts []uint8  // of the windows in a slot: 0, 1 or 2, which stands for more

	runs runSet
}

// narrowing is the length in bytes of a window by which runs of that many tokens or more are narrowed down. In English
// 2 % of five tokens are shorter than 12 bytes, and 9 in 10 of the windows of 12 bytes that tokens begin occur once; 24
// bytes part what is left of longer runs.
var narrowing = [...]struct{ tokens, window int }{{firstDup, 12}, {firstDup + 2, 24}}

// maxWindow is the longest window.
const maxWindow = 24

// join takes the tokens of t.
func (j *joined) join(t *pytext.Text, tokens *spacy.Tokens) {
	n := tokens.Len()
	j.starts, j.maybe = grown(j.starts, n+1), grown(j.maybe, n)
	j.text = grown(j.text, len(t.S)+maxWindow)
	size := 0
	for i := range n {
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

// narrow leaves those tokens in maybe at which a run of n tokens or more may begin that occurs elsewhere: those of which
// the first window bytes do, and those whose run of n tokens is shorter than that. Different windows may share a slot: that
// leaves too many, never too few.
func (j *joined) narrow(n, window int) {
	size := 1 << bits.Len(uint(16*len(j.maybe)))
	shift := 65 - bits.Len(uint(size))
	j.counts = grown(j.counts, size)
	clear(j.counts)
	j.slots = grown(j.slots, len(j.maybe))
	for i, at := range j.maybe {
		w := j.text[j.starts[at]:][:window]
		hi, lo := bits.Mul64(binary.LittleEndian.Uint64(w)^odd[0], binary.LittleEndian.Uint64(w[window-8:])^odd[1])
		slot := ((hi ^ lo) * odd[2]) >> shift
		j.slots[i] = uint32(slot) //nolint:gosec // a text has fewer tokens than 2^28
		j.counts[slot] = min(j.counts[slot]+1, 2)
	}
	last := len(j.starts) - 1 - n
	kept := j.maybe[:0]
	for i, at := range j.maybe {
		if int(at) > last {
			break
		}
		if j.counts[j.slots[i]] > 1 || int(j.starts[int(at)+n]-j.starts[at]) < window {
			kept = append(kept, at)
		}
	}
	j.maybe = kept
}

// odd are drawn at random, so that nobody can make texts whose windows all share slots. No value depends on them.
var odd = [3]uint64{randomOdd(), randomOdd(), randomOdd()}

func randomOdd() uint64 { return rand.Uint64() | 1 } //nolint:gosec // no secret

// narrowTo narrows maybe down for runs of n tokens, which are asked for from the shortest on.
func (j *joined) narrowTo(n int) {
	for _, by := range narrowing {
		if by.tokens == n {
			j.narrow(n, by.window)
		}
	}
}

// appendRepeated appends the tokens at which runs of n tokens begin that occurred before. The reference goes on behind such
// a run, whose tokens then begin no run that could be met again.
func (j *joined) appendRepeated(dst []int32, n int) []int32 {
	j.runs.reset(len(j.maybe))
	next, last := 0, len(j.starts)-1-n
	for _, at := range j.maybe {
		i := int(at)
		if i < next || i > last {
			continue
		}
		if !j.runs.add(j.text, j.starts[i], j.starts[i+n]) {
			next = i + n
			dst = append(dst, at)
		}
	}
	return dst
}

func (j *joined) release() {
	if cap(j.text) > maxKept {
		*j = joined{}
	}
}

// runSet is a set of parts of a text.
type runSet struct {
	slots []run // end is 0 where the slot is free
}

type run struct {
	hash       uint32
	start, end int32
}

// reset empties the set, for up to n runs.
func (r *runSet) reset(n int) {
	r.slots = grown(r.slots, 1<<bits.Len(uint(2*n)))
	clear(r.slots)
}

var seed = maphash.MakeSeed()

// add puts the bytes of s from start to end into the set, and reports whether they were not yet in it.
func (r *runSet) add(s []byte, start, end int32) bool {
	h := maphash.Bytes(seed, s[start:end])
	mask := uint64(len(r.slots) - 1) //nolint:gosec // a power of two
	tag := uint32(h >> 32)
	for at := h & mask; ; at = (at + 1) & mask {
		slot := &r.slots[at]
		if slot.end == 0 {
			*slot = run{tag, start, end}
			return true
		}
		if slot.hash == tag && bytes.Equal(s[slot.start:slot.end], s[start:end]) {
			return false
		}
	}
}
