package score_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score"
)

// plainTexts returns texts in ordinary English, of a hundred words and more.
func plainTexts(tb testing.TB) (list []string) {
	tb.Helper()
	f, err := os.Open("spun/testdata/cases.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c struct{ Want, Text string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			tb.Fatal(err)
		}
		if c.Want == "plain" {
			list = append(list, c.Text)
		}
	}
	return list
}

// BenchmarkModels measures the four models together and some alone, on documents of which nothing is known yet.
func BenchmarkModels(b *testing.B) {
	const four = score.LanguagesFeature | score.PerplexityFeature | score.QualityFeature | score.SpunFeature
	english, german := plainTexts(b), []string{strings.Repeat(inGerman+"\n\n", 20)}
	for _, bench := range []struct {
		name     string
		texts    []string
		features score.Features
	}{
		{"all four/en", english, four},
		{"all four/de", german, four},
		{"quality/en", english, score.QualityFeature},
		{"spun/en", english, score.SpunFeature},
		{"perplexity/en", english, score.PerplexityFeature},
		{"languages/en", english, score.LanguagesFeature},
		{"languages/de", german, score.LanguagesFeature},
	} {
		b.Run(bench.name, func(b *testing.B) {
			size := 0
			for _, s := range bench.texts {
				size += len(s)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range bench.texts {
					if _, err := score.Run(b.Context(), document(s), score.Options{Features: bench.features}); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
