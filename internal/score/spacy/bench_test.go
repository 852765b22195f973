package spacy_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// prose returns made text with the look of news: words by a law of Zipf, punctuation, numbers, contractions.
func prose(words int) string {
	r := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(r, 1.1, 8, 20000)
	ends := []string{"", "", "", "", "", "", "", "", "", "", ",", ",", ".", ".", "’s", "n’t"}
	var b strings.Builder
	for i := range words {
		n := zipf.Uint64()
		var w strings.Builder
		for k := n; ; k /= 17 {
			w.WriteByte("etaoinshrdlucmfwypvbgkq"[k%23])
			w.WriteByte("aeioulnrst"[k%10])
			if k < 17 {
				break
			}
		}
		switch {
		case i%60 == 59:
			b.WriteString("“" + w.String() + ",”\n")
		case i%37 == 36:
			b.WriteString("$1.5 ")
		default:
			b.WriteString(w.String() + ends[r.IntN(len(ends))] + " ")
		}
	}
	return b.String()
}

func BenchmarkWords(b *testing.B) {
	s := prose(700)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		t := pytext.New(s)
		t.Words()
		t.Release()
	}
}

func BenchmarkTokens(b *testing.B) {
	s := prose(700)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		t := pytext.New(s)
		spacy.Of(t)
		t.Release()
	}
}

func BenchmarkSentences(b *testing.B) {
	s := strings.ReplaceAll(prose(30), "\n", " ")
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		spacy.Sentences(s)
	}
}
