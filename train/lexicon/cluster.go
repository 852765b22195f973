package main

import (
	"math"
	"math/rand/v2"

	"github.com/copydesk/copydesk/train/parallel"
)

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

// cluster assigns each of vectors to one of k groups by spherical k-means over the first of them, and returns the groups.
func cluster(vectors [][]float32, weights []float64, k, passes int, seed uint64) []int {
	random := rand.New(rand.NewPCG(seed, 5))
	first := vectors[:min(learnt, len(vectors))]
	k = min(k, len(first))
	centres := make([][]float32, k)
	for i, at := range random.Perm(len(first))[:k] {
		centres[i] = vectors[at]
	}
	for range passes {
		sums := make([][]float32, k)
		for c := range sums {
			sums[c] = make([]float32, len(vectors[0]))
		}
		for i, g := range nearest(first, centres) {
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
	return nearest(vectors, centres)
}

// nearest returns for each of vectors the number of the centre in whose direction it points most.
func nearest(vectors, centres [][]float32) []int {
	groups := make([]int, len(vectors))
	parallel.Each(len(vectors), func(i int) {
		most := float32(-2)
		for c, centre := range centres {
			dot := float32(0)
			for d, x := range vectors[i] {
				dot += float32(x * centre[d])
			}
			if dot > most {
				groups[i], most = c, dot
			}
		}
	})
	return groups
}
