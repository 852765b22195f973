// Package boost trains ensembles of decision trees for a yes-or-no question by gradient boosting on histograms, as
// LightGBM and XGBoost do: every feature is cut into at most 64 bins once, a level of a tree is grown from sums of
// gradients by bin, and of two siblings only the smaller is summed. The same data and seed give the same trees.
package boost

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/copydesk/copydesk/internal/model/forest"
)

// Params are the settings of a training run.
type Params struct {
	Trees     int
	Depth     int
	Rate      float64 // how much of a tree's advice is taken
	Lambda    float64 // how much leaves are drawn to zero, in units of the hessian
	MinWeight float64 // the smallest sum of hessians in a leaf
	Rows      float64 // the share of rows each tree sees
	Columns   float64 // the share of features each tree sees
	Seed      uint64

	// Ensembles is how many ensembles of so many trees are grown, each on draws of its own, and averaged; 0 stands for 1. What one of them
	// takes from its draws more than from the data is evened out.
	Ensembles int
}

// Data is what to learn from. Rows are of one length.
type Data struct {
	Rows   [][]int16
	Labels []bool
	Weight []float32
}

// Train returns the trees, in order: a tree of each ensemble in turn, so that the sum of the first trees says soon what all will. Leaves
// are divided by the number of ensembles, for the log-odds are their mean.
func Train(d Data, p Params) []forest.Tree {
	ensembles := make([]*trainer, max(p.Ensembles, 1))
	for i := range ensembles {
		ensembles[i] = newTrainer(d, p, uint64(i)) //nolint:gosec // few
	}
	trees := make([]forest.Tree, 0, p.Trees*len(ensembles))
	for range p.Trees {
		for _, t := range ensembles {
			trees = append(trees, t.grow())
		}
	}
	for _, t := range trees {
		for i := range t.Leaf {
			t.Leaf[i] /= float64(len(ensembles))
		}
	}
	return trees
}

// cell is what a histogram holds of one bin.
type cell struct{ grad, hess float32 }

type trainer struct {
	Params

	data     Data
	features int
	cuts     [][]int16 // by feature, ascending: bin b holds values in (cuts[b-1], cuts[b]]
	bins     []uint8   // by row, then feature
	columns  []uint8   // by row, then feature of this tree: its bins
	score    []float64
	grad     []cell
	rng      *rand.Rand
	used     []int32 // features of this tree, ascending
	order    []int32
	spare    []int32
}

func newTrainer(d Data, p Params, ensemble uint64) *trainer {
	t := &trainer{Params: p, data: d, features: len(d.Rows[0]), rng: rand.New(rand.NewPCG(p.Seed, p.Seed+ensemble))}
	t.score = make([]float64, len(d.Rows))
	t.grad = make([]cell, len(d.Rows))
	t.bin()
	return t
}

// grow grows one tree and adds it to the scores.
func (t *trainer) grow() forest.Tree {
	t.gradients()
	t.sample()
	inner := 1<<t.Depth - 1
	tree := forest.Tree{Feature: make([]uint8, inner), Threshold: make([]int16, inner), Leaf: make([]float64, inner+1)}
	t.split(&tree, node{rows: t.order, hist: t.histogram(t.order)}, 0)
	share(len(t.score), func(from, to int) {
		for i := from; i < to; i++ {
			t.score[i] += tree.Leaf[leafOf(&tree, t.data.Rows[i])]
		}
	})
	return tree
}

// gradients sets those of the logistic loss.
func (t *trainer) gradients() {
	share(len(t.score), func(from, to int) {
		for i := from; i < to; i++ {
			p, y := forest.Probability(t.score[i]), 0.0
			if t.data.Labels[i] {
				y = 1
			}
			w := float64(t.data.Weight[i])
			t.grad[i] = cell{float32(w * (p - y)), float32(w * p * (1 - p))}
		}
	})
}

// sample draws the rows and features of a tree.
func (t *trainer) sample() {
	t.order = t.order[:0]
	for i := range t.data.Rows {
		if t.rng.Float64() < t.Rows {
			t.order = append(t.order, int32(i)) //nolint:gosec // rows are few
		}
	}
	t.used = t.used[:0]
	for f := range t.features {
		if t.rng.Float64() < t.Columns {
			t.used = append(t.used, int32(f)) //nolint:gosec // at most 256 features
		}
	}
	n := len(t.used)
	t.columns = slices.Grow(t.columns[:0], len(t.data.Rows)*n)[:len(t.data.Rows)*n]
	share(len(t.data.Rows), func(from, to int) {
		for i := from; i < to; i++ {
			bins, columns := t.bins[i*t.features:][:t.features], t.columns[i*n:][:n]
			for k, f := range t.used {
				columns[k] = bins[f]
			}
		}
	})
}

func leafOf(tree *forest.Tree, row []int16) int {
	node := 0
	for node < len(tree.Feature) {
		node = 2*node + 1
		if row[tree.Feature[node/2]] > tree.Threshold[node/2] {
			node++
		}
	}
	return node - len(tree.Feature)
}

// leaf is the value of a leaf with the given sums.
func (t *trainer) leaf(sum cell) float64 {
	return -t.Rate * float64(sum.grad) / (float64(sum.hess) + t.Lambda)
}

// noSplit is a threshold that sends every value left.
const noSplit = math.MaxInt16
