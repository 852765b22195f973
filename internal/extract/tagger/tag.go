package tagger

import (
	"slices"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/portable"
)

// Tagger labels the words of a document. It looks at all sentences (Read), and again at each with what it found in the others
// (Next). Its memory is used again by each document; it belongs to one goroutine.
type Tagger struct {
	model    *Model
	features *Extractor
	evidence Evidence
	tokens   []token // of all sentences
	ends     []int32 // the number of tokens up to the end of each sentence
	next     int     // the sentence that is labelled next
	hashes   []uint64
	hints    []Hint
	scores   [][Labels]int32
	back     [][Labels]Label
	best     []Label
}

// token is a word that may be in a name.
type token struct {
	hash   uint64 // zero unless it is capitalised
	scores [Labels]int16
	word   int32 // in its sentence
	first  Class // what the first look found
	joins  bool  // whether the word before may be in the same name
}

// New returns a tagger that decides by m and knows words from lexicon.
func New(m *Model, lexicon *Lexicon) *Tagger {
	return &Tagger{model: m, features: NewExtractor(lexicon)}
}

// Reset makes t ready for another document.
func (t *Tagger) Reset() {
	t.evidence.Reset()
	t.Forget()
}

// Forget forgets the sentences that were read, but not what they showed: the next to be read is the next to be labelled.
func (t *Tagger) Forget() { t.tokens, t.ends, t.next = t.tokens[:0], t.ends[:0], 0 }

// Read looks at the next sentence of the document.
func (t *Tagger) Read(s *Sentence) {
	t.features.Begin(s)
	start := len(t.tokens)
	for i := range s.Words {
		if !t.features.Wanted(i) {
			continue
		}
		var sums [Labels]int32
		t.hashes = t.features.Append(t.hashes[:0], s, i)
		for _, f := range t.hashes {
			t.model.scores(&sums, f)
		}
		x := token{word: int32(i), hash: t.features.CapitalHash(i), joins: t.features.Joins(i)}
		for l, sum := range sums {
			x.scores[l] = int16(max(-1<<14, min(sum, 1<<14)))
		}
		t.tokens = append(t.tokens, x)
	}
	own := t.tokens[start:]
	t.score(own, len(s.Words), false)
	t.label(own, len(s.Words))
	for i := range own {
		own[i].first = t.best[own[i].word].Class()
		if own[i].hash != 0 {
			t.evidence.Note(own[i].hash, own[i].first)
		}
	}
	t.ends = append(t.ends, int32(len(t.tokens))) //nolint:gosec // fewer than words
}

// Next returns the labels of the words of the next sentence, of n words, in the order in which they were read. They form whole
// names and are valid until the next call.
func (t *Tagger) Next(n int) []Label {
	start := int32(0)
	if t.next > 0 {
		start = t.ends[t.next-1]
	}
	own := t.tokens[start:t.ends[t.next]]
	t.next++
	t.score(own, n, true)
	t.label(own, n)
	return t.best
}

// score fills scores for the n words of a sentence, with what hints add if again is set.
func (t *Tagger) score(tokens []token, n int, again bool) {
	t.scores = append(t.scores[:0], make([][Labels]int32, n)...)
	for i := range tokens {
		sums := &t.scores[tokens[i].word]
		for l, s := range tokens[i].scores {
			sums[l] = int32(s)
		}
	}
	if !again {
		return
	}
	t.hints = append(t.hints[:0], make([]Hint, n+2)...) // of each word, with one before and one after
	for i := range tokens {
		if x := &tokens[i]; x.hash != 0 {
			t.hints[x.word+1] = t.evidence.Other(x.hash, x.first)
		}
	}
	for i := range tokens {
		x := &tokens[i]
		before, own, after := t.hints[x.word], t.hints[x.word+1], t.hints[x.word+2]
		if !x.joins {
			before = 0
		}
		if i+1 == len(tokens) || !tokens[i+1].joins {
			after = 0
		}
		t.hashes = AppendHints(t.hashes[:0], before, own, after, x.first)
		for _, f := range t.hashes {
			t.model.scores(&t.scores[x.word], f)
		}
	}
}

// label finds the best labels of a sentence of n words from scores. Only tokens can be in names.
func (t *Tagger) label(tokens []token, n int) {
	t.best = append(t.best[:0], make([]Label, n)...)
	for len(tokens) > 0 {
		k := 1
		for k < len(tokens) && tokens[k].joins {
			k++
		}
		t.search(int(tokens[0].word), int(tokens[k-1].word)+1)
		tokens = tokens[k:]
	}
}

// impossible is the score of a sequence that there cannot be.
const impossible = -1 << 30

// search finds the best labels of the words from start to end, before and after which there are no names.
func (t *Tagger) search(start, end int) {
	t.back = t.back[:0]
	at := t.first(&t.scores[start])
	for i := start + 1; i < end; i++ {
		at = t.extend(&at, &t.scores[i])
	}
	final, most := Outside, int32(impossible)
	for l := range Label(Labels) {
		if sum := at[l] + t.model.transitions[Outside][l]; l.Closes() && sum > most {
			final, most = l, sum
		}
	}
	t.best[end-1] = final
	for i, from := range slices.Backward(t.back) {
		final = from[final]
		t.best[start+i] = final
	}
}

// first returns the scores of the labels of a first word.
func (t *Tagger) first(scores *[Labels]int32) (at [Labels]int32) {
	for l := range Label(Labels) {
		at[l] = impossible
		if l.MayFollow(Outside) {
			at[l] = t.model.transitions[l][Outside] + scores[l]
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
	return pool.Size(t.features.rows) + pool.Size(t.tokens) + pool.Size(t.ends) + pool.Size(t.hashes) + pool.Size(t.hints) +
		pool.Size(t.scores) + pool.Size(t.back) + pool.Size(t.best)
}

// Confidence returns the probability, in hundredths, that the class of word i is right, to be called after Next. It is a
// logistic function of Margin, fitted on sets that the model had not seen: see docs/models/names.md.
func (t *Tagger) Confidence(i int) uint8 {
	p := 1 / (1 + portable.Exp(-(float64(confidenceSlope*float64(t.Margin(i))) + confidenceBase)))
	return uint8(min(max(1, int(float64(100*p)+.5)), 100))
}

// The function that Confidence is.
const (
	confidenceSlope = .0021
	confidenceBase  = .4
)

// Margin is how much better the label of word i is than the best of another class with the neighbours as they are, in
// units of the model's weights: a measure of certainty, to be called after Next.
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
