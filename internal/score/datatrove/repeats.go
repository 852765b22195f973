package datatrove

import (
	"slices"
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// repeats are the runs of tokens of a text that occurred before, found once for their signals and their places.
type repeats struct {
	tokens *spacy.Tokens
	starts []int32 // the tokens at which they begin, ascending for each length of runs
	ends   [lastDup - firstDup + 1]int
}

type repeatsKey struct{}

var repeatsPool = sync.Pool{New: func() any { return new(repeats) }}

// repeatsOf returns those of t, which are valid as long as t is.
func repeatsOf(t *pytext.Text) *repeats {
	return t.Unit(repeatsKey{}, findRepeats).(*repeats) //nolint:forcetypeassert // the key is ours
}

// Release ends the use of r; the text does so.
func (r *repeats) Release() {
	if r.tokens, r.starts = nil, r.starts[:0]; cap(r.starts)*4 > maxKept {
		r.starts = nil
	}
	repeatsPool.Put(r)
}

func findRepeats(t *pytext.Text) pytext.Unit {
	r := repeatsPool.Get().(*repeats) //nolint:forcetypeassert // the pool holds nothing else
	r.tokens = spacy.Of(t)
	s := newScratch()
	defer s.release()
	s.joined.join(t, r.tokens)
	for n := firstDup; n <= lastDup; n++ {
		s.joined.narrowTo(n)
		r.starts = s.joined.appendRepeated(r.starts, n)
		r.ends[n-firstDup] = len(r.starts)
	}
	return r
}

// of returns where the runs of n tokens begin.
func (r *repeats) of(n int) []int32 {
	start := 0
	if n > firstDup {
		start = r.ends[n-1-firstDup]
	}
	return r.starts[start:r.ends[n-firstDup]]
}

// chars returns the characters of the runs of n tokens.
func (r *repeats) chars(n int) (sum int) {
	for _, at := range r.of(n) {
		sum += r.tokens.GramChars(int(at), n)
	}
	return sum
}

// places returns where the first runs of n tokens stand.
func (r *repeats) places(n, most int) []text.Span {
	starts := r.of(n)
	starts = starts[:min(most, len(starts))]
	places := slices.Grow([]text.Span(nil), len(starts))
	for _, at := range starts {
		places = append(places, gramSpan(r.tokens, int(at), n))
	}
	return places
}
