package fluency

import (
	"context"
	"sort"

	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/text"
)

// Wanted says what of a report is made beyond what it always has.
type Wanted struct{ Paragraphs, Lines, Tokens bool }

// Passage is a paragraph or a line.
type Passage struct {
	Span text.Span

	// Perplexity is that of its tokens, after those before it.
	Perplexity float64
}

// Probability is that of one token.
type Probability struct {
	Span text.Span // empty for a mark or the end of a sentence

	// Log is the natural logarithm of its probability after the tokens before it: 0 or less.
	Log float64
}

// Report says how surprising a text is.
type Report struct {
	// Perplexity is the geometric mean of what the probability of each token is one part of: at least 1.
	Perplexity float64

	// ContextGain is by how many nats a token the tokens before it make it more probable than it is by itself. It is near or below
	// 0 where words stand in no order, as in lists of keywords.
	ContextGain float64

	// Unknown is the share of words that are not in the vocabulary, from 0 to 1.
	Unknown float64

	Percentiles []Percentile // ordered by genre

	// The passages that have tokens, and the tokens, if they were asked for.
	Paragraphs, Lines []Passage
	Tokens            []Probability
}

// Report makes the report of s, whose tokens are given; nil if there are none. The error is ctx.Err() if ctx ended first.
func (m *Model) Report(ctx context.Context, s string, tokens []Token, w Wanted) (*Report, error) {
	if len(tokens) == 0 {
		return nil, ctx.Err()
	}
	nats := Nats(tokens)
	r := &Report{Perplexity: max(portable.Exp(nats), 1), Percentiles: m.Percentiles(nats)}
	r.ContextGain, r.Unknown = m.gain(tokens), unknownShare(tokens)
	pace := text.NewPace(ctx)
	var err error
	if w.Paragraphs {
		if r.Paragraphs, err = passages(pace, tokens, text.Paragraphs(s)); err != nil {
			return nil, err
		}
	}
	if w.Lines {
		var lines []text.Span
		for l := range text.Lines(s) {
			if err := pace.Step(l.Len()); err != nil {
				return nil, err
			}
			lines = append(lines, l)
		}
		if r.Lines, err = passages(pace, tokens, lines); err != nil {
			return nil, err
		}
	}
	if w.Tokens {
		r.Tokens = probabilities(tokens)
	}
	return r, ctx.Err()
}

// passages returns the perplexity of each span that has tokens.
func passages(pace *text.Pace, tokens []Token, spans []text.Span) (list []Passage, err error) {
	for _, s := range spans {
		first := sort.Search(len(tokens), func(i int) bool { return int(tokens[i].Start) >= s.Start })
		tokens = tokens[first:]
		n := sort.Search(len(tokens), func(i int) bool { return int(tokens[i].End) > s.End })
		if n == 0 {
			continue
		}
		if err := pace.Step(n); err != nil {
			return nil, err
		}
		list = append(list, Passage{s, max(portable.Exp(Nats(tokens[:n])), 1)})
	}
	return list, nil
}

func probabilities(tokens []Token) []Probability {
	list := make([]Probability, len(tokens))
	for i, t := range tokens {
		list[i] = Probability{text.Span{Start: int(t.Start), End: int(t.End)}, -float64(t.Cost) / CostsPerNat}
	}
	return list
}

// gain returns ContextGain.
func (m *Model) gain(tokens []Token) float64 {
	sum := 0
	for _, t := range tokens {
		sum += m.Frequency(t.ID) - int(t.Cost)
	}
	return float64(sum) / float64(CostsPerNat*len(tokens))
}

func unknownShare(tokens []Token) float64 {
	words, unknown := 0, 0
	for _, t := range tokens {
		if t.IsWord() {
			words++
		}
		if t.ID == Unknown {
			unknown++
		}
	}
	return float64(unknown) / float64(max(words, 1))
}
