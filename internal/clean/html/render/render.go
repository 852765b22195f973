package render

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/pool"
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

	// Images are the pictures in the content, in order.
	Images []text.Image

	// Inlines are the formulas and the code within lines of Text, in order.
	Inlines []text.Inline
}

// Render writes the texts of t whose part in chosen, by index of text, is written. Texts beyond its end are left out; chances
// say why. The error is ctx.Err() if ctx ended first.
func Render(ctx context.Context, t *dom.Tree, chosen []dom.Part, chances Chances) (Result, error) {
	s := scratches.Get()
	defer s.release()
	w := writer{t: t, chosen: chosen, chances: chances, scratch: s, pace: text.NewPace(ctx)}
	s.out, s.objects = s.out[:0], s.objects[:0]
	w.survey()
	w.findAncestry()
	w.findObjects()
	if w.write(); w.err != nil {
		return Result{}, w.err
	}
	return w.result(), ctx.Err()
}

// stop counts n bytes of work, and reports whether the context has ended, so that the work is in vain.
func (w *writer) stop(n int) bool {
	if w.err == nil {
		w.err = w.pace.Step(n)
	}
	return w.err != nil
}

// scratch is memory that is reused for the next page.
type scratch struct {
	out        []byte
	ancestries ancestries
	holds      []holding // by element
	objects    []object
	seen       map[uint64]struct{} // hashes of the paragraphs written
}

var scratches = pool.Of[scratch]{New: func() *scratch { return &scratch{seen: make(map[uint64]struct{})} }}

func (s *scratch) release() {
	const perSeen = 16 // bytes of a map for one hash, at least
	size := pool.Size(s.out) + pool.Size(s.ancestries.of) + len(s.ancestries.chunks)*pool.Size(s.ancestries.chunks[0]) +
		pool.Size(s.holds) + pool.Size(s.objects) + perSeen*len(s.seen)
	clear(s.seen)
	scratches.Put(s, size)
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

// choice returns whether text i is content. Texts that readers cannot see are left out.
func (w *writer) choice(i int32) dom.Part {
	if i < 0 || int(i) >= len(w.chosen) || int(i) >= len(w.t.Texts) || !w.chosen[i].Written() {
		return dom.LeaveOut
	}
	return w.chosen[i]
}

// write goes through the page line by line: a line is the texts between two edges of blocks or two line breaks in a row.
func (w *writer) write() {
	texts := w.t.Texts
	for i := 0; i < len(texts) && w.err == nil; {
		end := i + 1
		for end < len(texts) && texts[end].Edge == texts[i].Edge && texts[end].Breaks < emptyLine {
			end++
		}
		w.writeLine(int32(i), int32(end))
		i = end
	}
	w.objectsBefore(int32(len(texts)), -1) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
}

// emptyLine is how many line breaks in a row make one.
const emptyLine = 2
