package fingerprint_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// prose returns n bytes of words drawn by Zipf's law from a vocabulary of made ones, as sentences.
func prose(n int) string {
	draw := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 20000)
	for i := range vocabulary {
		word := make([]byte, 1+draw.IntN(4)+draw.IntN(7))
		for j := range word {
			word[j] = "etaoinshrdlu"[draw.IntN(12)]
		}
		vocabulary[i] = string(word)
	}
	zipf := rand.NewZipf(draw, 1.1, 8, uint64(len(vocabulary)-1))
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		word := vocabulary[zipf.Uint64()]
		switch i % 14 {
		case 0:
			b.WriteString(strings.ToUpper(word[:1]) + word[1:] + " ")
		case 13:
			b.WriteString(word + ". ")
		default:
			b.WriteString(word + " ")
		}
	}
	return b.String()
}

func BenchmarkOf(b *testing.B) {
	b.ReportAllocs()
	s := prose(5000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		t := pytext.New(s)
		fingerprint.Of(t)
		t.Release()
	}
}

func BenchmarkWordsAlone(b *testing.B) {
	s := prose(5000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		t := pytext.New(s)
		t.Words()
		t.Release()
	}
}

func BenchmarkExactAndSimHash(b *testing.B) {
	s := prose(5000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		t := pytext.New(s)
		fingerprint.Brief(t)
		t.Release()
	}
}

func BenchmarkDuplicates(b *testing.B) {
	draw := rand.New(rand.NewPCG(3, 4))
	docs := make([]fingerprint.Fingerprints, 10000)
	for i := range docs {
		docs[i] = fingerprint.Fingerprints{Exact: draw.Uint64(), MinHash: make([]uint64, fingerprint.Hashes)}
		for j := range docs[i].MinHash {
			docs[i].MinHash[j] = draw.Uint64() >> 3
		}
	}
	for b.Loop() {
		fingerprint.Duplicates(docs)
	}
}
