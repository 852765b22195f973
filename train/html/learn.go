package main

import (
	"log/slog"
	"math"
	"time"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
	"github.com/copydesk/copydesk/train/parallel"
)

// recipe is how much is learnt by each stage.
type recipe struct{ first, second boost.Params }

// shipped is the recipe of the model that ships, and of those that are measured.
var shipped = recipe{
	first:  boost.Params{Trees: 120, Depth: 6, Rate: .12, Lambda: 8, MinWeight: 15, Rows: .7, Columns: .3, Seed: 1, Ensembles: 2},
	second: boost.Params{Trees: 100, Depth: 6, Rate: .12, Lambda: 12, MinWeight: 20, Rows: .7, Columns: .3, Seed: 2, Ensembles: 2},
}

// fitted is a model, and its trees as they are kept.
type fitted struct {
	content.Model

	first, second []byte
	kept          []byte // the file that it was read from, nil if it was learnt
}

// fit learns a model from samples.
func (r recipe) fit(samples []*sample) *fitted {
	start := time.Now()
	w := learnWords(samples)
	in := r.inputs(samples, w)
	all := func(int) bool { return true }
	f := &fitted{first: trees(samples, r.first, all, in.rows, nil), second: trees(samples, r.second, all, in.rows, in.seconds)}
	f.Lexicon, f.Kinds = w[nobody].lexicon, w[nobody].kinds
	f.First, f.Second = open(f.first, content.Features), open(f.second, content.AllFeatures)
	slog.Info("fitted", "pages", len(samples), "seconds", int(time.Since(start).Seconds()))
	return f
}

// inputs are what trees learn from, by sample.
type inputs struct {
	rows    [][]content.Row
	seconds [][]content.Second
}

// inputs makes the inputs of trees by stacking: those of a page come from models that have not seen the page's site, as the model that is
// learnt from them will be asked about sites that it has not seen. So for each part of the sites the first trees learn from words
// learnt on the other parts, less the part that these trees will be asked about.
func (r recipe) inputs(samples []*sample, w wordModels) inputs {
	in := inputs{make([][]content.Row, len(samples)), make([][]content.Second, len(samples))}
	for part := range parts {
		parallel.Each(len(samples), func(i int) {
			if s := samples[i]; s.part != part {
				in.rows[i] = w.rows(s, s.part, part)
			}
		})
		others := func(i int) bool { return samples[i].part != part }
		first := open(trees(samples, r.first, others, in.rows, nil), content.Features)
		parallel.Each(len(samples), func(i int) {
			if s := samples[i]; s.part == part {
				in.seconds[i] = s.parsed.Seconds(ask(first, w.rows(s, part, part)))
			}
		})
	}
	parallel.Each(len(samples), func(i int) { in.rows[i] = w.rows(samples[i], samples[i].part, samples[i].part) })
	return in
}

// linear are the linear models of words, learnt from some of the parts.
type linear struct {
	lexicon content.Lexicon
	kinds   content.Kinds
}

// without are the two parts that a linear model has not seen, the lower first; nobody stands for none.
type without [2]int

var nobody = without{-1, -1}

func but(a, b int) without { return without{min(a, b), max(a, b)} }

// wordModels are the linear models by what they have not seen.
type wordModels map[without]linear

func learnWords(samples []*sample) wordModels {
	all := []without{nobody}
	for a := range parts {
		for b := a; b < parts; b++ {
			all = append(all, but(a, b))
		}
	}
	learnt := make([]linear, len(all))
	parallel.Each(len(all), func(i int) { learnt[i] = learnLinear(samples, all[i]) })
	models := wordModels{}
	for i, w := range all {
		models[w] = learnt[i]
	}
	return models
}

// rows describes the blocks of a page by models that have seen neither part.
func (w wordModels) rows(s *sample, a, b int) []content.Row {
	m := w[but(a, b)]
	rows, err := s.parsed.Rows(m.lexicon, m.kinds)
	if err != nil {
		panic(err) // the context of training never ends
	}
	return rows
}

// trees learns trees from the blocks to be learnt from of the samples that want returns true for.
func trees(samples []*sample, p boost.Params, want func(int) bool, rows [][]content.Row, seconds [][]content.Second) []byte {
	features := content.Features
	if seconds != nil {
		features = content.AllFeatures
	}
	var d boost.Data
	for i, s := range samples {
		if !want(i) {
			continue
		}
		for n, k := range s.learn {
			row := rows[i][k][:]
			if seconds != nil {
				row = append(append(make([]int16, 0, features), row...), seconds[i][k][:]...)
			}
			d.Rows = append(d.Rows, row)
			d.Labels = append(d.Labels, s.labels[k] > .5)
			d.Weight = append(d.Weight, s.weight[n])
		}
	}
	return forest.Make(p.Depth, features, boost.Train(d, p))
}

func open(section []byte, features int) forest.Forest {
	f, err := forest.Open(string(section), features)
	if err != nil {
		panic(err) // Make made it
	}
	return f
}

func ask(f forest.Forest, rows []content.Row) []int32 {
	chances := make([]int32, len(rows))
	for i := range rows {
		chances[i] = content.Thousandths(f.ScoreUntil(rows[i][:], content.Sure))
	}
	return chances
}

// weigh sets which blocks of the samples are learnt from, and how much each counts: about budget blocks, drawn in proportion to their
// weight, of those with less than the mean; of all others each. What is drawn counts for what is not.
func weigh(samples []*sample, budget int) {
	var all []float64
	for _, s := range samples {
		for i := range s.labels {
			if w := weightOf(s, i); w > 0 {
				all = append(all, w)
			}
		}
	}
	least := floor(all, budget)
	sum, n := 0.0, 0
	for k, s := range samples {
		s.learn, s.weight = s.learn[:0], s.weight[:0]
		for i := range s.labels {
			w := weightOf(s, i)
			if w <= 0 || w < least && least*draw(k, i) > w {
				continue
			}
			s.learn = append(s.learn, int32(i)) //nolint:gosec // fewer than bytes
			s.weight = append(s.weight, float32(max(w, least)))
			sum += max(w, least)
			n++
		}
	}
	scale := float32(float64(n) / sum)
	for _, s := range samples {
		s.slots = make([][]uint32, len(s.learn))
		s.kindSlots = s.parsed.KindSlots()
		for n, k := range s.learn {
			s.weight[n] *= scale
			slots := s.parsed.Slots(int(k))
			s.slots[n] = append(append(slots.Own, slots.Outer...), slots.Text...)
		}
	}
	slog.Info("blocks", "all", len(all), "learnt", n)
}

// floor returns the weight up to which blocks are drawn, so that about budget are left; 0 if there are no more.
func floor(weights []float64, budget int) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		mid := (low + high) / 2
		n := 0.0
		for _, w := range weights {
			n += min(1, w/mid)
		}
		if n > float64(budget) {
			low = mid
		} else {
			high = mid
		}
	}
	if len(weights) <= budget {
		return 0
	}
	return high
}

// draw is a number in [0, 1) that depends on the block alone.
func draw(sample, block int) float64 {
	h := uint64(sample)<<32 | uint64(block) //nolint:gosec // both are small
	h ^= h >> 31
	h *= 0x9E3779B97F4A7C15
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	return float64(h>>11) / (1 << 53)
}

const (
	// pieceWeight is how much a block counts of a page of which only pieces are known.
	pieceWeight = .03

	// blockWords is how many words a block counts for being there: a line too many is seen, however short.
	blockWords = 6
)

// weightOf is how much a block counts: as its words in the F-measure of its page if all of the page were kept, less where it is content in
// part only. By the words of the content alone, pages with little of it would count most.
func weightOf(s *sample, i int) float64 {
	if s.labels[i] == unknown {
		return 0
	}
	if s.Set.Pieces || s.Set.Part {
		return pieceWeight
	}
	part := 2 * (float64(len(s.words[i])) + blockWords) / float64(max(len(s.gold), 20)+max(s.size, 20))
	return min(part, .5) * min(1, .2+float64(1.6*math.Abs(float64(s.labels[i])-.5)))
}
