package render

import (
	"context"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// Result is the chosen part of a page.
type Result struct {
	// Text is the content: valid UTF-8.
	Text string

	// Provenance leads from the page to Text.
	Provenance text.Provenance

	// Blocks are the structure of Text.
	Blocks []text.Block

	// Anchors are the links of the content, in order; their spans are in Text.
	Anchors []text.Anchor

	// Images are the pictures that stand in the content, in order.
	Images []text.Image

	// Inlines are the formulas and the code within lines of Text, in order.
	Inlines []text.Inline
}

// Render writes the texts of t for which chosen, by index of text, is not dom.LeaveOut. Texts beyond its end are left out. The
// error is ctx.Err() if ctx ended first.
func Render(ctx context.Context, t *dom.Tree, chosen []dom.Part) (Result, error) {
	s := scratches.Get().(*scratch) //nolint:forcetypeassert // the pool holds nothing else
	defer s.release()
	w := writer{t: t, chosen: chosen, scratch: s, pace: text.NewPace(ctx)}
	s.out, s.objects = s.out[:0], s.objects[:0]
	w.survey()
	w.findObjects()
	if err := w.write(); err != nil {
		return Result{}, err
	}
	return w.result(), ctx.Err()
}

// scratch is memory that is used again.
type scratch struct {
	out     []byte
	places  []place
	holds   []holding
	objects []object
	seen    map[uint64]struct{}
}

var scratches = sync.Pool{New: func() any { return &scratch{seen: make(map[uint64]struct{})} }}

// maxPooled is up to how many elements, and bytes of text, memory is kept: beyond it one large page would hold it for good.
const maxPooled = 1 << 18

func (s *scratch) release() {
	if cap(s.places) > maxPooled || cap(s.out) > 16*maxPooled || len(s.seen) > maxPooled/16 {
		return
	}
	clear(s.seen)
	scratches.Put(s)
}

// grown returns a slice of n zero elements, in s if it is large enough.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// choice returns what becomes of text i.
func (w *writer) choice(i int32) dom.Part {
	if i < 0 || int(i) >= len(w.chosen) || int(i) >= len(w.t.Texts) {
		return dom.LeaveOut
	}
	return w.chosen[i]
}

// write goes through the page line by line: a line is the texts between two edges of blocks or two line breaks in a row.
func (w *writer) write() error {
	texts := w.t.Texts
	for i := 0; i < len(texts); {
		end := i + 1
		for end < len(texts) && texts[end].Edge == texts[i].Edge && texts[end].Breaks < emptyLine {
			end++
		}
		if err := w.pace.Step(int(texts[end-1].End-texts[i].Start) + end - i); err != nil {
			return err
		}
		w.line(int32(i), int32(end))
		i = end
	}
	w.objectsBefore(int32(len(texts)), -1) //nolint:gosec // as above
	return nil
}

// emptyLine is how many line breaks in a row make one.
const emptyLine = 2
