package spun

import (
	"context"
	"math"

	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// Example is the evidence on one word, for training.
type Example struct {
	Token    int // its place among the tokens
	Features []int16
}

// The numbers of features. The first features of a word are those of the forest Parts.First.
const (
	FirstFeatures    = firstFeatures
	WordFeatures     = wordFeatures
	DocumentFeatures = documentFeatures
)

// NumberShare is the place of the feature of a text that says how many of ten thousand words are numbers.
const NumberShare = numberShare

// PriorOdds is the logarithm of the odds of a replaced word among those that are learnt from.
const PriorOdds = -1.5

// Examples returns the evidence on each word of s that the tokens beside it do not make likely. Without says which neighbour of the word at a
// token is left out, Unknown for none.
func (m *Model) Examples(s string, tokens []fluency.Token, without func(token int) fluency.ID) []Example {
	d, _ := newDocument(endless(), m, s, tokens)
	defer d.release()
	var list []Example
	for i := range tokens {
		var w word
		if d.look(i, &w) {
			d.without = without(i)
			d.judge(&w)
			list = append(list, Example{i, w.features[:]})
		}
	}
	return list
}

// EarlyOdds is the logarithm of the odds that a text is spun whose score by the forest Parts.Early is 0: what they are before that forest moves its
// scores, -3.1, moved as the forest Parts.Documents moves those of texts with many numbers, by -1.5, so that the scores of both can be compared. Training
// prints the two.
const EarlyOdds = -4.6

// Features returns the features of a text by the words with a score by first of doubtful or more and by all, which are judged by words, and
// whether there is enough evidence.
func (m *Model) Features(s string, tokens []fluency.Token, first, words forest.Forest, doubtful float64) (early, all []int16, ok bool) {
	n := *m
	n.first, n.words = first, words
	d, _ := newDocument(endless(), &n, s, tokens)
	defer d.release()
	list, _ := d.suspects(endless())
	_ = d.judgeThose(endless(), list, doubtful)
	some := d.features(d.style(), list)
	_ = d.judgeThose(endless(), list, math.Inf(-1))
	f := d.features(d.style(), list)
	return some[:], f[:], d.isJudged()
}

// endless is the pace of work that nothing ends, which gives no error.
func endless() *text.Pace { return text.NewPace(context.Background()) }

// OpenNeighbours returns a model of neighbours and vectors only, which judges nothing, for training.
func OpenNeighbours(p Parts, language *fluency.Model) *Model {
	p.First, p.Words = forest.Make(1, firstFeatures, nil), forest.Make(1, wordFeatures, nil)
	p.Early, p.Documents = forest.Make(1, documentFeatures, nil), forest.Make(1, documentFeatures, nil)
	m, err := Open(string(Make(p)), language)
	if err != nil {
		panic(err)
	}
	return m
}
