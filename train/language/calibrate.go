package main

import (
	"math"
	"math/bits"

	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

// outcome is the scores that a text has, and which of them is right.
type outcome struct {
	scores []float64
	right  int
}

// leastOutcomes is from how many texts a factor is learnt; of other lengths it is that of the length before.
const leastOutcomes = 200

// calibrate returns for each length of texts what scores are to be multiplied by, so that probabilities are true of the texts of held.
func calibrate(m *language.Model, held map[string]heldout.Set, steps int) []float64 {
	by, steps := make([][]outcome, steps), steps/2
	for i, c := range classOrder() {
		if len(c.rights) > 0 {
			continue
		}
		h := held[c.code]
		for _, list := range [][]string{h.Words, h.Pairs, h.Sentences} {
			for _, t := range list {
				if !heldout.ForCalibration(t) {
					continue
				}
				r := m.Scores(t)
				if r.Script != c.script || len(r.Scores) < 2 {
					continue
				}
				step := min(bits.Len(uint(max(r.Words, 1)))-1, steps-1) //nolint:gosec // not negative
				if r.Wholes {
					step += steps
				}
				by[step] = append(by[step], outcome{r.Scores, i - r.First})
			}
		}
	}
	heat := make([]float64, len(by))
	last := 1.0
	for i, list := range by {
		if i == steps {
			last = 1 // of words as a whole
		}
		if len(list) >= leastOutcomes {
			last = bestHeat(list)
		}
		heat[i] = last
	}
	return heat
}

// bestHeat returns the factor under which what is right is most probable.
func bestHeat(list []outcome) float64 {
	best, least := 1.0, math.Inf(1)
	for h := .2; h < 3; h *= 1.04 {
		loss := 0.0
		for _, o := range list {
			loss += o.loss(h)
		}
		if loss < least {
			best, least = h, loss
		}
	}
	return best
}

func (o *outcome) loss(heat float64) float64 {
	top, sum := math.Inf(-1), 0.0
	for _, s := range o.scores {
		top = max(top, s)
	}
	for _, s := range o.scores {
		sum += math.Exp(float64(heat * (s - top)))
	}
	return math.Log(sum) - float64(heat*(o.scores[o.right]-top))
}
