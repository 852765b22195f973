package forest_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

// section holds two trees: x0 > 3 and then, on the right only, x1 > -5; and a constant.
func section() string {
	return string(forest.Make(2, 2, []forest.Tree{
		{Feature: []uint8{0, 0, 1}, Threshold: []int16{3, math.MaxInt16, -5}, Leaf: []float64{-1, 9, .5, 2}},
		{Feature: []uint8{0, 0, 0}, Threshold: []int16{math.MaxInt16, math.MaxInt16, 0}, Leaf: []float64{.25, 0, 0, 0}},
	}))
}

func TestScore(t *testing.T) {
	t.Parallel()
	f, err := forest.Open(section(), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		x    []int16
		want float64
	}{
		{[]int16{3, 0}, -.75},
		{[]int16{4, -5}, .75},
		{[]int16{4, -4}, 2.25},
		{[]int16{math.MaxInt16, math.MinInt16}, .75},
	} {
		if got := f.Score(c.x); got != c.want {
			t.Errorf("%v: %v, want %v", c.x, got, c.want)
		}
	}
}

// TestNumbersOfTrees holds that trees walked side by side, and those that are left over, have the sum that each has alone.
func TestNumbersOfTrees(t *testing.T) {
	t.Parallel()
	const depth, features = 3, 5
	random := rand.New(rand.NewPCG(1, 1))
	var trees []forest.Tree
	for range 21 {
		var one forest.Tree
		for range 1<<depth - 1 {
			one.Feature = append(one.Feature, uint8(random.IntN(features)))
			one.Threshold = append(one.Threshold, int16(random.IntN(20)-10))
		}
		for range 1 << depth {
			one.Leaf = append(one.Leaf, float64(random.IntN(1000))/500)
		}
		trees = append(trees, one)
		all, err := forest.Open(string(forest.Make(depth, features, trees)), features)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			x := make([]int16, features)
			for i := range x {
				x[i] = int16(random.IntN(20) - 10)
			}
			want := 0.
			for _, tree := range trees {
				want += scoreOf(tree, depth, x)
			}
			if got, until := all.Score(x), all.ScoreUntil(x, math.Inf(1)); math.Abs(got-want) > 1e-9 || got != until {
				t.Fatalf("%d trees for %v: %v and %v, want %v", len(trees), x, got, until, want)
			}
		}
	}
}

// scoreOf walks one tree as its definition has it.
func scoreOf(tree forest.Tree, depth int, x []int16) float64 {
	node := 0
	for range depth {
		right := x[tree.Feature[node]] > tree.Threshold[node]
		if node = 2*node + 1; right {
			node++
		}
	}
	return tree.Leaf[node-(1<<depth-1)]
}

func TestDamage(t *testing.T) {
	t.Parallel()
	whole := section()
	for i := range len(whole) {
		if _, err := forest.Open(whole[:i], 2); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
	for i := range len(whole) {
		f, err := forest.Open(whole[:i]+"\xff"+whole[i+1:], 2)
		if err == nil {
			f.Score([]int16{1, 1}) // must not panic
		}
	}
	if _, err := forest.Open(whole, 3); !errors.Is(err, model.ErrFormat) {
		t.Errorf("another number of features: %v", err)
	}
}

func TestProbability(t *testing.T) {
	t.Parallel()
	if p := forest.Probability(0); p != .5 {
		t.Errorf("even odds are %v", p)
	}
}

func BenchmarkScore(b *testing.B) {
	trees := make([]forest.Tree, 100)
	for i := range trees {
		t := forest.Tree{Feature: make([]uint8, 63), Threshold: make([]int16, 63), Leaf: make([]float64, 64)}
		for k := range t.Feature {
			t.Feature[k], t.Threshold[k] = uint8((i+k)%50), int16(i*k%100)
		}
		trees[i] = t
	}
	f, err := forest.Open(string(forest.Make(6, 50, trees)), 50)
	if err != nil {
		b.Fatal(err)
	}
	x := make([]int16, 50)
	for i := range x {
		x[i] = int16(i * 37 % 100)
	}
	for b.Loop() {
		f.Score(x)
	}
}
