package main

import (
	"fmt"
	"io"
)

// reliability compares the confidence in choices with the F-measures of words that they had, by the confidence in steps.
type reliability [10]struct {
	pages   int
	said, f float64 // sums over pages
}

func (r *reliability) add(confidence float32, f float64) {
	k := &r[min(int(confidence*float32(len(r))), len(r)-1)]
	k.pages++
	k.said += float64(confidence)
	k.f += f
}

func (r *reliability) join(o *reliability) {
	for i := range r {
		r[i].pages += o[i].pages
		r[i].said += o[i].said
		r[i].f += o[i].f
	}
}

func (r *reliability) print(w io.Writer) {
	pages, off := 0, 0.0
	for i, k := range r {
		if k.pages == 0 {
			continue
		}
		n := float64(k.pages)
		fmt.Fprintf(w, "confidence from .%d  pages %4d mean %.3f words F1 %.3f\n", i, k.pages, k.said/n, k.f/n)
		pages += k.pages
		off += max(k.said-k.f, k.f-k.said)
	}
	fmt.Fprintf(w, "confidence is off by %.3f in the mean\n", off/float64(max(pages, 1)))
}
