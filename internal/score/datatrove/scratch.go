package datatrove

import (
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// scratch is memory that a measurement needs and the next one uses again.
type scratch struct {
	seen      pytext.Interner
	segments  []text.Span
	joined    joined
	sentences sentenceCounter
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func newScratch() *scratch {
	return scratches.Get().(*scratch) //nolint:forcetypeassert // the pool holds nothing else
}

// maxKept is how many bytes of a buffer are kept for the next text.
const maxKept = 1 << 20

// release ends the use of s, which keeps nothing of a text and no memory of an unusually large one.
func (s *scratch) release() {
	s.seen.Reset()
	if cap(s.segments)*16 > maxKept {
		s.segments = nil
	}
	s.joined.release()
	s.sentences.release()
	scratches.Put(s)
}

// grown returns a slice of length n, in b's memory if it is large enough. Its content is undefined.
func grown[T any](b []T, n int) []T {
	if cap(b) >= n {
		return b[:n]
	}
	return make([]T, n)
}
