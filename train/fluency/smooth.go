package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// gram is an n-gram: its tokens, sixteen bits each, and what is known of it.
type gram struct {
	key     uint64
	count   uint32  // of occurrences
	p       float64 // of the last token after the others
	shorter int32   // of a trigram: the place of the bigram without its first token
	keep    bool
	needed  bool // as part of a trigram that is kept
}

// language is a model of trigrams with modified Kneser-Ney smoothing (Chen and Goodman 1998): an n-gram's probability is its count
// less a discount, shared out; the rest goes by the probability with one token less before it, which is estimated from how
// many different tokens come before it.
type language struct {
	unigrams          []float64 // probabilities
	bigrams, trigrams []gram    // ordered by key
	first             []int     // by token, the first bigram that begins with it or a later one
}

const tokenBits = 16

// smooth estimates a model from the tokens of the corpus.
func smooth(ids []fluency.ID, size int) *language {
	l := &language{}
	l.trigrams = countGrams(ids, 3)
	l.bigrams = countGrams(ids, 2)
	l.first = make([]int, size+1)
	for i := range l.bigrams {
		l.first[l.bigrams[i].key>>tokenBits+1] = i + 1
	}
	for i := range size {
		l.first[i+1] = max(l.first[i+1], l.first[i])
	}
	for i := range l.trigrams {
		l.trigrams[i].shorter = int32(l.bigram(l.trigrams[i].key & math.MaxUint32)) //nolint:gosec // some millions
	}
	before := l.precedents() // by bigram, how many tokens it comes after
	l.unigrams = unigrams(l.bigrams, size)
	l.estimate(l.bigrams, before, l.pOfLast)
	counts := make([]uint32, len(l.trigrams))
	for i := range l.trigrams {
		counts[i] = l.trigrams[i].count
	}
	l.estimate(l.trigrams, counts, l.pOfShorter)
	return l
}

// pOfLast is the probability of the last token of a bigram by itself.
func (l *language) pOfLast(g *gram) float64 { return l.unigrams[g.key&math.MaxUint16] }

// pOfShorter is the probability of the last token of a trigram after the token before it.
func (l *language) pOfShorter(g *gram) float64 { return l.bigrams[g.shorter].p }

// countGrams returns the n-grams of the corpus. None goes beyond an end of a sentence.
func countGrams(ids []fluency.ID, n int) []gram {
	keys := make([]uint64, 0, len(ids))
	var key uint64
	mask := uint64(1)<<(tokenBits*n) - 1
	known := 0 // tokens in key since the beginning of the sentence
	for _, id := range ids {
		key = (key<<tokenBits | uint64(id)) & mask
		if known++; known >= n {
			keys = append(keys, key)
		}
		if id == fluency.End {
			known = 1
		}
	}
	sortKeys(keys, n)
	different := 1
	for i := range len(keys) - 1 {
		if keys[i] != keys[i+1] {
			different++
		}
	}
	grams := make([]gram, 0, different)
	for i, key := range keys {
		if i == 0 || key != keys[i-1] {
			grams = append(grams, gram{key: key})
		}
		grams[len(grams)-1].count++
	}
	return grams
}

// sortKeys sorts keys of n tokens: by the last token, then by the one before it, each time in the order of the time before.
func sortKeys(keys []uint64, n int) {
	spare := make([]uint64, len(keys))
	for token := range n {
		shift := tokenBits * token
		var next [1<<tokenBits + 1]int
		for _, k := range keys {
			next[k>>shift&math.MaxUint16+1]++
		}
		for i := range next[1:] {
			next[i+1] += next[i]
		}
		for _, k := range keys {
			at := &next[k>>shift&math.MaxUint16]
			spare[*at] = k
			*at++
		}
		keys, spare = spare, keys
	}
	if n%2 == 1 {
		copy(spare, keys) // the caller's slice
	}
}

// bigram returns the place of a bigram, which must exist.
func (l *language) bigram(key uint64) int {
	from := l.first[key>>tokenBits]
	part := l.bigrams[from:l.first[key>>tokenBits+1]]
	i, ok := slices.BinarySearchFunc(part, key, func(g gram, key uint64) int { return cmp.Compare(g.key, key) })
	if !ok {
		panic("a trigram whose bigram was not counted")
	}
	return from + i
}

// precedents counts after how many different tokens each bigram comes. One that begins a sentence comes after none, and keeps its count.
func (l *language) precedents() []uint32 {
	before := make([]uint32, len(l.bigrams))
	for i := range l.trigrams {
		before[l.trigrams[i].shorter]++
	}
	for i := range l.bigrams {
		if fluency.ID(l.bigrams[i].key>>tokenBits) == fluency.End { //nolint:gosec // sixteen bits are left
			before[i] = l.bigrams[i].count
		}
	}
	return before
}

// unigrams returns the probability of each token by how many tokens it comes after.
func unigrams(bigrams []gram, size int) []float64 {
	before := make([]uint32, size)
	for i := range bigrams {
		before[bigrams[i].key&math.MaxUint16]++
	}
	d := discounts(before)
	sum, rest := 0., 0.
	for _, c := range before {
		sum += float64(c)
		rest += d[min(c, 3)]
	}
	p := make([]float64, size)
	for i, c := range before {
		p[i] = (float64(c)-d[min(c, 3)])/sum + rest/sum/float64(size)
	}
	return p
}

// discounts returns what is taken from counts of 0, 1, 2, and 3 and more.
func discounts(counts []uint32) (d [4]float64) {
	var n [5]float64
	for _, c := range counts {
		if c <= 4 {
			n[c]++
		}
	}
	y := n[1] / max(n[1]+2*n[2], 1)
	for i := 1; i <= 3; i++ {
		d[i] = max(0, float64(i)-float64(i+1)*y*n[i+1]/max(n[i], 1))
	}
	return d
}

// estimate sets the probabilities of grams from counts; lower is that of the last token of a gram without its first token.
func (l *language) estimate(grams []gram, counts []uint32, lower func(*gram) float64) {
	d := discounts(counts)
	for from, to := range contexts(grams) {
		sum, rest := 0., 0.
		for _, c := range counts[from:to] {
			sum += float64(c)
			rest += d[min(c, 3)]
		}
		for i := from; i < to; i++ {
			g := &grams[i]
			if sum > 0 {
				g.p = (float64(counts[i])-d[min(counts[i], 3)])/sum + rest/sum*lower(g)
			} else {
				g.p = lower(g)
			}
			g.keep = true
		}
	}
}

// contexts yields the ranges of grams that differ in the last token only.
func contexts(grams []gram) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for from := 0; from < len(grams); {
			to := from + 1
			for to < len(grams) && grams[to].key>>tokenBits == grams[from].key>>tokenBits {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}
