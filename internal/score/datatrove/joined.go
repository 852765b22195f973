package datatrove

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"math/rand/v2"

	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// joined is a text as its tokens without anything between them. datatrove compares runs of tokens so, and "a b" "c" is the
// same to it as "a" "b c": the tokens' types do not tell which runs are equal.
type joined struct {
	text   []byte
	starts []int32 // of the tokens in text, and the end

	// maybe are the tokens, ascending, at which a run of firstDup tokens or more begins that may occur elsewhere. Most
	// runs of a text are seen at once to be its only ones, and need not be looked at again.
	maybe []int32

	slots  []uint32 // of the windows, by token
	counts []uint8  // of the windows in a slot: 0, 1 or 2, which stands for more

	runs runSet
}

// window is how many bytes at the start of a run tell apart runs that are at least as long.
const window = 16

// join takes the tokens, and finds those at which a run may begin that occurs elsewhere.
func (j *joined) join(tokens *spacy.Tokens) {
	j.text, j.starts = j.text[:0], j.starts[:0]
	for _, id := range tokens.IDs {
		j.starts = append(j.starts, int32(len(j.text))) //nolint:gosec // texts are shorter than 2 GiB
		j.text = append(j.text, tokens.Type(id)...)
	}
	j.starts = append(j.starts, int32(len(j.text))) //nolint:gosec // as above
	j.text = append(j.text, make([]byte, window)...)
	j.countWindows()
	j.maybe = j.maybe[:0]
	for i := 0; i+firstDup <= tokens.Len(); i++ {
		if j.counts[j.slots[i]] > 1 || j.starts[i+firstDup]-j.starts[i] < window {
			j.maybe = append(j.maybe, int32(i)) //nolint:gosec // as above
		}
	}
}

// countWindows counts the windows at all tokens, by slots that different ones may share: that finds too many to be
// repeated, never too few.
func (j *joined) countWindows() {
	n := len(j.starts) - 1
	size := 1 << bits.Len(uint(8*n)) //nolint:gosec // n is not negative
	shift := 65 - bits.Len(uint(size))
	j.counts = grown(j.counts, size)
	clear(j.counts)
	j.slots = grown(j.slots, n)
	for i := range n {
		w := j.text[j.starts[i]:][:window]
		hi, lo := bits.Mul64(binary.LittleEndian.Uint64(w)^odd[0], binary.LittleEndian.Uint64(w[8:])^odd[1])
		slot := ((hi ^ lo) * odd[2]) >> shift
		j.slots[i] = uint32(slot) //nolint:gosec // a text has fewer tokens than 2^28
		if j.counts[slot] < 2 {
			j.counts[slot]++
		}
	}
}

// odd are drawn at random, so that nobody can make texts whose windows all share slots. No value depends on them.
var odd = [3]uint64{rand.Uint64() | 1, rand.Uint64() | 1, rand.Uint64() | 1}

// repeated returns the characters of all runs of n tokens that occurred before. The reference goes on behind such a run,
// whose tokens then begin no run that could be met again.
func (j *joined) repeated(tokens *spacy.Tokens, n int) int {
	chars := 0
	j.each(n, func(at int) bool {
		chars += tokens.GramChars(at, n)
		return true
	})
	return chars
}

// places returns those runs.
func (j *joined) places(tokens *spacy.Tokens, n, most int) []text.Span {
	var places []text.Span
	j.each(n, func(at int) bool {
		if len(places) < most {
			places = append(places, gramSpan(tokens, at, n))
		}
		return len(places) < most
	})
	return places
}

// each calls do for the tokens at which such runs begin, until it returns false.
func (j *joined) each(n int, do func(at int) bool) {
	j.runs.reset(len(j.maybe))
	next, last := 0, len(j.starts)-1-n
	for _, at := range j.maybe {
		i := int(at)
		if i < next || i > last {
			continue
		}
		if !j.runs.add(j.text, j.starts[i], j.starts[i+n]) {
			next = i + n
			if !do(i) {
				return
			}
		}
	}
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
	r.slots = grown(r.slots, 1<<bits.Len(uint(2*n))) //nolint:gosec // n is not negative
	clear(r.slots)
}

var seed = maphash.MakeSeed()

// add puts the bytes of s from start to end into the set, and reports whether they were not yet in it.
func (r *runSet) add(s []byte, start, end int32) bool {
	h := maphash.Bytes(seed, s[start:end])
	mask := uint64(len(r.slots) - 1)
	tag := uint32(h >> 32) //nolint:gosec // the upper half
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
