package nemo

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// prose returns an article of made words, as often as English has its words: about 5 KB in lines with quotation marks.
func prose(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	common := strings.Fields("the of to and a in is that it was for on with as be at by this had from they have not but")
	rank := rand.NewZipf(r, 1.1, 4, 6000)
	var b strings.Builder
	for b.Len() < 5000 {
		for n := 2 + r.IntN(4); n > 0; n-- {
			b.WriteString("“So ")
			for k := 8 + r.IntN(20); k > 0; k-- {
				if w := int(rank.Uint64()); w < len(common) {
					b.WriteString(common[w])
				} else {
					b.WriteString(madeWord(w))
				}
				b.WriteByte(' ')
			}
			b.WriteString("of it,” she said. ")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// madeWord is the word of a rank.
func madeWord(rank int) string {
	r := rand.New(rand.NewPCG(uint64(rank), 1))
	b := make([]byte, 2+r.IntN(5)+r.IntN(5))
	for i := range b {
		b[i] = "etaoinshrdlucmfwyp"[r.IntN(18)]
	}
	return string(b)
}

// BenchmarkGroups measures each group of signals by itself, on a text whose words and n-grams are known.
func BenchmarkGroups(b *testing.B) {
	s := prose(1)
	for _, g := range Groups {
		b.Run(strings.TrimPrefix(g.Signals[0].Name, prefix), func(b *testing.B) {
			t := pytext.New(s)
			defer t.Release()
			v := make([]float64, len(g.Signals))
			g.Measure(t, v)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				g.Measure(t, v)
			}
		})
	}
}

// BenchmarkAll measures all of it, on a text of which nothing is known.
func BenchmarkAll(b *testing.B) {
	texts := make([]string, 50)
	size := 0
	for i := range texts {
		texts[i] = prose(uint64(i))
		size += len(texts[i])
	}
	values := make([][]float64, len(Groups))
	for i, g := range Groups {
		values[i] = make([]float64, len(g.Signals))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			all(s, values)
		}
	}
}

func all(s string, values [][]float64) {
	t := pytext.New(s)
	defer t.Release()
	for i, g := range Groups {
		for k := range values[i] {
			values[i][k] = profile.Undefined
		}
		g.Measure(t, values[i])
	}
}
