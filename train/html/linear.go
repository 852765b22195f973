package main

import (
	"encoding/binary"
	"math"
	"math/rand/v2"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/labelled"
)

// learnLinear learns the linear models from the samples of all parts but two.
func learnLinear(samples []*sample, but without) linear {
	return linear{learnLexicon(samples, but), learnKinds(samples, but)}
}

// learnLexicon fits the weights of words by logistic regression: stochastic gradients with a rate for each weight (AdaGrad,
// Duchi 2011).
func learnLexicon(samples []*sample, but without) content.Lexicon {
	const (
		rounds = 3
		rate   = .08
		decay  = 2e-6
	)
	w := make([]float32, content.LexiconSlots)
	seen := make([]float32, content.LexiconSlots)
	bias := float32(0)
	type block struct{ sample, n int }
	var order []block
	for i, s := range samples {
		if s.part != but[0] && s.part != but[1] {
			for n := range s.learn {
				order = append(order, block{i, n})
			}
		}
	}
	rng := rand.New(rand.NewPCG(7, 7))
	for range rounds {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, b := range order {
			s := samples[b.sample]
			slots := s.slots[b.n]
			sum := bias
			for _, at := range slots {
				sum += w[at]
			}
			target := float32(0)
			if s.labels[s.learn[b.n]] > .5 {
				target = 1
			}
			g := (float32(forest.Probability(float64(sum))) - target) * s.weight[b.n]
			bias -= float32(rate * .1 * g)
			for _, at := range slots {
				d := g + float32(decay*w[at])
				seen[at] += float32(d * d)
				w[at] -= float32(rate * d / (float32(math.Sqrt(float64(seen[at]))) + 1e-2))
			}
		}
	}
	out := make([]byte, 2*len(w))
	for i, v := range w {
		unit := math.Round(float64(v) * content.LexiconScale)
		binary.LittleEndian.PutUint16(out[2*i:], uint16(int16(max(-32000, min(unit, 32000))))) //nolint:gosec // bounded
	}
	return content.Lexicon(out)
}

// learnKinds fits the weights that tell kinds of pages, by multinomial logistic regression.
func learnKinds(samples []*sample, but without) content.Kinds {
	const (
		rounds = 30
		rate   = .15
		decay  = 3e-4
	)
	const n = content.KindCount
	w := make([]float64, content.KindSlots*n)
	seen := make([]float64, content.KindSlots*n)
	var order []int
	for i, s := range samples {
		if s.kind >= 0 && s.part != but[0] && s.part != but[1] {
			order = append(order, i)
		}
	}
	rng := rand.New(rand.NewPCG(11, 11))
	for range rounds {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, i := range order {
			s := samples[i]
			p := kindChances(w, s.kindSlots)
			p[s.kind]--
			for _, group := range s.kindSlots {
				x := content.GroupWeight(len(group))
				for _, slot := range group {
					for k := range n {
						at := int(slot)*n + k
						d := float64(p[k]*x) + float64(decay*w[at])
						seen[at] += float64(d * d)
						w[at] -= float64(rate * d / (math.Sqrt(seen[at]) + 1e-3))
					}
				}
			}
		}
	}
	press := learnPress(samples, but)
	out := make([]byte, content.KindSlots*content.KindColumns)
	for i := range content.KindSlots {
		for k := range n {
			out[i*content.KindColumns+k] = kindUnits(w[i*n+k])
		}
		out[i*content.KindColumns+content.Press] = kindUnits(press[i])
	}
	return content.Kinds(out)
}

func kindUnits(v float64) byte {
	return byte(int8(max(-127, min(math.Round(v*content.KindScale), 127)))) //nolint:gosec // bounded
}

// learnPress fits the weights that tell pages of the press from others, by logistic regression.
func learnPress(samples []*sample, but without) []float64 {
	const (
		rounds = 12
		rate   = .15
		decay  = 1e-3
	)
	w := make([]float64, content.KindSlots)
	seen := make([]float64, content.KindSlots)
	var order []*sample
	for _, s := range samples {
		if s.Set.Source != labelled.AnySource && s.part != but[0] && s.part != but[1] {
			order = append(order, s)
		}
	}
	rng := rand.New(rand.NewPCG(13, 13))
	for range rounds {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, s := range order {
			sum, target := 0.0, 0.0
			for _, group := range s.kindSlots {
				for _, slot := range group {
					sum += float64(content.GroupWeight(len(group)) * w[slot])
				}
			}
			if s.Set.Source == labelled.Press {
				target = 1
			}
			g := forest.Probability(sum) - target
			for _, group := range s.kindSlots {
				x := content.GroupWeight(len(group))
				for _, slot := range group {
					d := float64(g*x) + float64(decay*w[slot])
					seen[slot] += float64(d * d)
					w[slot] -= float64(rate * d / (math.Sqrt(seen[slot]) + 1e-3))
				}
			}
		}
	}
	return w
}

func kindChances(w []float64, groups [3][]uint32) (p [content.KindCount]float64) {
	for _, group := range groups {
		x := content.GroupWeight(len(group))
		for _, slot := range group {
			for k := range p {
				p[k] += float64(x * w[int(slot)*content.KindCount+k])
			}
		}
	}
	all := 0.0
	for k := range p {
		p[k] = math.Exp(p[k])
		all += p[k]
	}
	for k := range p {
		p[k] /= all
	}
	return p
}
