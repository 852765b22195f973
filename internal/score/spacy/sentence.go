package spacy

import (
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Sentences returns how many sentences spaCy's sentencizer finds in s: after a sentence-ending character, the first token that
// is not punctuation begins the next. Tokens of white space count: two spaces after a full stop are a sentence of their own if
// punctuation follows.
func Sentences(s string) int {
	t := pytext.New(s)
	defer t.Release()
	return SentencesOf(t, s)
}

// SentencesOf is Sentences for a piece of t, or what was made of one.
func SentencesOf(t *pytext.Text, s string) int {
	c := counters.Get()
	c.t = t
	c.split.setText(t)
	defer func() {
		c.t = nil
		c.split.setText(nil)
		counters.Put(c, pool.Size(c.raw)+pool.Size(c.other)+pool.Size(c.tokens)+c.split.size())
	}()
	c.sentences, c.ended, c.hangs = 0, false, false
	c.previous.start, c.previous.end = 0, 0
	c.line(s)
	if c.hangs {
		return tokenSentences(t, s)
	}
	return c.sentences
}

var counters pool.Of[counter]

// counter counts sentences chunk by chunk.
type counter struct {
	t         *pytext.Text // bounds the work
	sentences int
	ended     bool // a sentence-ending token was met since the last one began

	// hangs says that a cut-up exception may reach over a space, so that the chunks have to be cut together.
	hangs bool

	previous struct{ start, end int } // chunk

	split              splitter
	raw, other, tokens []Token
}

// line counts the sentences of s.
func (c *counter) line(s string) {
	for i := 0; i < len(s) && !c.hangs; {
		gap := i
		i += pytext.SpaceLen(s[i:])
		c.space(s[gap:i], gap == 0)
		start := i
		i += pytext.WordLen(s[i:])
		c.t.Tick(i - gap)
		if start < i {
			c.chunk(s, start, i)
			c.previous.start, c.previous.end = start, i
		}
	}
}

// space counts white space, which is a token unless it is a single space after a chunk.
func (c *counter) space(gap string, first bool) {
	if gap != "" && (first || gap != " ") {
		c.word()
	}
}

// word counts a token that is not punctuation.
func (c *counter) word() {
	if c.ended || c.sentences == 0 {
		c.sentences++
		c.ended = false
	}
}

// chunk counts the tokens of s[start:end]. It has to find them only if there is a sentence-ending character among them: otherwise
// all that matters is whether any of them is not punctuation, however they are cut.
func (c *counter) chunk(s string, start, end int) {
	all := chunkClasses(s[start:end])
	if all&ender == 0 {
		if c.sentences == 0 || all&punctuation == 0 {
			c.word()
		}
		return
	}
	c.raw = c.split.raw(c.raw[:0], s[start:end], int32(start), words) //nolint:gosec // texts are shorter than 2 GiB
	c.tokens = c.split.match.restore(c.tokens[:0], c.raw, s)
	c.hangs = c.hangsTogether(s, start, end, c.split.match.first, c.split.match.last)
	for _, t := range c.tokens {
		c.t.Tick(4)
		c.token(s[t.Start:t.End])
	}
}

// chunkClasses returns ender if any character of s is of that class, and punctuation if all are.
func chunkClasses(s string) class {
	some, all := class(0), punctuation
	for i := 0; i < len(s); {
		_, n, c := after(s[i:])
		some |= c
		all &= c
		i += n
	}
	return some&ender | all
}

func (c *counter) token(s string) {
	switch KindOf(s) {
	case Other:
		c.word()
	case Punctuation:
		c.sentences = max(c.sentences, 1)
	case Ender:
		c.sentences = max(c.sentences, 1)
		c.ended = true
	}
}

// hangsTogether reports whether a cut-up exception might reach from s[start:end], with these tokens at its ends, over a
// single space to the chunk before or after it.
func (c *counter) hangsTogether(s string, start, end int, first, last *entry) bool {
	if first != nil && first.inner && c.previous.end > 0 && start == c.previous.end+1 && s[c.previous.end] == ' ' {
		c.look(s[c.previous.start:c.previous.end])
		if hang(c.split.match.last, first) {
			return true
		}
	}
	if last == nil || last.followers == nil || !strings.HasPrefix(s[end:], " ") {
		return false
	}
	next := s[end+1:]
	if next = next[:pytext.WordLen(next)]; next == "" {
		return false
	}
	c.look(next)
	return hang(last, c.split.match.first)
}

// look finds the first and the last token of a chunk.
func (c *counter) look(chunk string) {
	c.other = c.split.raw(c.other[:0], chunk, 0, words)
	c.split.match.find(c.other, chunk)
}

// tokenSentences counts the sentences of s from its tokens.
func tokenSentences(of *pytext.Text, s string) int {
	t := of.Derive(s)
	defer t.Release()
	k := Of(t)
	c := counter{t: t}
	end := 0
	for i := range k.Len() {
		span := k.Span(i)
		c.space(s[end:span.Start], end == 0)
		c.token(span.Of(s))
		end = span.End
	}
	c.space(s[end:], end == 0)
	return c.sentences
}
