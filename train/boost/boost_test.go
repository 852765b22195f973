package boost_test

import (
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
)

var params = boost.Params{Trees: 30, Depth: 3, Rate: .3, Lambda: 1, MinWeight: 1, Rows: .8, Columns: 1, Seed: 7}

// exclusive is data that no single feature explains: yes if exactly one of the first two numbers is above 50.
func exclusive(n int) boost.Data {
	rng := rand.New(rand.NewPCG(1, 2))
	var d boost.Data
	for range n {
		row := []int16{int16(rng.IntN(100)), int16(rng.IntN(100)), int16(rng.IntN(2000) - 1000)}
		d.Rows = append(d.Rows, row)
		d.Labels = append(d.Labels, (row[0] > 50) != (row[1] > 50))
		d.Weight = append(d.Weight, 1)
	}
	return d
}

func TestLearns(t *testing.T) {
	t.Parallel()
	f, err := forest.Open(string(forest.Make(params.Depth, 3, boost.Train(exclusive(4000), params))), 3)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, x := range [][]int16{{10, 90, 0}, {90, 10, 500}, {10, 10, -500}, {90, 90, 3}, {0, 99, 999}, {99, 99, -999}} {
		if (f.Score(x) > 0) != ((x[0] > 50) != (x[1] > 50)) {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 6 wrong", wrong)
	}
}

// TestEnsembles holds the promise that ensembles take turns, that they differ, and that their log-odds are averaged.
func TestEnsembles(t *testing.T) {
	t.Parallel()
	d, two := exclusive(500), params
	two.Ensembles = 2
	one, both := boost.Train(d, params), boost.Train(d, two)
	if len(both) != 2*len(one) {
		t.Fatalf("%d trees, want twice %d", len(both), len(one))
	}
	same := 0
	for i, tree := range one {
		for k := range tree.Leaf {
			tree.Leaf[k] /= 2
		}
		if diff := cmp.Diff(tree, both[2*i]); diff != "" {
			t.Errorf("tree %d of the first ensemble:\n%s", i, diff)
		}
		if cmp.Equal(both[2*i], both[2*i+1]) {
			same++
		}
	}
	if same > 0 {
		t.Errorf("%d trees of both ensembles are the same", same)
	}
}

func TestDeterministic(t *testing.T) {
	t.Parallel()
	d := exclusive(500)
	if diff := cmp.Diff(boost.Train(d, params), boost.Train(d, params)); diff != "" {
		t.Errorf("the same data gives other trees:\n%s", diff)
	}
}

// TestProcessors holds the promise that the number of processors changes nothing: with enough rows for work to be shared.
func TestProcessors(t *testing.T) { //nolint:paralleltest // it sets how many processors are used
	d := exclusive(6000)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	one := boost.Train(d, params)
	runtime.GOMAXPROCS(3)
	if diff := cmp.Diff(one, boost.Train(d, params)); diff != "" {
		t.Errorf("three processors give other trees than one:\n%s", diff)
	}
}
