package general

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// histogram counts characters. Its memory is used again.
type histogram struct {
	ascii [utf8.RuneSelf]int32

	// pages count the others by the upper bits of their code points.
	pages [(unicode.MaxRune + 1) / pageSize]*page

	// met are the pages that count any, in the order in which they were met.
	met []uint16
}

const pageSize = 256

type page struct {
	met    bool
	counts [pageSize]int32
}

// maxKeptPages is how many pages are kept for the next text; one of all scripts must not hold memory for good.
const maxKeptPages = 128

var histograms = sync.Pool{New: func() any { return new(histogram) }}

// newHistogram counts the characters of s, which is valid UTF-8.
func newHistogram(s string) *histogram {
	h := histograms.Get().(*histogram) //nolint:forcetypeassert // the pool holds nothing else
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			h.ascii[c]++
			i++
			continue
		}
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

// each calls do with each character and its count, in an order that the text decides.
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
	if len(h.met) > maxKeptPages {
		return
	}
	for _, number := range h.met {
		*h.pages[number] = page{}
	}
	clear(h.ascii[:])
	h.met = h.met[:0]
	histograms.Put(h)
}
