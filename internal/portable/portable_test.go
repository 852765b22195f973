package portable_test

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/copydesk/copydesk/internal/portable"
)

// TestAccuracy compares with the standard library's results, which are within one unit in the last place as well.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		x := r.Float64()*1400 - 700
		checkClose(t, "Exp", x, portable.Exp(x), math.Exp(x), 2)
		p := math.Exp(r.Float64()*200 - 100)
		checkClose(t, "Log", p, portable.Log(p), math.Log(p), 2)
		checkClose(t, "Log2", p, portable.Log2(p), math.Log2(p), 3)
	}
}

// checkClose allows for units units in the last place.
func checkClose(t *testing.T, name string, x, got, want float64, units float64) {
	t.Helper()
	if diff := math.Abs(got - want); diff > units*(math.Nextafter(math.Abs(want), math.Inf(1))-math.Abs(want)) {
		t.Fatalf("%s(%v) = %v, want %v", name, x, got, want)
	}
}

func TestSpecialValues(t *testing.T) {
	t.Parallel()
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Exp(0)", portable.Exp(0), 1}, {"Exp(inf)", portable.Exp(inf), inf}, {"Exp(-inf)", portable.Exp(-inf), 0},
		{"Exp(1000)", portable.Exp(1000), inf}, {"Exp(-1000)", portable.Exp(-1000), 0}, {"Exp(nan)", portable.Exp(nan), nan},
		{"Log(1)", portable.Log(1), 0}, {"Log(0)", portable.Log(0), -inf}, {"Log(-1)", portable.Log(-1), nan},
		{"Log(inf)", portable.Log(inf), inf}, {"Log2(8)", portable.Log2(8), 3}, {"Log2(1/4)", portable.Log2(.25), -2},
	} {
		if c.got != c.want && !(math.IsNaN(c.got) && math.IsNaN(c.want)) {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

// TestSameBits fails on a machine that gives other bits than the one on which the sum was recorded (amd64).
func TestSameBits(t *testing.T) {
	t.Parallel()
	h := fnv.New64a()
	for i := range 10_000 {
		x := float64(i-5_000) / 8
		for _, y := range []float64{portable.Exp(x), portable.Log(math.Abs(x) + 1), portable.Log2(math.Abs(x) + 1)} {
			_, _ = h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(y)))
		}
	}
	if got := strconv.FormatUint(h.Sum64(), 16); got != sameBits {
		t.Errorf("the results hash to %s, want %s", got, sameBits)
	}
}

const sameBits = "418549903a7403ff"
