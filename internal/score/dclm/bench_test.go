package dclm_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// prose is made of words as frequent as those of a language, in sentences and paragraphs, with the marks of prose.
func prose(size int) string {
	r := rand.New(rand.NewPCG(3, 1))
	words := make([]string, 8000)
	for i := range words {
		n := 2 + int(math.Log2(float64(i+2)))/2 + r.IntN(4)
		for range n {
			words[i] += string("etaoinshrdlucmfwypvbgk"[int(r.ExpFloat64()*6)%22])
		}
	}
	var b strings.Builder
	for b.Len() < size {
		for range 1 + r.IntN(5) {
			for i := range 6 + r.IntN(24) {
				w := words[min(int(math.Exp(r.Float64()*math.Log(8000)))-1, 7999)]
				if i == 0 {
					w = strings.ToUpper(w[:1]) + w[1:]
				}
				b.WriteString(w)
				b.WriteString([]string{" ", " ", " ", " ", " ", " ", " ", " ", ", ", "’s "}[r.IntN(10)])
			}
			b.WriteString("it. ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func BenchmarkGroups(b *testing.B) {
	s := prose(6000)
	for _, g := range dclm.Groups {
		b.Run(g.Signals[0].Name, func(b *testing.B) {
			v := make([]float64, len(g.Signals))
			t := pytext.New(s)
			defer t.Release()
			t.Words()
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				g.Measure(t, v)
			}
		})
	}
}

func BenchmarkAll(b *testing.B) {
	s := prose(6000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		t := pytext.New(s)
		for _, g := range dclm.Groups {
			v := make([]float64, len(g.Signals))
			g.Measure(t, v)
		}
		t.Release()
	}
}

func BenchmarkWords(b *testing.B) {
	s := prose(6000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		t := pytext.New(s)
		t.Words()
		t.Release()
	}
}
