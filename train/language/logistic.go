package main

import "math"

// example is the traits of a text, and whether it is without a language.
type example struct {
	traits []float64
	none   bool
}

// logistic learns weights of traits by Newton's method, the constant last. ridge keeps weights small.
func logistic(list []example, ridge float64) []float64 {
	n := len(list[0].traits) + 1
	w := make([]float64, n)
	x := make([]float64, n)
	for range 12 {
		slope := make([]float64, n)
		curve := make([][]float64, n)
		for i := range curve {
			curve[i] = make([]float64, n)
			curve[i][i] = ridge
			slope[i] = float64(-ridge * w[i])
		}
		for _, e := range list {
			copy(x, e.traits)
			x[n-1] = 1
			p := probability(w, x)
			target := 0.0
			if e.none {
				target = 1
			}
			for i := range x {
				slope[i] += float64((target - p) * x[i])
				for j := range x {
					curve[i][j] += float64(p * (1 - p) * x[i] * x[j])
				}
			}
		}
		for i, step := range solve(curve, slope) {
			w[i] += step
		}
	}
	return w
}

func probability(w, x []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(w[i] * x[i])
	}
	return 1 / (1 + math.Exp(-sum))
}

// solve returns x of ax = b by elimination. a is positive definite, and lost.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= float64(f * a[i][k])
			}
			b[j] -= float64(f * b[i])
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= float64(a[i][k] * b[k])
		}
		b[i] /= a[i][i]
	}
	return b
}
