package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
)

const labels = tagger.Labels

// example is a sentence to learn from: the numbers of the features of each word, and its label.
type example struct {
	features [][]uint32
	labels   []tagger.Label
	weight   int // how often it counts in an epoch
}

// trainer learns weights by the averaged perceptron.
type trainer struct {
	numbers  map[uint64]uint32 // of features, from 1
	hashes   []uint64
	counts   []uint32
	examples []example

	weights, sums         [][labels]float32
	transitions, pairSums [labels][labels]float32
	step                  float32
}

func newTrainer() *trainer {
	return &trainer{numbers: map[uint64]uint32{}, hashes: []uint64{0}, counts: []uint32{0}}
}

// add adds the sentences of a document.
func (t *trainer) add(d document, weight int) {
	slices.SortFunc(d.names, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.class, b.class))
	})
	var x tagger.Extractor
	var hashes []uint64
	eachSentence(d.text, func(s *tagger.Sentence) {
		e := example{labels: goldLabels(s.Words, d.names), weight: weight}
		x.Begin(s)
		for i := range s.Words {
			hashes = x.Append(hashes[:0], i)
			row := make([]uint32, len(hashes))
			for k, h := range hashes {
				n, ok := t.numbers[h]
				if !ok {
					n = uint32(len(t.hashes)) //nolint:gosec // some millions
					t.numbers[h] = n
					t.hashes, t.counts = append(t.hashes, h), append(t.counts, 0)
				}
				t.counts[n]++
				row[k] = n
			}
			e.features = append(e.features, row)
		}
		t.examples = append(t.examples, e)
	})
}

// eachSentence prepares each sentence of s for the tagger.
func eachSentence(s string, do func(*tagger.Sentence)) {
	words, sentences := split(s)
	var memory tagger.Memory
	var lists []gazetteer.Lists
	for _, span := range sentences {
		own := text.WordsIn(words, span)
		memory.Note(s, own, gazetteer.AppendLists(lists[:0], s, own))
	}
	for _, span := range sentences {
		own := text.WordsIn(words, span)
		if len(own) > 0 {
			do(&tagger.Sentence{
				Text: s, Words: own,
				Lists: gazetteer.AppendLists(nil, s, own), Seen: memory.AppendSeen(nil, s, own),
			})
		}
	}
}

// goldLabels returns the labels of words. A word belongs to the name that covers its first byte.
func goldLabels(words []text.Word, names []span) []tagger.Label {
	out := make([]tagger.Label, len(words))
	for i := 0; i < len(words); {
		k, _ := slices.BinarySearchFunc(names, int(words[i].Start), func(n span, at int) int { return cmp.Compare(n.end, at+1) })
		if k == len(names) || names[k].start > int(words[i].Start) {
			i++
			continue
		}
		n := 1
		for i+n < len(words) && int(words[i+n].Start) < names[k].end {
			n++
		}
		for j := range n {
			out[i+j] = tagger.LabelAt(names[k].class, j, n)
		}
		i += n
	}
	return out
}

// train makes passes over the examples.
func (t *trainer) train(passes int, minCount uint32) {
	t.weights, t.sums = make([][labels]float32, len(t.hashes)), make([][labels]float32, len(t.hashes))
	for i := range t.examples {
		for _, row := range t.examples[i].features {
			for k, n := range row {
				if t.counts[n] < minCount {
					row[k] = 0
				}
			}
		}
	}
	order := make([]int, 0, len(t.examples))
	for i, e := range t.examples {
		for range e.weight {
			order = append(order, i)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	var v viterbi
	for pass := range passes {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, k := range order {
			e := &t.examples[k]
			t.step++
			best := v.search(t, e)
			if !slices.Equal(best, e.labels) {
				wrong++
				t.update(e, best)
			}
		}
		logf("pass %d: %d of %d sentences wrong", pass+1, wrong, len(order))
	}
}

// update moves the weights towards the right labels and away from those found.
func (t *trainer) update(e *example, found []tagger.Label) {
	before, beforeFound := tagger.Outside, tagger.Outside
	for i, want := range e.labels {
		got := found[i]
		if want != before || got != beforeFound || want != got {
			t.transitions[want][before]++
			t.pairSums[want][before] += t.step
			t.transitions[got][beforeFound]--
			t.pairSums[got][beforeFound] -= t.step
		}
		if want != got {
			for _, n := range e.features[i] {
				if n == 0 {
					continue
				}
				t.weights[n][want]++
				t.sums[n][want] += t.step
				t.weights[n][got]--
				t.sums[n][got] -= t.step
			}
		}
		before, beforeFound = want, got
	}
}

// viterbi finds the best labels by the weights as they are.
type viterbi struct {
	back [][labels]tagger.Label
	best []tagger.Label
}

func (v *viterbi) search(t *trainer, e *example) []tagger.Label {
	n := len(e.features)
	v.back, v.best = v.back[:0], v.best[:0]
	var at [labels]float32
	for i, row := range e.features {
		var score, next [labels]float32
		for _, f := range row {
			if f == 0 {
				continue
			}
			w := &t.weights[f]
			for l := range score {
				score[l] += w[l]
			}
		}
		var from [labels]tagger.Label
		for l := range tagger.Label(labels) {
			best := float32(math.Inf(-1))
			for before := range tagger.Label(labels) {
				if i == 0 && before != tagger.Outside || !l.MayFollow(before) {
					continue
				}
				if s := at[before] + t.transitions[l][before]; s > best {
					best, from[l] = s, before
				}
			}
			next[l] = best + score[l]
		}
		at = next
		v.back = append(v.back, from)
	}
	last := tagger.Outside
	for l := range tagger.Label(labels) {
		if l.Closes() && at[l] > at[last] {
			last = l
		}
	}
	v.best = append(v.best, make([]tagger.Label, n)...)
	for i := n - 1; i >= 0; i-- {
		v.best[i] = last
		last = v.back[i][last]
	}
	return v.best
}

// outsideBias is taken from the score of words outside names: the labels that the model learns from miss more names than they
// invent. Chosen on the dev sets, which differ little between 2 and 4.
const outsideBias = 3

// model makes the file: the averages of the weights over all steps, as whole numbers.
func (t *trainer) model(bits int) []byte {
	var all []float64
	averages := make([][labels]float32, len(t.weights))
	for n := range t.weights {
		for l := range labels {
			a := t.weights[n][l] - t.sums[n][l]/t.step
			averages[n][l] = a
			if a != 0 {
				all = append(all, math.Abs(float64(a)))
			}
		}
	}
	slices.Sort(all)
	scale := 127 / all[len(all)*9995/10000]
	quantise := func(a float32, most float64) float64 {
		return math.Round(max(-most, min(float64(a)*scale, most)))
	}
	type scored struct {
		tagger.Feature

		worth float64
	}
	var features []scored
	for n := 1; n < len(averages); n++ {
		f := scored{Feature: tagger.Feature{Hash: t.hashes[n]}}
		for l, a := range averages[n] {
			f.Weights[l] = int8(quantise(a, 127))
			f.worth += math.Abs(float64(f.Weights[l]))
		}
		if f.worth > 0 {
			f.worth *= math.Sqrt(float64(t.counts[n]))
			features = append(features, f)
		}
	}
	slices.SortFunc(features, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.Hash, b.Hash))
	})
	var pairs [labels][labels]int16
	for l := range labels {
		for before := range labels {
			w := t.transitions[l][before] - t.pairSums[l][before]/t.step
			if l == 0 {
				w -= outsideBias
			}
			pairs[l][before] = int16(quantise(w, 32000))
		}
	}
	ranked := make([]tagger.Feature, len(features))
	for i, f := range features {
		ranked[i] = f.Feature
	}
	data, left := tagger.Make(bits, ranked, pairs)
	logf("%d features, %d left out, scale %.1f, %d bytes", len(ranked), left, scale, len(data))
	return data
}
