package textstats

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// histogram counts characters.
type histogram struct {
	ascii [utf8.RuneSelf]int32

	// pages count the others by the upper bits of their code points.
	pages [(unicode.MaxRune + 1) / pageSize]*page

	// met are the pages that count any, in the order of first use.
	met []uint16
}

const pageSize = 256

type page struct {
	met    bool
	counts [pageSize]int32
}

var histograms pool.Of[histogram]

// newHistogram counts the characters of t.
func newHistogram(t *pytext.Text) *histogram {
	s := t.S
	h := histograms.Get()
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			h.ascii[c]++
			i++
			continue
		}
		t.Tick(4)
		r, n := utf8.DecodeRuneInString(s[i:])
		h.add(r)
		i += n
	}
	return h
}

// add counts a character beyond ASCII.
func (h *histogram) add(r rune) {
	p := h.pages[r/pageSize]
	if p == nil {
		p = new(page)
		h.pages[r/pageSize] = p
	}
	if !p.met {
		p.met = true
		h.met = append(h.met, uint16(r/pageSize)) //nolint:gosec // there are 0x1100 of them
	}
	p.counts[r%pageSize]++
}

// each calls do with each character and its count, in an order that depends on the text alone.
func (h *histogram) each(do func(r rune, n int)) {
	for r, n := range h.ascii {
		if n > 0 {
			do(rune(r), int(n))
		}
	}
	for _, number := range h.met {
		for r, n := range h.pages[number].counts {
			if n > 0 {
				do(rune(number)*pageSize+rune(r), int(n))
			}
		}
	}
}

func (h *histogram) release() {
	size := 0
	for _, number := range h.met {
		*h.pages[number] = page{}
		size += pageSize * 4
	}
	clear(h.ascii[:])
	h.met = h.met[:0]
	histograms.Put(h, size)
}
