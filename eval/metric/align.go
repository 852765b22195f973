package metric

import "slices"

// match is a run of tokens that two texts share: a[a:a+n] equals b[b:b+n].
type match struct{ a, b, n int }

// aligner finds the longest matching blocks of two token lists: the longest run that both share, of several the first in
// a and then in b, and so on to the left and to the right of it. That is what Python's difflib.SequenceMatcher does with
// autojunk=False.
type aligner struct {
	a, b   []int32   // tokens by number
	places [][]int32 // where in b each token stands
	length []int32   // of the run that ends at each place of b, as of that row
	row    []int     // the row in which length was set
	rows   int       // so many rows have been looked at
	found  []match
}

// align returns the matching blocks in the order of the texts.
func align(a, b []string) []match {
	numbers := make(map[string]int32, len(a))
	number := func(tokens []string) []int32 {
		list := make([]int32, len(tokens))
		for i, t := range tokens {
			n, ok := numbers[t]
			if !ok {
				n = int32(len(numbers)) //nolint:gosec // texts of 2^31 tokens are not measured
				numbers[t] = n
			}
			list[i] = n
		}
		return list
	}
	m := &aligner{a: number(a), b: number(b), length: make([]int32, len(b)), row: make([]int, len(b))}
	m.places = make([][]int32, len(numbers))
	for j, t := range m.b {
		m.places[t] = append(m.places[t], int32(j))
	}
	m.blocks(0, len(a), 0, len(b))
	return m.found
}

// blocks finds those of a[alo:ahi] and b[blo:bhi].
func (m *aligner) blocks(alo, ahi, blo, bhi int) {
	for alo < ahi && blo < bhi {
		best := m.longest(alo, ahi, blo, bhi)
		if best.n == 0 {
			return
		}
		m.blocks(alo, best.a, blo, best.b)
		m.found = append(m.found, best)
		alo, blo = best.a+best.n, best.b+best.n
	}
}

// longest returns the longest run that a[alo:ahi] and b[blo:bhi] share.
func (m *aligner) longest(alo, ahi, blo, bhi int) match {
	var best match
	m.rows++ // so that no run goes on from an earlier search
	for i := alo; i < ahi; i++ {
		m.rows++
		places := m.places[m.a[i]]
		end, _ := slices.BinarySearch(places, int32(bhi)) //nolint:gosec // texts of 2^31 tokens are not measured
		for p := end - 1; p >= 0; p-- {                   // from the right: what stands left of it is of the row before
			j := int(places[p])
			if j < blo {
				break
			}
			n := 1
			if j > blo && m.row[j-1] == m.rows-1 {
				n += int(m.length[j-1])
			}
			m.length[j], m.row[j] = int32(n), m.rows
			if n > best.n || n == best.n && i-n+1 == best.a {
				best = match{i - n + 1, j - n + 1, n}
			}
		}
	}
	return best
}
