package floor

import (
	"math"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	floors := map[string]float64{"a/recall": .9, "a/lost": 3, "b/recall": .9}
	figuresOf := func(recall, lost float64) map[string]figure {
		return map[string]figure{"a/recall": {recall, false}, "a/lost": {lost, true}}
	}
	withNew := figuresOf(.9, 3)
	withNew["a/new"] = figure{1, false}
	for _, c := range []struct {
		name    string
		figures map[string]figure
		want    string // in the error; empty if there must be none
	}{
		{"as good as the floors", figuresOf(.9, 3), ""},
		{"better", figuresOf(.95, 0), ""},
		{"below", figuresOf(.8999, 3), "a/recall is 0.8999, must be at least 0.9"},
		{"above", figuresOf(.9, 4), "a/lost is 4, must be at most 3"},
		{"not a number", figuresOf(math.NaN(), 3), "a/recall is NaN"},
		{"without a floor", withNew, "a/new is 1 and has no floor"},
		{"missing", map[string]figure{"a/recall": {.9, false}}, "a/lost has a floor and was not measured"},
	} {
		err := compare(floors, c.figures, "a/")
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestFloorPasses(t *testing.T) {
	for _, f := range []figure{{.98765, false}, {.98765, true}, {0, true}, {1, false}, {41.6, true}} {
		if err := compare(map[string]float64{"a": f.floor()}, map[string]figure{"a": f}, "a"); err != nil {
			t.Errorf("%v does not pass its own floor: %v", f, err)
		}
	}
}
