package main

import (
	"math"
	"math/rand/v2"
	"sync"
)

const (
	contextWords = 900 // frequent words that count as neighbours
	columns      = 2 * (contextWords + 3 + marks)
	dimensions   = 56
)

// table is how often each target has each neighbour.
type table struct {
	rows   []uint16 // of all targets, columns each
	count  int
	totals []float64 // of each target
}

// vectors returns a vector of length 1 for each row: the first principal directions of the square roots of its positive
// pointwise mutual information.
func (t *table) vectors() [][]float32 {
	weighted := t.weigh()
	basis := principal(weighted)
	out := make([][]float32, t.count)
	parallel(t.count, func(i int) {
		v := make([]float32, dimensions)
		for _, e := range weighted[i] {
			b := basis[e.column*dimensions:][:dimensions]
			for k := range v {
				v[k] += float32(e.value * b[k])
			}
		}
		normalise(v)
		out[i] = v
	})
	return out
}

// entry is a cell that is not zero.
type entry struct {
	column int
	value  float32
}

func (t *table) weigh() [][]entry {
	sums := make([]float64, columns)
	all := 0.
	for i := range t.count {
		for c, n := range t.rows[i*columns:][:columns] {
			sums[c] += float64(n)
		}
	}
	for c := range sums {
		sums[c] = math.Pow(sums[c], .75)
		all += sums[c]
	}
	out := make([][]entry, t.count)
	parallel(t.count, func(i int) {
		row := t.rows[i*columns:][:columns]
		total := 0.
		for _, n := range row {
			total += float64(n)
		}
		for c, n := range row {
			if n == 0 {
				continue
			}
			if pmi := math.Log(float64(n) / total * all / sums[c]); pmi > 0 {
				out[i] = append(out[i], entry{c, float32(math.Sqrt(pmi) * math.Min(1, float64(n)/(2+float64(n))*1.5))})
			}
		}
	})
	return out
}

// principal returns columns x dimensions numbers: the leading directions of rows, weighted by the root of their strength.
func principal(rows [][]entry) []float32 {
	square := make([]float32, columns*columns)
	for _, r := range rows {
		for _, a := range r {
			line := square[a.column*columns:][:columns]
			for _, b := range r {
				line[b.column] += float32(a.value * b.value)
			}
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	basis := make([][]float32, dimensions)
	for k := range basis {
		basis[k] = make([]float32, columns)
		for c := range basis[k] {
			basis[k][c] = float32(random.NormFloat64())
		}
	}
	strength := make([]float64, dimensions)
	for range 12 {
		next := make([][]float32, dimensions)
		parallel(dimensions, func(k int) {
			v := make([]float32, columns)
			for c := range v {
				line := square[c*columns:][:columns]
				sum := float32(0)
				for d, b := range basis[k] {
					sum += float32(b * line[d])
				}
				v[c] = sum
			}
			next[k] = v
		})
		for k := range next {
			for j := range k {
				dot := float32(0)
				for c := range next[k] {
					dot += float32(next[k][c] * next[j][c])
				}
				for c := range next[k] {
					next[k][c] -= float32(dot * next[j][c])
				}
			}
			strength[k] = normalise(next[k])
		}
		basis = next
	}
	out := make([]float32, columns*dimensions)
	for k, v := range basis {
		w := float32(math.Pow(strength[k]/strength[0], -.2)) // between whitened and plain
		for c := range v {
			out[c*dimensions+k] = float32(v[c] * w)
		}
	}
	return out
}

// normalise makes v of length 1 and returns its length before.
func normalise(v []float32) float64 {
	sum := 0.
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	length := math.Sqrt(sum)
	if length > 0 {
		for i := range v {
			v[i] = float32(float64(v[i]) / length)
		}
	}
	return length
}

// cluster assigns each of vectors to one of k groups by spherical k-means and returns the groups.
func cluster(vectors [][]float32, weights []float64, k, passes int, seed uint64) []int {
	random := rand.New(rand.NewPCG(seed, 5))
	if k > len(vectors) {
		k = len(vectors)
	}
	centres := make([][]float32, k)
	for i, at := range random.Perm(len(vectors))[:k] {
		centres[i] = vectors[at]
	}
	groups := make([]int, len(vectors))
	for range passes {
		parallel(len(vectors), func(i int) {
			best, most := 0, float32(-2)
			for c, centre := range centres {
				dot := float32(0)
				for d, x := range vectors[i] {
					dot += float32(x * centre[d])
				}
				if dot > most {
					best, most = c, dot
				}
			}
			groups[i] = best
		})
		sums := make([][]float32, k)
		for c := range sums {
			sums[c] = make([]float32, dimensions)
		}
		for i, g := range groups {
			for d, x := range vectors[i] {
				sums[g][d] += float32(x * float32(weights[i]))
			}
		}
		for c := range sums {
			if normalise(sums[c]) > 0 {
				centres[c] = sums[c]
			}
		}
	}
	return groups
}

// parallel calls do for 0 to n-1 on two cores. Calls must not depend on each other.
func parallel(n int, do func(int)) {
	var wait sync.WaitGroup
	for k := range 2 {
		wait.Go(func() {
			for i := k; i < n; i += 2 {
				do(i)
			}
		})
	}
	wait.Wait()
}
