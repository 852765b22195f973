package boost

import (
	"slices"
	"sort"
)

// maxBins is into how many bins a feature is cut at most.
const maxBins = 64

// histogram is the sums of gradients of some rows, by feature and bin.
type histogram []cell

// bin cuts every feature where equally many rows lie on both sides, or at each value if there are few.
func (t *trainer) bin() {
	n := len(t.data.Rows)
	t.bins = make([]uint8, n*t.features)
	values := make([]int16, n)
	for f := range t.features {
		for i, r := range t.data.Rows {
			values[i] = r[f]
		}
		cuts := cutPoints(values)
		t.cuts = append(t.cuts, cuts)
		for i, r := range t.data.Rows {
			b := sort.Search(len(cuts), func(k int) bool { return r[f] <= cuts[k] })
			t.bins[i*t.features+f] = uint8(b) //nolint:gosec // below maxBins
		}
	}
}

// cutPoints returns the upper ends of all bins but the last. It sorts values.
func cutPoints(values []int16) []int16 {
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) <= maxBins {
		return distinct[:len(distinct)-1]
	}
	var cuts []int16
	for k := 1; k < maxBins; k++ {
		cuts = append(cuts, values[k*len(values)/maxBins])
	}
	return slices.Compact(cuts)
}

func (t *trainer) histogram(rows []int32) histogram {
	h := make(histogram, t.features*maxBins)
	for _, r := range rows {
		g := t.grad[r]
		bins := t.bins[int(r)*t.features:][:t.features]
		for f, b := range bins {
			if t.use[f] {
				c := &h[f*maxBins+int(b)]
				c.grad += g.grad
				c.hess += g.hess
			}
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
