package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// model makes the file of f: its weights as whole numbers, those of the features that matter most. Bias is taken from the
// score of words outside names.
func (f *field) model(n, hints *numbers, kept []uint32, bits int, bias float32) []byte {
	var all []float64
	for _, w := range f.weights[1:] {
		for _, x := range w {
			if x != 0 {
				all = append(all, math.Abs(float64(x)))
			}
		}
	}
	slices.Sort(all)
	scale := 127 / all[len(all)-1-len(all)/1_000_000]
	quantise := func(x float32, most float64) float64 {
		return math.Round(max(-most, min(float64(x)*scale, most)))
	}
	type scored struct {
		tagger.Feature

		worth float64
	}
	var features []scored
	for i, w := range f.weights {
		var hash uint64
		var count uint32
		switch {
		case i == 0 || i == len(kept):
			continue
		case i < len(kept):
			hash, count = n.hashes[kept[i]], n.counts[kept[i]]
		default:
			hash, count = hints.hashes[i-len(kept)], hints.counts[i-len(kept)]
		}
		s := scored{Feature: tagger.Feature{Hash: hash}}
		sum := 0.
		for l, x := range w {
			s.Weights[l] = int8(quantise(x, 127))
			sum += math.Abs(float64(s.Weights[l]))
		}
		if sum > 2 {
			s.worth = sum * math.Sqrt(float64(count))
			features = append(features, s)
		}
	}
	slices.SortFunc(features, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.Hash, b.Hash))
	})
	var pairs [labels][labels]int16
	for l := range labels {
		for before := range labels {
			w := f.transitions[l][before]
			if l == 0 {
				w -= bias
			}
			if x := tagger.Label(l); x.Opens() { //nolint:gosec // a label
				w += openings[x.Class()]
			}
			pairs[l][before] = int16(quantise(w, 32000))
		}
	}
	ranked := make([]tagger.Feature, len(features))
	for i, s := range features {
		ranked[i] = s.Feature
	}
	data, left := tagger.Make(bits, ranked, pairs)
	logf("%d features, %d left out, scale %.1f, %d bytes", len(ranked), left, scale, len(data))
	return data
}

// openings are added to the score of the first word of a name, by its class: of organisations fewer are found that are none, of places
// more. They were chosen on the train parts of GUM, WNUT 2017 and BTC, by a model that had seen nothing of these sets.
var openings = [...]float32{tagger.Person: 0, tagger.Organization: -.32, tagger.Location: .32}

// startSquare is what the sum of squares of a feature begins with.
const startSquare = .1

// newField returns a field for the features of t that occur often enough, and by their new numbers the old ones. The examples get
// the new numbers.
func newField(t *learner, least uint32, rate float32) (*field, []uint32) {
	renumbered := make([]uint32, len(t.numbers.hashes))
	kept := []uint32{0}
	for i := 1; i < len(renumbered); i++ {
		if t.numbers.counts[i] >= least {
			renumbered[i] = uint32(len(kept)) //nolint:gosec // some millions
			kept = append(kept, uint32(i))    //nolint:gosec // some millions
		}
	}
	for k := range t.examples {
		for i, n := range t.examples[k].features {
			t.examples[k].features[i] = renumbered[n]
		}
	}
	f := &field{weights: make([]vector, len(kept)), squares: make([]float32, len(kept)), rate: rate}
	for i := range f.squares {
		f.squares[i] = startSquare
	}
	for l := range f.pairSquares {
		for b := range f.pairSquares[l] {
			f.pairSquares[l][b] = 1
		}
	}
	return f, kept
}
