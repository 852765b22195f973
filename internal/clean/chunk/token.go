package chunk

import (
	"sync"
	"unicode/utf8"

	"github.com/tiktoken-go/tokenizer/codec"

	"github.com/copydesk/copydesk/internal/text"
)

// DefaultTokenizer is the tokenizer of the unit Tokens: that of OpenAI's embedding models.
const DefaultTokenizer = "cl100k_base"

// tokenizer is loaded when the first text is counted in tokens: it takes some 50 ms and a few megabytes.
var tokenizer = sync.OnceValue(codec.NewCl100kBase)

const (
	// tokenWindow is how many bytes are tokenized between two looks at the context.
	tokenWindow = 16 << 10

	// tokenWork is what tokenizing a byte is worth, in bytes of other work.
	tokenWork = 64

	// pieceWork is what looking a piece up is worth, in bytes of other work, and maxKnown how many pieces are remembered.
	pieceWork, maxKnown = 64, 1 << 14

	// tokenSlack is how near to the largest size a chunk is counted as a whole: the tokens of two texts side by side are a
	// few more or fewer than those of both.
	tokenSlack = 8
)

// tokens returns how many tokens s has, or some number above MaxSize if it has more than that.
func (c *cutter) tokens(s text.Span) int {
	total := 0
	for s.Start < s.End && c.err == nil && total <= c.MaxSize {
		window := s.Of(c.clean)
		piece := window[:pieceEnd(window)]
		total += c.tokensOf(piece)
		s.Start += len(piece)
	}
	return total
}

// tokensOf returns how many tokens a piece has. Few pieces are new, and those that are not are known.
func (c *cutter) tokensOf(piece string) int {
	if n, ok := c.known[piece]; ok {
		c.step(len(piece) + pieceWork)
		return n
	}
	if c.known == nil || len(c.known) == maxKnown {
		c.known = make(map[string]int, pieceWork)
	}
	total := 0
	for rest := piece; rest != "" && c.err == nil; {
		window := rest[:tokenBoundary(rest)]
		c.step(len(window) * tokenWork)
		n, err := tokenizer().Count(window)
		if err != nil && c.err == nil {
			c.err = err
		}
		total += n
		rest = rest[len(window):]
	}
	c.known[piece] = total
	return total
}

// step looks at the context from time to time; n is the work done, in bytes.
func (c *cutter) step(n int) {
	if c.err == nil {
		c.err = c.pace.Step(n)
	}
}

// tokenBoundary returns the end of the beginning of piece that is tokenized at once.
func tokenBoundary(piece string) int {
	end := min(len(piece), tokenWindow)
	for end < len(piece) && !utf8.RuneStart(piece[end]) {
		end--
	}
	return end
}

// fittingTokens returns the end of the longest beginning of s that fits into a chunk, of whole characters.
func (c *cutter) fittingTokens(s text.Span) int {
	end := min(s.End, s.Start+8*c.MaxSize+tokenSlack)
	for end < s.End && !utf8.RuneStart(c.clean[end]) {
		end--
	}
	c.err = c.pace.Step((end - s.Start) * tokenWork)
	_, tokens, err := tokenizer().Encode(c.clean[s.Start:end])
	if err != nil && c.err == nil {
		c.err = err
	}
	for n := min(len(tokens), c.MaxSize); n > 0 && c.err == nil; n-- {
		at := s.Start
		for _, t := range tokens[:n] {
			at += len(t)
		}
		for at < s.End && !utf8.RuneStart(c.clean[at]) {
			at--
		}
		if at > s.Start && c.tokens(text.Span{Start: s.Start, End: at}) <= c.MaxSize {
			return at
		}
	}
	_, n := utf8.DecodeRuneInString(c.clean[s.Start:s.End]) // has a few tokens at the most
	return s.Start + n
}
