package main

import (
	"log"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/train/boost"
	"github.com/copydesk/copydesk/train/parallel"
)

var wordParams = boost.Params{Trees: 88, Depth: 6, Rate: .19, Lambda: 4, MinWeight: 20, Rows: .5, Columns: .7, Seed: 1}

var firstParams = boost.Params{Trees: 15, Depth: 5, Rate: .35, Lambda: 4, MinWeight: 20, Rows: .5, Columns: 1, Seed: 3}

var documentParams = boost.Params{Trees: 300, Depth: 3, Rate: .1, Lambda: 8, MinWeight: 10, Rows: .7, Columns: .7, Seed: 2}

// learn makes the forests. The features of texts are found with forests of words that have not seen them.
func learn(p *spun.Parts, model *spun.Model, texts []*sample) {
	examples := examplesOf(model, texts)
	const folds = 2
	early, rows := make([][]int16, len(texts)), make([][]int16, len(texts))
	for fold := range folds {
		first, words, doubtful := wordForests(texts, examples, func(i int) bool { return foldOf(texts[i], folds) != fold })
		f, w := open(first, spun.FirstFeatures), open(words, spun.WordFeatures)
		parallel.Each(len(texts), func(i int) {
			if foldOf(texts[i], folds) == fold {
				if some, all, ok := model.Features(texts[i].text, texts[i].tokens, f, w, doubtful); ok {
					early[i], rows[i] = some, all
				}
			}
		})
	}
	p.First, p.Words, p.Doubtful = wordForests(texts, examples, func(int) bool { return true })
	p.Early, p.Documents = earlyForest(texts, early), documentForest(texts, rows)
}

// firstFound is the share of replaced words whose neighbours are looked at, and doubtfulFound that of those of which they are in every text.
const firstFound, doubtfulFound = .89, .6

// wordForests returns the sections of the forest that decides whether to look at a word's neighbours and of the one that judges it then, and
// spun.Parts.Doubtful.
func wordForests(texts []*sample, examples [][]example, chosen func(i int) bool) (first, words []byte, doubtful float64) {
	var all, rest boost.Data
	weights := genreWeights(texts)
	for i := range texts {
		if chosen(i) {
			appendExamples(&all, examples[i], weights[i])
		}
	}
	short := boost.Data{Rows: make([][]int16, len(all.Rows)), Labels: all.Labels, Weight: balanced(all)}
	for i, r := range all.Rows {
		short.Rows[i] = r[:spun.FirstFeatures]
	}
	trees := boost.Train(short, firstParams)
	f := open(forest.Make(firstParams.Depth, spun.FirstFeatures, trees), spun.FirstFeatures)
	scores := make([]float64, len(all.Rows))
	var found []float64
	for i, r := range short.Rows {
		if scores[i] = f.Score(r); all.Labels[i] {
			found = append(found, scores[i])
		}
	}
	slices.Sort(found)
	limit := found[int(float64(len(found))*(1-firstFound))]
	doubtful = found[int(float64(len(found))*(1-doubtfulFound))] - limit
	for i, s := range scores {
		if s > limit {
			rest.Rows, rest.Labels, rest.Weight = append(rest.Rows, all.Rows[i]), append(rest.Labels, all.Labels[i]), append(rest.Weight, all.Weight[i])
		}
	}
	always := 0
	for _, s := range scores {
		if s >= limit+doubtful {
			always++
		}
	}
	log.Printf("%d words, neighbours of %d looked at, of %d in every text; %d and %d replaced", len(all.Rows), len(rest.Rows), always, len(found), count(rest.Labels))
	first = forest.Make(firstParams.Depth, spun.FirstFeatures, append(trees, constant(firstParams.Depth, -limit)))
	rest.Weight = balanced(rest)
	return first, forest.Make(wordParams.Depth, spun.WordFeatures, boost.Train(rest, wordParams)), doubtful
}

func count(labels []bool) (n int) {
	for _, l := range labels {
		if l {
			n++
		}
	}
	return n
}

// foldOf returns the part of the data that a text is in, the same for all passages of a document.
func foldOf(s *sample, folds int) int {
	return int(fnv.String64(fnv.Start64, s.document)>>29) & math.MaxInt32 % folds
}

// balanced returns the weights of examples so that the odds of replaced words are spun.PriorOdds.
func balanced(d boost.Data) []float32 {
	var replaced, others float64
	for i, l := range d.Labels {
		if l {
			replaced += float64(d.Weight[i])
		} else {
			others += float64(d.Weight[i])
		}
	}
	out := slices.Clone(d.Weight)
	for i, l := range d.Labels {
		if l {
			out[i] *= float32(others / replaced * math.Exp(spun.PriorOdds))
		}
	}
	return out
}

func open(section []byte, features int) forest.Forest {
	f, err := forest.Open(string(section), features)
	if err != nil {
		panic(err) // what was just made can be opened
	}
	return f
}

type example struct {
	features []int16
	replaced bool
}

// keptOf is one of how many words that were not replaced is learnt from.
const keptOf = 4

// examplesOf returns the words of each text that may have been replaced. For half of the replaced ones the original is no neighbour: many
// substitutions that the model will meet are in no thesaurus.
func examplesOf(model *spun.Model, texts []*sample) [][]example {
	out := make([][]example, len(texts))
	parallel.Each(len(texts), func(i int) {
		t := texts[i]
		list := model.Examples(t.text, t.tokens, func(token int) fluency.ID {
			if s, ok := t.swaps[int(t.tokens[token].Start)]; ok && (token+i)%2 == 0 {
				return s.From
			}
			return fluency.Unknown
		})
		for k, e := range list {
			_, replaced := t.swaps[int(t.tokens[e.Token].Start)]
			if replaced || (k+i)%keptOf == 0 {
				out[i] = append(out[i], example{e.Features, replaced})
			}
		}
	})
	return out
}

func appendExamples(d *boost.Data, list []example, weight float32) {
	for _, e := range list {
		d.Rows, d.Labels, d.Weight = append(d.Rows, e.features), append(d.Labels, e.replaced), append(d.Weight, weight)
	}
}
