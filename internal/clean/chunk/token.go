package chunk

import (
	"sync"
	"unicode"
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

	// tokenSlack is how near to the largest size a chunk is counted as a whole: the tokens of two texts side by side are a
	// few more or fewer than those of both.
	tokenSlack = 8
)

// tokens returns how many tokens s has, or some number above MaxSize if it has more than that.
func (c *cutter) tokens(s text.Span) int {
	total := 0
	for s.Start < s.End && c.err == nil && total <= c.MaxSize {
		window := text.Span{Start: s.Start, End: tokenBoundary(c.clean[:s.End], s.Start)}
		c.err = c.pace.Step(window.Len() * tokenWork)
		n, err := tokenizer().Count(window.Of(c.clean))
		if err != nil && c.err == nil {
			c.err = err
		}
		total += n
		s.Start = window.End
	}
	return total
}

// tokenBoundary returns the end of the window of in that begins at offset from: where letters end, as no token holds letters
// and what follows them.
func tokenBoundary(in string, from int) int {
	if len(in)-from <= tokenWindow {
		return len(in)
	}
	end := from + tokenWindow
	for !utf8.RuneStart(in[end]) {
		end--
	}
	for at := end; at > from; {
		before, n := utf8.DecodeLastRuneInString(in[from:at])
		if next, _ := utf8.DecodeRuneInString(in[at:]); unicode.IsLetter(before) && !unicode.IsLetter(next) {
			return at
		}
		at -= n
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
