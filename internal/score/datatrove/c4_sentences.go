package datatrove

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// sentenceCounter counts the sentences of lines from the tokens of the text: no token reaches over the end of a line, so that
// a line by itself has the same tokens.
type sentenceCounter struct {
	t      *pytext.Text
	tokens *spacy.Tokens
	kinds  []spacy.Kind // by type
	token  int          // the first that is not in an earlier line
}

var sentenceCounters pool.Of[sentenceCounter]

// newSentenceCounter returns a counter of the lines of t, to be given back with release.
func newSentenceCounter(t *pytext.Text) *sentenceCounter {
	c := sentenceCounters.Get()
	c.t, c.tokens, c.token = t, spacy.Of(t), 0
	c.kinds = c.kinds[:0]
	for id := range c.tokens.Types() {
		t.Tick(4)
		c.kinds = append(c.kinds, spacy.KindOf(c.tokens.Type(uint32(id))))
	}
	return c
}

func (c *sentenceCounter) release() {
	c.t, c.tokens = nil, nil
	sentenceCounters.Put(c, pool.Size(c.kinds))
}

// count returns the number of sentences in a stripped line, at least one. Lines are passed in order.
func (c *sentenceCounter) count(line text.Span) int {
	sentences, ended := 1, false
	k := c.tokens
	for c.token < k.Len() && int(k.Starts[c.token]) < line.Start {
		c.token++
	}
	for first := c.token; c.token < k.Len() && int(k.Starts[c.token]) < line.End; c.token++ {
		c.t.Tick(4)
		kind := c.kinds[k.IDs[c.token]]
		if ended && (kind == spacy.Other || c.token > first && c.afterSpace(c.token)) {
			sentences++
			ended = false
		}
		ended = ended || kind == spacy.Ender
	}
	return sentences
}

// afterSpace reports whether the white space between a token and the one before it is a token: a single space is not.
func (c *sentenceCounter) afterSpace(token int) bool {
	gap := c.t.S[c.tokens.Span(token-1).End:c.tokens.Starts[token]]
	return gap != "" && gap != " "
}
