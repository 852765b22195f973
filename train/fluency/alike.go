package main

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

const (
	alikeRows   = 40_000 // so many of the most frequent words have words that are used alike
	leastPair   = 3      // how often two words must follow one another to count
	mostPosting = 4_000  // a context of more words than these says little of any
)

// cell is a context of a word, or a word of a context, with the weight that it has there.
type cell struct {
	at    int32
	value float32
}

// alike finds for each frequent word those that stand beside the same words: by the cosine of their positive pointwise mutual information
// with each word before and after them.
func (l *language) alike(ids []fluency.ID, vocabulary int) [][]fluency.ID {
	first, size := uint64(fluency.FirstWord), uint64(vocabulary) //nolint:gosec // at most 2^16
	counts := make([]uint32, vocabulary)
	for _, id := range ids {
		counts[id]++
	}
	rows, total := make([][]cell, alikeRows), float64(len(ids))
	for i := range l.bigrams {
		g := &l.bigrams[i]
		a, b := g.key>>tokenBits, g.key&math.MaxUint16
		gain := math.Log(float64(g.count) * total / float64(counts[a]) / float64(counts[b]))
		if g.count < leastPair || gain <= .5 {
			continue
		}
		// Rare pairs are less certain.
		v := float32(gain * float64(g.count) / float64(g.count+3))
		if b >= first && b < first+alikeRows {
			rows[b-first] = append(rows[b-first], cell{int32(a), v}) //nolint:gosec // sixteen bits
		}
		if a >= first && a < first+alikeRows {
			rows[a-first] = append(rows[a-first], cell{int32(size + b), v}) //nolint:gosec // seventeen bits
		}
	}
	return nearest(rows, int(2*size)) //nolint:gosec // seventeen bits
}

// nearest makes rows of length 1 and returns the nearest of each by the cosine.
func nearest(rows [][]cell, columns int) [][]fluency.ID {
	postings := make([][]cell, columns)
	for r, row := range rows {
		sum := 0.
		for _, c := range row {
			sum += float64(c.value) * float64(c.value)
		}
		for i := range row {
			row[i].value /= float32(math.Sqrt(sum))
			postings[row[i].at] = append(postings[row[i].at], cell{int32(r), row[i].value}) //nolint:gosec // some thousand
		}
	}
	out := make([][]fluency.ID, len(rows))
	var wait sync.WaitGroup
	for half := range 2 {
		wait.Go(func() {
			sums := make([]float32, len(rows))
			for r := half; r < len(rows); r += 2 {
				clear(sums)
				for _, c := range rows[r] {
					if len(postings[c.at]) > mostPosting {
						continue
					}
					for _, p := range postings[c.at] {
						sums[p.at] += float32(c.value * p.value)
					}
				}
				sums[r] = 0
				out[r] = most(sums, fluency.AlikeWords)
			}
		})
	}
	wait.Wait()
	return out
}

// most returns the words with the n largest sums, the largest first.
func most(sums []float32, n int) []fluency.ID {
	list := make([]cell, 0, n+1)
	for i, s := range sums {
		if s == 0 || len(list) == n && s <= list[n-1].value {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, s, func(c cell, s float32) int { return cmp.Compare(s, c.value) })
		if list = slices.Insert(list, at, cell{int32(i), s}); len(list) > n { //nolint:gosec // some thousand
			list = list[:n]
		}
	}
	ids := make([]fluency.ID, len(list))
	for i, c := range list {
		ids[i] = fluency.FirstWord + fluency.ID(c.at) //nolint:gosec // below the size of the vocabulary
	}
	return ids
}
