package boost

import (
	"math"
	"slices"
)

// maxBins is into how many bins a feature is cut at most.
const maxBins = 64

// histogram is the sums of gradients of some rows, by feature and bin.
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

// histogram sums the gradients of some rows.
func (t *trainer) histogram(rows []int32) histogram {
	h := make(histogram, t.features*maxBins)
	for _, r := range rows {
		g := t.grad[r]
		bins := t.bins[int(r)*t.features:][:t.features]
		for _, f := range t.used {
			c := &h[int(f)*maxBins+int(bins[f])]
			c.grad += g.grad
			c.hess += g.hess
		}
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
