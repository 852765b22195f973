package content

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFeatures holds the order of the features to testdata/features.txt: the shipped model's trees ask for them by place.
func TestFeatures(t *testing.T) {
	t.Parallel()
	first, second := FirstFeatures(), SecondFeatures()
	if len(first) != Features || len(second) != secondCount {
		t.Fatalf("%d and %d features, the rows have %d and %d", len(first), len(second), Features, secondCount)
	}
	for what, n := range map[string][2]int{
		"block": {len(blockFeatures), blockCount}, "container": {len(containerFeatures), containerCount},
		"neighbour": {len(neighbourFeatures), neighbourCount}, "page": {len(pageFeatures), pageCount},
	} {
		if n[0] != n[1] {
			t.Errorf("%d %s features, the rows have room for %d", n[0], what, n[1])
		}
	}
	names := slices.Concat(first, []string{""}, second)
	seen := map[string]bool{}
	for _, n := range names {
		if seen[n] && n != "" {
			t.Errorf("two features are called %q", n)
		}
		seen[n] = true
	}
	want, err := os.ReadFile("testdata/features.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSuffix(string(want), "\n"), "\n"), names); diff != "" {
		t.Errorf("features are not those of testdata/features.txt, for which the model was trained (-want +got):\n%s", diff)
	}
}
