package main

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// source is the frequencies of the words of one language in one kind of text.
type source map[string]float64

// lexicon is how often a language has its words. Its fields are exported for gob.
type lexicon struct {
	Words []string

	// Running is the cumulative frequency in running text, Varied that in a list where frequent words count less.
	Running, Varied []float64
}

// pick draws a word by one of the frequencies.
func (l *lexicon) pick(r *rand.Rand, cumulative []float64) int {
	x := r.Float64() * cumulative[len(cumulative)-1]
	return min(sort.SearchFloat64s(cumulative, x), len(cumulative)-1)
}

// The kinds of text, and what each counts for.
const (
	news      = "news"
	wiki      = "wiki"
	subtitles = "subtitles"
	rights    = "rights"
	messages  = "messages"
)

var shares = map[string]float64{news: .5, wiki: .35, subtitles: .15, rights: 1, messages: .6}

// flatten is the power of frequencies in a varied list.
const flatten = .6

// merge makes a lexicon of the sources that a language has.
func merge(by map[string]source) *lexicon {
	running, varied := source{}, source{}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		s := by[name]
		total, flat, words := 0.0, 0.0, slices.Sorted(maps.Keys(s))
		for _, w := range words {
			total += s[w]
			flat += math.Pow(s[w], flatten)
		}
		for _, w := range words {
			running[w] += float64(shares[name] * s[w] / total)
			varied[w] += float64(shares[name] * math.Pow(s[w], flatten) / flat)
		}
	}
	return thinned(running, varied)
}

// What a lexicon has at most: the most frequent words, and of the others an even sample that stands for all.
const (
	frequentWords = 45_000
	otherWords    = 25_000
)

// thinned makes a lexicon, which is smaller than what it is made of where that is large.
func thinned(running, varied source) *lexicon {
	type counted struct {
		word   string
		varied float64
	}
	words := make([]counted, 0, len(varied))
	for w, n := range varied {
		words = append(words, counted{w, n})
	}
	slices.SortFunc(words, func(a, b counted) int { return cmp.Or(cmp.Compare(b.varied, a.varied), cmp.Compare(a.word, b.word)) })
	step := max(1, float64(len(words)-frequentWords)/otherWords)
	l := &lexicon{}
	a, b := 0.0, 0.0
	for at := 0.0; int(at) < len(words); {
		stands := 1.0
		if at >= frequentWords {
			stands = step
		}
		w := words[int(at)].word
		a += float64(stands * running[w])
		b += float64(stands * words[int(at)].varied)
		l.Words, l.Running, l.Varied = append(l.Words, w), append(l.Running, a), append(l.Varied, b)
		at += stands
	}
	return l
}
