package quality_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/quality"
)

// open opens the file that parts make, with curves that add nothing for the inputs that have none.
func open(t *testing.T, intercept float64, curves map[string]quality.Curve) *quality.Model {
	t.Helper()
	p := quality.Parts{Intercept: intercept}
	for _, in := range quality.Inputs {
		c, ok := curves[in.Signal]
		if !ok {
			c = quality.Curve{Knots: []float64{0}, Adds: []float64{0}}
		}
		p.Curves = append(p.Curves, c)
	}
	m, err := quality.Open(string(p.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// without returns values of which none is defined, but those given.
func without(given map[string]float64) []float64 {
	values := make([]float64, len(quality.Inputs))
	for i, in := range quality.Inputs {
		values[i] = math.NaN()
		if v, ok := given[in.Signal]; ok {
			values[i] = v
		}
	}
	return values
}

func TestCurve(t *testing.T) {
	t.Parallel()
	const signal = "text.finished"
	m := open(t, .5, map[string]quality.Curve{signal: {Knots: []float64{1, 2, 4}, Adds: []float64{-1, 1, 0}, Undefined: .25}})
	for _, tt := range []struct{ value, want float64 }{
		{-7, -1}, {1, -1}, {1.25, -.5}, {1.5, 0}, {2, 1}, {3, .5}, {4, 0}, {9, 0}, {math.NaN(), .25}, {math.Inf(1), 0}, {math.Inf(-1), -1},
	} {
		r := m.Judge(without(map[string]float64{signal: tt.value}))
		want := []quality.Contribution{{Signal: signal, Value: tt.value, Adds: tt.want}}
		if tt.want == 0 {
			want = []quality.Contribution{}
		}
		if diff := cmp.Diff(want, r.Contributions, cmp.Comparer(func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) })); diff != "" {
			t.Errorf("%v: %s", tt.value, diff)
		}
		if want := 1 / (1 + portable.Exp(-(.5 + tt.want))); r.Score != want || r.Intercept != .5 {
			t.Errorf("%v: score %v, want %v; intercept %v", tt.value, r.Score, want, r.Intercept)
		}
	}
}

// randomValues returns values within and around the ranges of the signals, some of them undefined.
func randomValues(r *rand.Rand) []float64 {
	values := make([]float64, len(quality.Inputs))
	for i := range values {
		switch r.IntN(8) {
		case 0:
			values[i] = math.NaN()
		case 1:
			values[i] = 12 * r.Float64()
		default:
			values[i] = r.Float64() * r.Float64()
		}
	}
	return values
}

// TestExact holds that intercept and contributions add up to the log-odds, that they are in order, and that no input is there twice.
func TestExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		report := quality.Default().Judge(randomValues(r))
		sum := report.Intercept
		seen := map[string]bool{}
		for i, c := range report.Contributions {
			sum += c.Adds
			if seen[c.Signal] || i > 0 && math.Abs(c.Adds) > math.Abs(report.Contributions[i-1].Adds) {
				t.Fatalf("contribution %d of %v", i, report.Contributions)
			}
			seen[c.Signal] = true
		}
		if got := 1 / (1 + portable.Exp(-sum)); math.Abs(got-report.Score) > 1e-12 || report.Score <= 0 || report.Score >= 1 {
			t.Fatalf("score %v, contributions give %v", report.Score, got)
		}
	}
}

// TestMonotone holds that each signal of the model acts in the direction that its shape says: at rising values the score rises or falls, or
// rises up to one value and falls from there.
func TestMonotone(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for i, in := range quality.Inputs {
		values := randomValues(r)
		var scores []float64
		for v := -1.; v < 14; v += .003 {
			values[i] = v
			scores = append(scores, quality.Default().Judge(values).Score)
		}
		top := slices.Index(scores, slices.Max(scores))
		switch in.Shape {
		case quality.Rising:
			top = len(scores)
		case quality.Falling:
			top = 0
		case quality.Peaked:
		}
		for k := 1; k < len(scores); k++ {
			if k <= top && scores[k] < scores[k-1]-1e-15 || k > top && scores[k] > scores[k-1]+1e-15 {
				t.Errorf("%s: the score goes from %v to %v at %v", in.Signal, scores[k-1], scores[k], -1+.003*float64(k))
				break
			}
		}
	}
}

func TestInputs(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, in := range quality.Inputs {
		if seen[in.Signal] {
			t.Errorf("%s is there twice", in.Signal)
		}
		seen[in.Signal] = true
	}
	if len(seen) > quality.MostContributions {
		t.Errorf("%d signals", len(seen))
	}
}

// TestDamaged opens files that are cut or changed at every place.
func TestDamaged(t *testing.T) {
	t.Parallel()
	good := quality.Models()[0].Data[0]
	for n := range len(good) {
		if _, err := quality.Open(good[:n]); !errors.Is(err, model.ErrFormat) {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
	if _, err := quality.Open(good + "x"); err != nil && !errors.Is(err, model.ErrFormat) {
		t.Error(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for i := range len(good) {
		b := []byte(good)
		b[i] ^= byte(1 + r.IntN(255))
		m, err := quality.Open(string(b))
		if err != nil {
			if !errors.Is(err, model.ErrFormat) {
				t.Fatalf("byte %d: %v", i, err)
			}
			continue
		}
		m.Judge(randomValues(r)) // must not panic
	}
}
