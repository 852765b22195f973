package textstats

import (
	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/profile"
)

// entropy computes Shannon's entropy of things of which each occurs c times, n times in all:
// -sum p log2 p = log2 n - (sum c log2 c) / n.
type entropy struct {
	n   int
	sum float64
}

func (e *entropy) add(count int) {
	e.n += count
	e.sum += weighted(count)
}

// bits returns the entropy of one thing, Undefined if there is none.
func (e *entropy) bits() float64 {
	if e.n == 0 {
		return profile.Undefined
	}
	n := float64(e.n)
	return max(0, portable.Log2(n)-e.sum/n)
}

// weighted returns c log2 c. It is converted, so that no architecture fuses it with the sum.
func weighted(c int) float64 {
	if c < len(smallWeighted) {
		return smallWeighted[c]
	}
	return float64(float64(c) * portable.Log2(float64(c)))
}

// smallWeighted are those of the counts that most words have.
var smallWeighted = func() (table [64]float64) {
	for c := 2; c < len(table); c++ {
		table[c] = float64(c) * portable.Log2(float64(c))
	}
	return table
}()
