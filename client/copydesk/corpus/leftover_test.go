package corpus

import "testing"

func TestLeftover(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"kept/00002.parquet.18ec4484a4dae3a1.tmp":        true,
		"rejected/123456.jsonl.zst.18ec4484a4dae3a1.tmp": true,
		"_shards/00002.ids.18ec4484a4dae3a1.tmp":         true,
		"_run.json.18ec4484a4dae3a1.tmp":                 true,
		"kept/00002.parquet":                             false,
		"kept/00002.parquet.tmp":                         false,
		"kept/00002.parquet.mine.tmp":                    false,
		"kept/notes.18ec4484a4dae3a1.tmp":                false,
		"old/kept/00002.parquet.18ec4484a4dae3a1.tmp":    false,
		"kept/00002.parquet.18ec4484a4dae3a1.tmp.zst":    false,
	} {
		if got := leftover.MatchString(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
