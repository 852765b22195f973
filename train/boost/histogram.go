package boost

import (
	"math"
	"slices"
)

// maxBins is into how many bins a feature is cut at most.
const maxBins = 64

// histogram is the sums of gradients of some rows, by feature of the tree and bin.
type histogram []cell

// bin cuts every feature where equally many rows lie on both sides, or at each value if there are few.
func (t *trainer) bin() {
	n := len(t.data.Rows)
	t.bins = make([]uint8, n*t.features)
	counts := make([]int32, values)
	into := make([]uint8, values)
	for f := range t.features {
		clear(counts)
		for _, r := range t.data.Rows {
			counts[int(r[f])-math.MinInt16]++
		}
		cuts := cutPoints(counts, n)
		t.cuts = append(t.cuts, cuts)
		b := 0
		for v := range into {
			if b < len(cuts) && v+math.MinInt16 > int(cuts[b]) {
				b++
			}
			into[v] = uint8(b) //nolint:gosec // below maxBins
		}
		for i, r := range t.data.Rows {
			t.bins[i*t.features+f] = into[int(r[f])-math.MinInt16]
		}
	}
}

// values is how many values a feature can have.
const values = 1 << 16

// cutPoints returns the upper ends of all bins but the last, of n rows of which counts[v] have the value v above the lowest.
func cutPoints(counts []int32, n int) []int16 {
	var distinct, cuts []int16
	rows, k := 0, 1
	for v, c := range counts {
		if c == 0 {
			continue
		}
		value := int16(v + math.MinInt16) //nolint:gosec // in range
		if len(distinct) <= maxBins {
			distinct = append(distinct, value)
		}
		rows += int(c)
		for ; k < maxBins && k*n/maxBins < rows; k++ {
			cuts = append(cuts, value)
		}
	}
	if len(distinct) <= maxBins {
		return distinct[:len(distinct)-1]
	}
	return slices.Compact(cuts)
}

// together is how many rows are summed by one goroutine: below that, starting another takes longer.
const together = 2048

// histogram sums the gradients of some rows. Each cell is summed by one goroutine in the order of the rows, so that the sums are the same
// on any number of processors.
func (t *trainer) histogram(rows []int32) histogram {
	n := len(t.used)
	h := make(histogram, n*maxBins)
	add := func(from, to int) {
		for _, r := range rows {
			g := t.grad[r]
			for k, bin := range t.columns[int(r)*n+from : int(r)*n+to] {
				c := &h[(from+k)*maxBins+int(bin)]
				c.grad += g.grad
				c.hess += g.hess
			}
		}
	}
	if len(rows) < together {
		add(0, n)
	} else {
		share(n, add)
	}
	return h
}

// without returns h less part, in place of h.
func (h histogram) without(part histogram) histogram {
	for i := range h {
		h[i].grad -= part[i].grad
		h[i].hess -= part[i].hess
	}
	return h
}
