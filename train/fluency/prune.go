package main

import (
	"math"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// prune leaves out the n-grams whose loss costs the corpus fewer nats than least: how often it occurs, times the difference
// of the logarithms of its probability and of that without it (Seymore and Rosenfeld 1996). A bigram stays as long as a trigram needs it.
func (l *language) prune(least float64) {
	pruneGrams(l.trigrams, least, l.pOfShorter)
	for i := range l.trigrams {
		if g := &l.trigrams[i]; g.keep {
			l.bigrams[l.bigram(g.key>>tokenBits)].needed = true
			l.bigrams[g.shorter].needed = true
		}
	}
	pruneGrams(l.bigrams, least, l.pOfLast)
}

func pruneGrams(grams []gram, least float64, lower func(*gram) float64) {
	for from, to := range contexts(grams) {
		backoff := backoffOf(grams[from:to], lower)
		for i := from; i < to; i++ {
			g := &grams[i]
			g.keep = g.needed || float64(g.count)*math.Log(g.p/(backoff*lower(g))) >= least
		}
	}
}

// backoffOf returns by what the probability of a token is multiplied if it does not follow in grams, of one context: what is left of
// one, so that all probabilities have the sum one.
func backoffOf(grams []gram, lower func(*gram) float64) float64 {
	rest, restLower := 1., 1.
	for i := range grams {
		if g := &grams[i]; g.keep {
			rest -= g.p
			restLower -= lower(g)
		}
	}
	return max(rest, 1e-6) / max(restLower, 1e-6)
}

// parts returns the model in logarithms.
func (l *language) parts() fluency.Parts {
	var p fluency.Parts
	p.Unigrams = make([]fluency.Gram, len(l.unigrams))
	for i, u := range l.unigrams {
		p.Unigrams[i].Cost = -math.Log(u)
	}
	// Lower orders are settled first: a backoff is relative to what is left of them.
	backoffs := make([]float64, len(l.unigrams))
	for i := range backoffs {
		backoffs[i] = 1
	}
	for from, to := range contexts(l.bigrams) {
		a := l.bigrams[from].key >> tokenBits
		backoffs[a] = backoffOf(l.bigrams[from:to], l.pOfLast)
		p.Unigrams[a].Backoff = -math.Log(backoffs[a])
	}
	lower := func(t *gram) float64 {
		g := &l.bigrams[t.shorter]
		if g.keep {
			return g.p
		}
		return backoffs[g.key>>tokenBits] * l.unigrams[g.key&math.MaxUint16]
	}
	after := map[uint64]float64{} // the backoff of each bigram that trigrams begin with
	for from, to := range contexts(l.trigrams) {
		any := false
		for i := from; i < to; i++ {
			if g := &l.trigrams[i]; g.keep {
				any = true
				p.Trigrams = append(p.Trigrams, fluency.Gram{IDs: idsOf(g.key), Cost: -math.Log(g.p)})
			}
		}
		if any {
			after[l.trigrams[from].key>>tokenBits] = -math.Log(backoffOf(l.trigrams[from:to], lower))
		}
	}
	for i := range l.bigrams {
		if g := &l.bigrams[i]; g.keep {
			p.Bigrams = append(p.Bigrams, fluency.Gram{IDs: idsOf(g.key), Cost: -math.Log(g.p), Backoff: after[g.key]})
		}
	}
	return p
}

func idsOf(key uint64) [3]fluency.ID {
	return [3]fluency.ID{fluency.ID(key >> 32), fluency.ID(key >> 16), fluency.ID(key)} //nolint:gosec // sixteen bits each
}
