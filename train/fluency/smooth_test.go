package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// sentences are tokens of a small language in which some tokens like to follow others.
func sentences(n, size int) []fluency.ID {
	random := rand.New(rand.NewPCG(1, 2))
	ids := []fluency.ID{fluency.End}
	for range n {
		at := random.IntN(size)
		for range 3 + random.IntN(9) {
			at = (at*7 + random.IntN(4)*random.IntN(4)) % size
			ids = append(ids, fluency.FirstWord+fluency.ID(at)) //nolint:gosec // small
		}
		ids = append(ids, fluency.End)
	}
	return ids
}

// TestSumToOne holds that the probabilities of all tokens after any two have the sum one, before and after pruning.
func TestSumToOne(t *testing.T) {
	const size = 40 + int(fluency.FirstWord)
	for _, pruned := range []float64{0, 1, 4} {
		l := smooth(sentences(100, 40), size)
		before := len(l.trigrams)
		if pruned > 0 {
			l.prune(pruned)
		}
		p := l.parts()
		if pruned > 0 && len(p.Trigrams) >= before {
			t.Errorf("%d trigrams left of %d", len(p.Trigrams), before)
		}
		bigrams, trigrams := byIDs(p.Bigrams), byIDs(p.Trigrams)
		for a := range fluency.ID(size) {
			for b := range fluency.ID(size) {
				sum := 0.
				for c := range fluency.ID(size) {
					sum += math.Exp(-costOf(p, bigrams, trigrams, a, b, c))
				}
				if math.Abs(sum-1) > 1e-4 {
					t.Fatalf("pruned at %v: the probabilities after %d and %d have the sum %v", pruned, a, b, sum)
				}
			}
		}
	}
}

func byIDs(grams []fluency.Gram) map[[3]fluency.ID]fluency.Gram {
	m := map[[3]fluency.ID]fluency.Gram{}
	for _, g := range grams {
		m[g.IDs] = g
	}
	return m
}

// costOf is what Model.Cost computes, without rounding.
func costOf(p fluency.Parts, bigrams, trigrams map[[3]fluency.ID]fluency.Gram, a, b, c fluency.ID) float64 {
	if g, ok := trigrams[[3]fluency.ID{a, b, c}]; ok {
		return g.Cost
	}
	before := bigrams[[3]fluency.ID{0, a, b}].Backoff
	if g, ok := bigrams[[3]fluency.ID{0, b, c}]; ok {
		return before + g.Cost
	}
	return before + p.Unigrams[b].Backoff + p.Unigrams[c].Cost
}

func TestSortKeys(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := 1; n <= 3; n++ {
		keys := make([]uint64, 5000)
		for i := range keys {
			keys[i] = random.Uint64() >> (64 - tokenBits*n)
		}
		want := slices.Sorted(slices.Values(keys))
		sortKeys(keys, n)
		if !slices.Equal(keys, want) {
			t.Errorf("keys of %d tokens are not in order", n)
		}
	}
}

// TestNearest holds that words with the same contexts find each other.
func TestNearest(t *testing.T) {
	rows := [][]cell{{{0, 1}, {1, 2}}, {{2, 1}, {3, 1}}, {{0, 1}, {1, 1}}, {}}
	got := nearest(rows, 4)
	if len(got[0]) != 1 || got[0][0] != fluency.FirstWord+2 || len(got[1]) != 0 || len(got[3]) != 0 {
		t.Errorf("nearest are %v", got)
	}
}
