package parity

import (
	"math"
	"strings"

	"github.com/copydesk/copydesk/internal/score/nemo"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// NeMo compares our values of NeMo-Curator's heuristic filters, and what we decide by them, with its own.
func NeMo() error {
	return parity{
		name: "nemo", golden: "golden-dev-nemo.jsonl.xz", script: "golden_nemo.py", ours: nemoValues, same: sameTie,
	}.run()
}

// sameTie agrees to anything where the reference chose among so many n-grams that the golden file does not bound the value.
func sameTie(g golden, _ any) (agree, handled bool) {
	open := g.Tie > 0 && g.Lo == nil && string(g.Value) == "null"
	return open, open
}

// nemoValues returns our values and decisions, by the golden file's names.
func nemoValues(s string) map[goldenKey]any {
	t := pytext.New(s)
	defer t.Release()
	values := map[goldenKey]any{}
	byName := map[string]float64{}
	for _, g := range nemo.Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(t, v)
		for i, signal := range g.Signals {
			name := strings.TrimPrefix(signal.Name, "nemo.")
			byName[signal.Name] = v[i]
			if !math.IsNaN(v[i]) {
				values[goldenKey{"nemo", name}] = v[i]
				values[goldenKey{"nemo", "keep:" + name}] = 1.0
			}
		}
	}
	for _, rule := range nemo.Profiles[0].Rules {
		if rule.Fails(byName[rule.Signal]) {
			values[goldenKey{"nemo", "keep:" + strings.TrimPrefix(rule.Signal, "nemo.")}] = 0.0
		}
	}
	return values
}
