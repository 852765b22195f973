package fluency

import (
	"context"
	"sync"

	"github.com/copydesk/copydesk/internal/text"
)

// Tokens returns the tokens of s, whose words are those of package text, with their costs. The error is ctx.Err() if ctx ended
// first.
func (m *Model) Tokens(ctx context.Context, s string, words []text.Word) ([]Token, error) {
	t := tokenizer{m: m, text: s, list: make([]Token, 0, len(words)+len(words)/4+2)}
	pace := text.NewPace(ctx)
	done := 0
	for _, w := range words {
		if err := pace.Step(int(w.End) - done); err != nil {
			return nil, err
		}
		t.gap(done, int(w.Start))
		t.word(w)
		done = endOf(w, s)
	}
	t.end(done)
	return t.list, m.setCosts(pace, t.list)
}

// endOf returns the offset after a word and its possessive ending.
func endOf(w text.Word, s string) int {
	end := int(w.End)
	if w.Shape.Has(text.Possessive) {
		for end < len(s) && s[end]|0x20 != 's' {
			end++
		}
		end = min(end+1, len(s))
	}
	return end
}

// block is how many tokens are looked up side by side: a look-up waits for memory, and those of other tokens fill the wait.
const block = 256

// looked is what is looked up of a block of tokens.
type looked struct {
	spots  [block]spot
	grams  [block + 1]bigram // of each token and the one before it, after that of the last token of the block before
	loaded byte              // keeps what is read ahead from being left out
}

// setCosts sets the cost of each token.
func (m *Model) setCosts(pace *text.Pace, list []Token) error {
	var l looked
	a, b := End, End // the tokens before a block
	for len(list) > 0 {
		part := list[:min(block, len(list))]
		list = list[len(part):]
		l.bigrams(m, b, part)
		l.trigrams(m, a, b, part)
		for _, t := range part[max(0, len(part)-2):] {
			a, b = b, t.ID
		}
		l.grams[0] = l.grams[len(part)]
		if err := pace.Step(tokenWork * len(part)); err != nil {
			return err
		}
	}
	return nil
}

// bigrams looks up the tokens of a block and those before them.
func (l *looked) bigrams(m *Model, before ID, part []Token) {
	last := before
	for i := range part {
		l.spots[i] = m.bigrams.spotOf(hash2(last, part[i].ID))
		last = part[i].ID
	}
	l.load(&m.bigrams, len(part))
	last = before
	for i := range part {
		l.grams[i+1] = m.bigramAt(l.spots[i], last, part[i].ID)
		last = part[i].ID
	}
}

// trigrams sets the costs of the tokens of a block, of which a and b come before.
func (l *looked) trigrams(m *Model, a, b ID, part []Token) {
	var known [block]uint8 // the tokens of which the model has both bigrams, and so perhaps the trigram
	n := 0
	for i := range part {
		t := &part[i]
		ab, bc := l.grams[i], l.grams[i+1]
		t.Cost = uint16(shorter(ab, bc)) //nolint:gosec // a cost and a backoff are below 2^16
		if ab.found && bc.found {
			l.spots[n], known[n] = m.trigrams.spotOf(hash3(a, b, t.ID)), uint8(i)
			n++
		}
		if a, b = b, t.ID; b == End {
			l.grams[i+1] = bigram{} // nothing is known of what is before a sentence
		}
	}
	l.load(&m.trigrams, n)
	for i, s := range l.spots[:n] {
		if at := m.trigrams.findAt(s); at >= 0 {
			part[known[i]].Cost = uint16(m.trigrams.data[at])
		}
	}
	for i := range part {
		if t := &part[i]; t.ID == Unknown {
			t.Cost += UnknownCost
		}
	}
}

// load loads the first n spots side by side.
func (l *looked) load(t *table, n int) {
	loaded := byte(0)
	for _, s := range l.spots[:n] {
		loaded ^= t.load(s)
	}
	l.loaded = loaded
}

// UnknownCost is added to the cost of a word that is not in the vocabulary: it is one of some 160,000, the twelfth power of e.
const UnknownCost = 12 * CostsPerNat

// tokenWork is the work on the cost of a token, in bytes of text that take as long.
const tokenWork = 16

// Nats returns the mean cost of tokens in nats: the logarithm of their perplexity. It returns 0 for none.
func Nats(tokens []Token) float64 {
	if len(tokens) == 0 {
		return 0
	}
	sum := 0
	for _, t := range tokens {
		sum += int(t.Cost)
	}
	return float64(sum) / float64(CostsPerNat*len(tokens))
}

// EachToken calls do for the tokens of s as a model of no words has them: words are Unknown, and come with their folded spelling.
// It is for training.
func EachToken(s string, words []text.Word, do func(word string, id ID)) {
	tokens, _ := wordless().Tokens(context.Background(), s, words) // it never ends, so there is no error
	for _, t := range tokens {
		do(Fold(s[t.Start:t.End]), t.ID)
	}
}

var wordless = sync.OnceValue(func() *Model {
	m, err := Open(string(Make(Parts{Unigrams: make([]Gram, FirstWord)})))
	if err != nil {
		panic(err) // a model without words is one
	}
	return m
})
