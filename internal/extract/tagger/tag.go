package tagger

import (
	"slices"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/portable"
)

// Tagger labels words. Its memory is used again by each sentence; it belongs to one goroutine.
type Tagger struct {
	model    *Model
	features Extractor
	hashes   []uint64
	scores   [][Labels]int32
	back     [][Labels]Label
	best     []Label
}

// New returns a tagger that decides by m.
func New(m *Model) *Tagger { return &Tagger{model: m} }

// Tag returns the labels of the words of s, valid until the next call. They form whole names.
func (t *Tagger) Tag(s *Sentence) []Label {
	t.features.Begin(s)
	t.scores = t.scores[:0]
	for i := range s.Words {
		t.hashes = t.features.Append(t.hashes[:0], i)
		var score [Labels]int32
		for _, f := range t.hashes {
			t.model.scores(&score, f)
		}
		t.scores = append(t.scores, score)
	}
	return t.search()
}

// impossible is the score of a sequence that there cannot be.
const impossible = -1 << 30

// search finds the best sequence of labels for scores.
func (t *Tagger) search() []Label {
	t.back, t.best = t.back[:0], t.best[:0]
	if len(t.scores) == 0 {
		return t.best
	}
	at := t.first()
	for i := range t.scores[1:] {
		at = t.extend(&at, &t.scores[i+1])
	}
	end := Outside
	for l := range Label(Labels) {
		if l.Closes() && at[l] > at[end] {
			end = l
		}
	}
	t.best = append(t.best, make([]Label, len(t.scores))...)
	t.best[len(t.best)-1] = end
	for i, from := range slices.Backward(t.back) {
		end = from[end]
		t.best[i] = end
	}
	return t.best
}

// first returns the scores of the labels of the first word.
func (t *Tagger) first() (at [Labels]int32) {
	for l := range Label(Labels) {
		at[l] = impossible
		if l.MayFollow(Outside) {
			at[l] = t.model.transitions[l][Outside] + t.scores[0][l]
		}
	}
	return at
}

// extend returns the scores of the best sequences that end in each label of the next word, whose own scores are scores, and
// notes which label each of them had before.
func (t *Tagger) extend(at, scores *[Labels]int32) (next [Labels]int32) {
	var from [Labels]Label
	for l := range Label(Labels) {
		best := int32(impossible)
		for _, before := range predecessors[l] {
			if s := at[before] + t.model.transitions[l][before]; s > best {
				best, from[l] = s, before
			}
		}
		next[l] = max(best+scores[l], impossible)
	}
	t.back = append(t.back, from)
	return next
}

// Size returns the number of bytes of memory that t keeps.
func (t *Tagger) Size() int {
	return pool.Size(t.features.rows) + pool.Size(t.hashes) + pool.Size(t.scores) + pool.Size(t.back) + pool.Size(t.best)
}

// Confidence returns the probability, in hundredths, that the class of word i is right, to be called after Tag. It is a
// logistic function of Margin, fitted on sets that the model had not seen: see docs/models/names.md.
func (t *Tagger) Confidence(i int) uint8 {
	p := 1 / (1 + portable.Exp(-(float64(confidenceSlope*float64(t.Margin(i))) + confidenceBase)))
	return uint8(min(max(1, int(float64(100*p)+.5)), 100))
}

// The function that Confidence is.
const (
	confidenceSlope = .00224
	confidenceBase  = .473
)

// Margin is how much better the label of word i is than the best of another class with the neighbours as they are, in
// units of the model's weights: a measure of certainty, to be called after Tag.
func (t *Tagger) Margin(i int) int32 {
	own := t.best[i]
	other := int32(impossible)
	for l := range Label(Labels) {
		if l.Class() != own.Class() {
			other = max(other, t.scores[i][l])
		}
	}
	return t.scores[i][own] - other
}
