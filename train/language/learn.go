package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/copydesk/copydesk/internal/score/language"
)

// weights are those of the pairs of one script: for each n-gram a stretch of class and weight.
type weights struct {
	ids    map[uint64]int32
	hashes []uint64
	starts []int32 // one more than n-grams
	cells  []cell
	bias   []float32
	biasSq []float32
}

// cell is one weight.
type cell struct {
	weight float32
	slope  float32 // sum of squared gradients
	share  float32
	class  int32 // among the classes of the script
}

// newWeights returns weights of 0 for pairs, which are sorted. more are n-grams without weights.
func newWeights(pairs []pair, more []uint64, classes int) *weights {
	w := &weights{ids: map[uint64]int32{}, bias: make([]float32, classes), biasSq: make([]float32, classes)}
	for i, p := range pairs {
		if i == 0 || p.hash != pairs[i-1].hash {
			w.ids[p.hash] = int32(len(w.hashes))
			w.hashes = append(w.hashes, p.hash)
			w.starts = append(w.starts, int32(i))
		}
		w.cells = append(w.cells, cell{share: p.share, class: p.class})
	}
	for _, h := range more {
		w.ids[h] = int32(len(w.hashes))
		w.hashes = append(w.hashes, h)
		w.starts = append(w.starts, int32(len(pairs)))
	}
	w.starts = append(w.starts, int32(len(pairs)))
	w.begin()
	return w
}

// begin sets the weights to a part of how much more frequent an n-gram is in a class than in the mean of all, as a logarithm: learning goes on from there.
func (w *weights) begin() {
	for f := range w.hashes {
		cells := w.cells[w.starts[f]:w.starts[f+1]]
		mean := 0.0
		for k := range cells {
			mean += float64(cells[k].share) / float64(len(w.bias))
		}
		for k := range cells {
			cells[k].weight = float32(beginWith * math.Log((float64(cells[k].share)+leastMean)/(mean+leastMean)))
		}
	}
}

// leastMean is added to frequencies, and beginWith is the part.
const leastMean, beginWith = 2e-7, .25

// wordGrams returns the features of each word of a lexicon, and the one that is the word as a whole; -1 for none.
func (w *weights) wordGrams(l *lexicon, s language.Script) (all [][]int32, wholes []int32) {
	all, wholes = make([][]int32, len(l.Words)), make([]int32, len(l.Words))
	var ids []int32
	has := func(h uint64) bool {
		id, ok := w.ids[h]
		if ok {
			ids = append(ids, id)
		}
		return ok
	}
	for i, word := range l.Words {
		ids = ids[:0]
		language.EachFeature([]rune(word), s, has)
		all[i], wholes[i] = slices.Clone(ids), -1
		if h, ok := language.WholeHash([]rune(word), s); ok {
			if id, ok := w.ids[h]; ok {
				wholes[i] = id
			}
		}
	}
	return all, wholes
}

// learner practises on words, pairs and sentences.
type learner struct {
	*weights
	lexicons []*lexicon
	grams    [][][]int32 // by class and word
	wholes   [][]int32
	classes  []class
	random   *rand.Rand

	rate          float32
	scores, probs []float32
	features      []int32
	prior         []float64
	right, seen   float64
}

// firstRate is how far weights move at first; in the end a tenth of it.
const firstRate = .1

// run practises on so many samples.
func (l *learner) run(samples int) {
	l.right, l.seen = 0, 0
	for i := range samples {
		l.rate = float32(firstRate * (1 - float64(.9*float64(i)/float64(samples))))
		l.sample()
	}
}

func (l *learner) sample() {
	x := l.random.Float64() * l.prior[len(l.prior)-1]
	c, _ := slices.BinarySearchFunc(l.prior, x, func(a, b float64) int { return cmp.Compare(a, b) })
	lex := l.lexicons[c]
	words, from, wholes := 1, lex.Varied, false
	switch k := l.random.IntN(20); {
	case k < 9:
	case k < 15:
		words = 2
	default:
		words, from, wholes = 4+l.random.IntN(9), lex.Running, k >= 18
	}
	l.features = l.features[:0]
	for range words {
		i := lex.pick(l.random, from)
		if words <= 2 && len(lex.Words[i]) < 4 && l.random.IntN(4) > 0 {
			i = lex.pick(l.random, from)
		}
		if !wholes {
			l.features = append(l.features, l.grams[c][i]...)
		} else if id := l.wholes[c][i]; id >= 0 {
			l.features = append(l.features, id)
		}
	}
	l.step(c, scale(words))
}

// scale is what the sum of the weights of so many words is multiplied by.
func scale(words int) float32 { return float32(1 / math.Sqrt(math.Sqrt(float64(words)))) }

func (l *learner) score(scale float32) int {
	copy(l.scores, l.bias)
	for _, f := range l.features {
		cells := l.cells[l.starts[f]:l.starts[f+1]]
		for k := range cells {
			l.scores[cells[k].class] += float32(scale * cells[k].weight)
		}
	}
	best := 0
	for i, s := range l.scores {
		if s > l.scores[best] {
			best = i
		}
	}
	return best
}

func (l *learner) step(c int, scale float32) {
	best := l.score(scale)
	l.seen++
	if best == c {
		l.right++
	}
	top, total := l.scores[best], float32(0)
	for i, s := range l.scores {
		p := float32(0)
		if s > top-9 {
			p = float32(math.Exp(float64(s - top)))
		}
		l.probs[i] = p
		total += p
	}
	for i := range l.probs {
		l.probs[i] /= total
	}
	l.probs[c]--
	if l.probs[c] > -.01 {
		return
	}
	for _, f := range l.features {
		cells := l.cells[l.starts[f]:l.starts[f+1]]
		for k := range cells {
			x := &cells[k]
			g := l.probs[x.class]
			if g < .002 && g > -.002 {
				continue
			}
			g *= scale
			x.slope += float32(g * g)
			x.weight -= float32(l.rate * g / float32(math.Sqrt(float64(x.slope+.05))))
		}
	}
	for i, g := range l.probs {
		l.biasSq[i] += float32(g * g)
		l.bias[i] -= float32(.02 * g / float32(math.Sqrt(float64(l.biasSq[i]+1))))
	}
}

// pruned returns the pairs whose weights matter most, at most so many.
func (w *weights) pruned(most int) []pair {
	type scored struct {
		at   int
		gain float64
	}
	all := make([]scored, len(w.cells))
	for i, x := range w.cells {
		all[i] = scored{i, math.Abs(float64(x.weight)) * math.Sqrt(float64(x.slope))}
	}
	slices.SortFunc(all, func(a, b scored) int { return cmp.Or(-cmp.Compare(a.gain, b.gain), cmp.Compare(a.at, b.at)) })
	all = all[:min(most, len(all))]
	keep := make([]bool, len(w.cells))
	for _, s := range all {
		keep[s.at] = true
	}
	var out []pair
	for f, h := range w.hashes {
		for k := w.starts[f]; k < w.starts[f+1]; k++ {
			if keep[k] {
				out = append(out, pair{h, w.cells[k].class, w.cells[k].share})
			}
		}
	}
	return out
}

// carry takes over the weights of another's pairs.
func (w *weights) carry(from *weights) {
	copy(w.bias, from.bias)
	for f, h := range w.hashes {
		g, ok := from.ids[h]
		if !ok {
			continue
		}
		for k := w.starts[f]; k < w.starts[f+1]; k++ {
			for j := from.starts[g]; j < from.starts[g+1]; j++ {
				if from.cells[j].class == w.cells[k].class {
					w.cells[k].weight = from.cells[j].weight
				}
			}
		}
	}
}
