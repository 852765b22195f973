package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/portable"
)

// vector has a number for each label.
type vector [labels]float32

// field is a linear-chain conditional random field. It learns by gradient steps whose length shrinks with what each feature has
// learnt before (AdaGrad, one sum for a feature).
type field struct {
	weights     []vector // by the number of the feature; 0 for features that are too rare
	squares     []float32
	transitions [labels]vector // by label, then the label before
	pairSquares [labels]vector
	factors     [labels]vector // the exponentials of transitions
	rate        float32

	useHints           bool
	scores, potentials []vector
	free, bound        chain
	updates            int
}

// chain is what is known of a run of words: the probabilities of labels given the words before, and of all words.
type chain struct {
	forward, backward []vector
	norms             []float32
	marginals         []vector
	pairs             [labels]vector // expected number of each pair of labels
}

// train makes passes over the examples of documents for which wanted holds.
func (f *field) train(examples []example, passes int, wanted func(document int32) bool) {
	order := make([]int, 0, len(examples))
	for i, e := range examples {
		for range e.times {
			if !wanted(e.document) {
				break
			}
			order = append(order, i)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for pass := range passes {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		f.updates = 0
		for k, i := range order {
			if k&15 == 0 {
				f.exponentials()
			}
			f.useHints = r.IntN(3) > 0
			f.learn(&examples[i])
		}
		logf("pass %d: %d examples, %d words moved weights", pass+1, len(order), f.updates)
	}
}

func (f *field) exponentials() {
	for l := range f.factors {
		for before := range f.factors[l] {
			f.factors[l][before] = 0
			if tagger.Label(l).MayFollow(tagger.Label(before)) { //nolint:gosec // a label
				f.factors[l][before] = float32(portable.Exp(float64(f.transitions[l][before])))
			}
		}
	}
}

// least is the error of probability below which a word teaches nothing.
const least = .01

// learn moves the weights so that the allowed labels of e become more probable.
func (f *field) learn(e *example) {
	n := len(e.labels)
	if !slices.ContainsFunc(e.labels, func(l allowed) bool { return l != anything }) {
		return
	}
	f.score(e)
	f.free.run(f, nil, n)
	f.bound.run(f, e.labels, n)
	at, hint := 0, 0
	for i := range n {
		own := e.features[at : at+int(e.lengths[i])]
		at += int(e.lengths[i])
		var hints []uint32
		if f.useHints && e.hinted != nil {
			hints = e.hints[hint : hint+int(e.hinted[i])]
			hint += int(e.hinted[i])
		}
		var step vector
		most, sum := float32(0), float32(0)
		for l := range step {
			step[l] = (f.bound.marginals[i][l] - f.free.marginals[i][l]) * e.weight
			most = max(most, step[l], -step[l])
			sum += float32(step[l] * step[l])
		}
		if most < least {
			continue
		}
		f.updates++
		f.move(own, &step, sum)
		f.move(hints, &step, sum)
	}
	for l := range labels {
		for before := range labels {
			if g := (f.bound.pairs[l][before] - f.free.pairs[l][before]) * e.weight; g != 0 {
				f.pairSquares[l][before] += float32(g * g)
				f.transitions[l][before] += float32(f.rate * g / float32(math.Sqrt(float64(f.pairSquares[l][before]))))
			}
		}
	}
}

// move moves the weights of features by step, whose square is sum.
func (f *field) move(features []uint32, step *vector, sum float32) {
	for _, k := range features {
		if k == 0 {
			continue
		}
		f.squares[k] += sum
		rate := f.rate / float32(math.Sqrt(float64(f.squares[k])))
		w := &f.weights[k]
		for l := range w {
			w[l] += float32(rate * step[l])
		}
	}
}

func (f *field) add(s *vector, features []uint32) {
	for _, k := range features {
		w := &f.weights[k]
		for l := range s {
			s[l] += w[l]
		}
	}
}

// score fills scores and potentials.
func (f *field) score(e *example) {
	f.scores, f.potentials = f.scores[:0], f.potentials[:0]
	at, hint := 0, 0
	for i, n := range e.lengths {
		var s, p vector
		f.add(&s, e.features[at:at+int(n)])
		at += int(n)
		if f.useHints && e.hinted != nil {
			f.add(&s, e.hints[hint:hint+int(e.hinted[i])])
			hint += int(e.hinted[i])
		}
		top := s[0]
		for _, x := range s[1:] {
			top = max(top, x)
		}
		for l := range p {
			p[l] = float32(portable.Exp(float64(max(s[l]-top, -60))))
		}
		f.scores, f.potentials = append(f.scores, s), append(f.potentials, p)
	}
}

// run computes the probabilities of labels, of those allowed in sets if that is not nil.
func (c *chain) run(f *field, sets []allowed, n int) {
	c.forward, c.backward, c.marginals, c.norms = c.forward[:0], c.backward[:0], c.marginals[:0], c.norms[:0]
	c.pairs = [labels]vector{}
	before := vector{1} // outside
	for i := range n {
		var a vector
		sum := float32(0)
		for l := range a {
			p := f.potentials[i][l]
			if sets != nil && sets[i]>>l&1 == 0 || p == 0 {
				continue
			}
			in := float32(0)
			row := &f.factors[l]
			for _, b := range previous[l] {
				in += float32(row[b] * before[b])
			}
			a[l] = float32(in * p)
			sum += a[l]
		}
		if sum == 0 {
			sum = 1e-30
		}
		for l := range a {
			a[l] /= sum
		}
		c.forward, c.norms = append(c.forward, a), append(c.norms, sum)
		before = a
	}
	c.spread(f, sets, n)
}

// spread computes the probabilities from the end, and those of pairs.
func (c *chain) spread(f *field, sets []allowed, n int) {
	c.backward = append(c.backward, make([]vector, n)...)
	c.marginals = append(c.marginals, make([]vector, n)...)
	var after vector // of the words that follow
	for l := range after {
		if tagger.Label(l).Closes() { //nolint:gosec // a label
			after[l] = f.factors[tagger.Outside][l]
		}
	}
	for i := n - 1; i >= 0; i-- {
		total := float32(0)
		m := &c.marginals[i]
		for l := range m {
			m[l] = float32(c.forward[i][l] * after[l])
			total += m[l]
		}
		if total == 0 {
			return
		}
		for l := range m {
			m[l] /= total
		}
		if i == n-1 {
			for l := range m {
				c.pairs[tagger.Outside][l] += m[l]
			}
		}
		before := vector{1}
		if i > 0 {
			before = c.forward[i-1]
		}
		var next vector
		for l := range m {
			p := float32(f.potentials[i][l] * after[l])
			if sets != nil && sets[i]>>l&1 == 0 || p == 0 {
				continue
			}
			p = p / total / c.norms[i]
			row := &f.factors[l]
			for _, b := range previous[l] {
				x := float32(row[b] * p)
				next[b] += x
				c.pairs[l][b] += float32(x * before[b])
			}
		}
		after = next
	}
}

// previous are the labels that each label can follow.
var previous = func() (p [labels][]int) {
	for l := range labels {
		for before := range labels {
			if tagger.Label(l).MayFollow(tagger.Label(before)) { //nolint:gosec // labels
				p[l] = append(p[l], before)
			}
		}
	}
	return p
}()
