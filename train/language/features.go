package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/score/language"
)

// pair is an n-gram in a class, and how often a word of the class has it.
type pair struct {
	hash  uint64
	class int32
	share float32
}

// leastShare is how often a word of a class must have an n-gram for it to be considered.
const leastShare = 8e-6

// frequentPairs returns the n-grams of a lexicon that are frequent enough, sorted.
func frequentPairs(l *lexicon, s language.Script, class int) []pair {
	shares := make(map[uint64]float32, 1<<20)
	var grams []language.Gram
	last, lastRun := 0.0, 0.0
	for i, w := range l.Words {
		p := (l.Varied[i]-last)/l.Varied[len(l.Varied)-1]*.6 + (l.Running[i]-lastRun)/l.Running[len(l.Running)-1]*.4
		last, lastRun = l.Varied[i], l.Running[i]
		grams = language.AppendGrams(grams[:0], []rune(w), s)
		for _, g := range grams {
			shares[g.Hash] += float32(p)
		}
	}
	var list []pair
	for h, p := range shares {
		if p >= leastShare {
			list = append(list, pair{h, int32(class), p})
		}
	}
	slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(a.hash, b.hash) })
	return list
}

// sum sorts list by n-gram and class and adds what belongs together.
func sum(list []pair) []pair {
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.class, b.class)) })
	out := list[:0]
	for _, p := range list {
		if n := len(out); n > 0 && out[n-1].hash == p.hash && out[n-1].class == p.class {
			out[n-1].share += p.share
		} else {
			out = append(out, p)
		}
	}
	return out
}

// chosen returns the pairs that tell most about a class, at most so many, sorted by n-gram. classes is how many classes there are.
func chosen(list []pair, classes float64, most int) []pair {
	list = sum(list)
	type scored struct {
		pair
		gain float64
	}
	all := make([]scored, 0, len(list))
	for i := 0; i < len(list); {
		j, total := i, 0.0
		for ; j < len(list) && list[j].hash == list[i].hash; j++ {
			total += float64(list[j].share)
		}
		mean := total/classes + 2e-7
		for _, p := range list[i:j] {
			s := float64(p.share)
			ratio := math.Log((s + 2e-7) / mean)
			all = append(all, scored{p, s * math.Abs(ratio)})
		}
		i = j
	}
	slices.SortFunc(all, func(a, b scored) int {
		return cmp.Or(-cmp.Compare(a.gain, b.gain), cmp.Compare(a.hash, b.hash), cmp.Compare(a.class, b.class))
	})
	all = all[:min(most, len(all))]
	out := make([]pair, len(all))
	for i, p := range all {
		out[i] = p.pair
	}
	return sum(out)
}

// missingPrefixes returns the n-grams that are not in pairs and without which a detector does not look for some that are.
func missingPrefixes(pairs []pair, lexicons []*lexicon, s language.Script) []uint64 {
	have, missing := make(map[uint64]bool, len(pairs)/3), map[uint64]bool{}
	for _, p := range pairs {
		have[p.hash] = true
	}
	var grams []language.Gram
	for _, l := range lexicons {
		for _, w := range l.Words {
			grams = language.AppendGrams(grams[:0], []rune(w), s)
			for i, g := range grams {
				if !have[g.Hash] {
					continue
				}
				for p := grams[i].Prefix; p >= 0 && !have[grams[p].Hash]; p = grams[p].Prefix {
					missing[grams[p].Hash] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(missing))
}
