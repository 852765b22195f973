package dolma_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// prose returns about n bytes that have English's lengths of words, sentences and paragraphs, and its share of common words.
func prose(n int) string {
	r := rand.New(rand.NewPCG(3, 5))
	words := []string{"the", "of", "and", "to", "in", "that", "was", "with", "have", "be"}
	for len(words) < 4000 {
		var w strings.Builder
		for range 2 + r.IntN(8) {
			w.WriteByte("etaoinshrdlucmfwypvbgk"[min(r.IntN(22), r.IntN(22))])
		}
		words = append(words, w.String())
	}
	var b strings.Builder
	for b.Len() < n {
		for range 2 + r.IntN(4) {
			b.WriteString("The")
			for range 6 + r.IntN(20) {
				b.WriteByte(' ')
				b.WriteString(words[min(r.IntN(len(words)), r.IntN(len(words)), r.IntN(len(words)))])
			}
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// BenchmarkGroups measures documents as long as news: words and n-grams alone, which all references share, then each group
// with them, then all.
func BenchmarkGroups(b *testing.B) {
	s := prose(6000)
	run := func(name string, groups ...int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			v := make([]float64, 64)
			for b.Loop() {
				t := pytext.New(s)
				t.Words().Repeats(pytext.MaxGram)
				for _, g := range groups {
					dolma.Groups[g].Measure(t, v[:len(dolma.Groups[g].Signals)])
				}
				t.Release()
			}
		})
	}
	run("shared")
	run("words", 0)
	run("lines", 1)
	run("grams", 2)
	run("c4", 3)
	run("all", 0, 1, 2, 3)
}
