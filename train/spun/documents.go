package main

import (
	"fmt"
	"log"
	"maps"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/train/boost"
)

// documentForest returns the forest that judges texts, whose features are rows; nil of a text that is not judged. Its last tree moves scores so
// that a text with probability spun.Flagged is one that at most one of a hundred texts of any genre is above.
func documentForest(texts []*sample, rows [][]int16) []byte {
	d := data(texts, rows, func(int) bool { return true })
	return forest.Make(documentParams.Depth, spun.DocumentFeatures, append(boost.Train(d, documentParams), moves(texts, rows)))
}

// earlyLost is the share of spun texts that may be taken for plain by their most doubtful words.
const earlyLost = .01

// earlyForest returns the forest that judges texts by their most doubtful words. Its last tree moves scores so that those of plain texts are below 0,
// and of earlyLost of the spun ones.
func earlyForest(texts []*sample, rows [][]int16) []byte {
	var plain, replaced []float64
	for i, s := range unseenScores(texts, rows) {
		switch {
		case math.IsNaN(s):
		case texts[i].spun:
			replaced = append(replaced, s)
		default:
			plain = append(plain, s)
		}
	}
	log.Printf("by the most doubtful words: %s", describe(replaced, plain))
	slices.Sort(replaced)
	for _, lost := range []float64{.002, .005, earlyLost, .015, .02, .03} {
		bound := replaced[int(lost*float64(len(replaced)))]
		log.Printf("below %.2f are %.3f of the spun and %.3f of the plain texts", bound, lost, 1-above(plain, bound))
	}
	bound := replaced[int(earlyLost*float64(len(replaced)))]
	d := data(texts, rows, func(int) bool { return true })
	return forest.Make(documentParams.Depth, spun.DocumentFeatures, append(boost.Train(d, documentParams), constant(documentParams.Depth, -bound)))
}

// constant returns a tree that adds v.
func constant(depth int, v float64) forest.Tree {
	inner := 1<<depth - 1
	t := forest.Tree{Feature: make([]uint8, inner), Threshold: make([]int16, inner), Leaf: make([]float64, inner+1)}
	for i := range t.Threshold {
		t.Threshold[i] = math.MaxInt16
	}
	t.Leaf[0] = v
	return t
}

// data returns what is learnt from the texts that are chosen.
func data(texts []*sample, rows [][]int16, chosen func(i int) bool) (d boost.Data) {
	weights := genreWeights(texts)
	for i, row := range rows {
		if row != nil && chosen(i) {
			d.Rows, d.Labels, d.Weight = append(d.Rows, row), append(d.Labels, texts[i].spun), append(d.Weight, weights[i])
		}
	}
	return d
}

// genreWeights gives genres with few texts more weight a text.
func genreWeights(texts []*sample) []float32 {
	counts := map[string]float64{}
	for _, t := range texts {
		counts[t.genre]++
	}
	w := make([]float32, len(texts))
	for i, t := range texts {
		w[i] = float32(min(4, math.Sqrt(float64(len(texts))/float64(len(counts))/counts[t.genre])))
	}
	return w
}

// unseenScores returns the score of each text by a forest that has not seen its document; NaN of one that is not judged.
func unseenScores(texts []*sample, rows [][]int16) []float64 {
	const folds = 5
	scores := make([]float64, len(texts))
	for fold := range folds {
		d := data(texts, rows, func(i int) bool { return foldOf(texts[i], folds) != fold })
		f := open(forest.Make(documentParams.Depth, spun.DocumentFeatures, boost.Train(d, documentParams)), spun.DocumentFeatures)
		for i, row := range rows {
			switch {
			case row == nil:
				scores[i] = math.NaN()
			case foldOf(texts[i], folds) == fold:
				scores[i] = f.Score(row)
			}
		}
	}
	return scores
}

// numbers is the share, of ten thousand words, above which a text has many. Texts with many numbers have a limit of their own, since plain news
// comes nowhere near as close to spun text as a novel does.
const numbers = 30

// moves returns the tree that moves the score of a text by the limit for its kind.
func moves(texts []*sample, rows [][]int16) forest.Tree {
	scores := unseenScores(texts, rows)
	t := constant(documentParams.Depth, 0)
	t.Feature[0], t.Threshold[0] = spun.NumberShare, numbers
	for side, many := range []bool{false, true} {
		log.Printf("texts with many numbers: %v", many)
		chosen := func(i int) bool { return rows[i][spun.NumberShare] > numbers == many }
		t.Leaf[side*len(t.Leaf)/2] = math.Log(spun.Flagged/(1-spun.Flagged)) - limit(texts, scores, chosen)
	}
	return t
}

const (
	leastTexts = 30 // of a genre whose highest scores are looked at
	margin     = .6 // how far the limit is above the highest of genres: people write in more ways than training has
)

// limit returns the score above which a text of those chosen is taken for spun: a margin above the 99th percentile of the texts, as they are, of
// the genre where that is highest.
func limit(texts []*sample, scores []float64, chosen func(i int) bool) float64 {
	byGenre, all, spun := map[string][]float64{}, []float64{}, []float64{}
	for i, t := range texts {
		switch s := scores[i]; {
		case math.IsNaN(s) || !chosen(i):
		case t.spun:
			spun = append(spun, s)
		default:
			byGenre[t.genre], all = append(byGenre[t.genre], s), append(all, s)
		}
	}
	highest := math.Inf(-1)
	for _, genre := range slices.Sorted(maps.Keys(byGenre)) {
		list := byGenre[genre]
		slices.Sort(list)
		p := list[(len(list)-1)*99/100]
		log.Printf("%-20s %5d texts, 99th percentile %.2f", genre, len(list), p)
		if len(list) >= leastTexts {
			highest = max(highest, p)
		}
	}
	highest += margin
	log.Print(describe(spun, all))
	log.Printf("limit %.2f: %.3f found", highest, above(spun, highest))
	return highest
}

func above(list []float64, limit float64) float64 {
	n := 0
	for _, s := range list {
		if s > limit {
			n++
		}
	}
	return float64(n) / float64(max(len(list), 1))
}

// describe returns area under the curve, and the share found where one in a hundred of neg is, too. It sorts neg.
func describe(pos, neg []float64) string {
	slices.Sort(neg)
	below := 0.
	for _, p := range pos {
		i, _ := slices.BinarySearch(neg, p)
		below += float64(i)
	}
	return fmt.Sprintf("AUC %.4f, %.3f found where .01 of others are (%d and %d texts)", below/float64(len(pos))/float64(len(neg)),
		above(pos, neg[len(neg)*99/100]), len(pos), len(neg))
}
