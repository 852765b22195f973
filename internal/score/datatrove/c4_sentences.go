package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// sentenceCounter counts the sentences of lines from the tokens of the text: no token reaches over a line's end, so that a
// line by itself has the same ones.
type sentenceCounter struct {
	s      string
	tokens *spacy.Tokens
	kinds  []spacy.Kind // by type
	token  int          // the first that is not in an earlier line
}

func (c *sentenceCounter) reset(t *pytext.Text) {
	c.s, c.tokens, c.token = t.S, spacy.Of(t), 0
	c.kinds = c.kinds[:0]
	for id := range c.tokens.Types() {
		c.kinds = append(c.kinds, spacy.KindOf(c.tokens.Type(uint32(id))))
	}
}

// count returns the number of sentences in a stripped line, one at least. Lines are asked for in order.
func (c *sentenceCounter) count(line text.Span) int {
	sentences, ended := 1, false
	k := c.tokens
	for c.token < k.Len() && int(k.Starts[c.token]) < line.Start {
		c.token++
	}
	for first := c.token; c.token < k.Len() && int(k.Starts[c.token]) < line.End; c.token++ {
		kind := c.kinds[k.IDs[c.token]]
		if ended && (kind == spacy.Other || c.token > first && c.behindSpace(c.token)) {
			sentences++
			ended = false
		}
		ended = ended || kind == spacy.Ender
	}
	return sentences
}

// behindSpace reports whether the white space between a token and the one before it is a token: a single space is none.
func (c *sentenceCounter) behindSpace(token int) bool {
	gap := c.s[c.tokens.Span(token-1).End:c.tokens.Starts[token]]
	return gap != "" && gap != " "
}

func (c *sentenceCounter) release() {
	c.s, c.tokens = "", nil
	if cap(c.kinds) > maxKept {
		c.kinds = nil
	}
}
