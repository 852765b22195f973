package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMurmur64 checks hashes that the library which made the keys gives.
func TestMurmur64(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]uint64{"larch": 3633783411043746710, "larchlar": 9255691323343512907, "Kestrel Bay": 17846727588968118965, "é": 16256712947286012828} {
		if got := murmur64(word); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
}

// TestReadKeys reads a map with numbers of every length, and refuses what is cut.
func TestReadKeys(t *testing.T) {
	t.Parallel()
	const packed = "\xdf\x00\x00\x00\x02\xcf\x01\x02\x03\x04\x05\x06\x07\x08\xcd\x4e\x1f\xce\x00\x00\x01\x00\x07"
	got, err := readKeys([]byte(packed))
	if diff := cmp.Diff(map[uint64]int{0x0102030405060708: 19999, 256: 7}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for n := range len(packed) {
		if _, err := readKeys([]byte(packed[:n])); err == nil {
			t.Errorf("cut to %d bytes: no error", n)
		}
	}
}

// TestCluster finds three directions.
func TestCluster(t *testing.T) {
	t.Parallel()
	var vectors [][]float32
	var weights []float64
	for i := range 30 {
		v := []float32{.1, .1, .1}
		v[i%3] = float32(5 + i)
		normalise(v)
		vectors, weights = append(vectors, v), append(weights, 1)
	}
	groups := cluster(vectors, weights, 3, 10, 3)
	for i, g := range groups {
		if g != groups[i%3] {
			t.Errorf("%d: group %d, want that of %d, %d", i, g, i%3, groups[i%3])
		}
	}
}
