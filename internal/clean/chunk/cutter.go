package chunk

import (
	"context"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// cutter builds the chunks of one text, left to right.
type cutter struct {
	Options

	ctx      context.Context //nolint:containedctx // a cutter lives no longer than the call
	document *text.Document
	clean    string
	chunks   []Chunk
	current  Chunk // empty if nothing has been put in it

	// headings are the headings that the text is under, by level; empty where there is none.
	headings [MaxHeadings]text.Span

	// lead is where the headings at the end of the current chunk begin: its end if there are none.
	lead int

	// known is how many tokens pieces of the text have.
	known map[string]int

	pace *text.Pace
	err  error // why the work was given up: the context's error
}

// words and sentences return those of the document, which are found when they are first needed: whole blocks that fit need neither.
func (c *cutter) words() []text.Word {
	words, err := c.document.Words(c.ctx)
	if err != nil && c.err == nil {
		c.err = err
	}
	return words
}

func (c *cutter) sentences() []text.Span {
	sentences, err := c.document.Sentences(c.ctx)
	if err != nil && c.err == nil {
		c.err = err
	}
	return sentences
}

// size returns the size of s.
func (c *cutter) size(s text.Span) int {
	if c.err == nil {
		c.err = c.pace.Step(s.Len())
	}
	switch c.Unit {
	case Characters:
		return utf8.RuneCountInString(s.Of(c.clean))
	case Tokens:
		return c.tokens(s)
	default:
		return len(text.WordsIn(c.words(), s))
	}
}

// block adds a block, in parts if it does not fit into a chunk.
func (c *cutter) block(b *text.Block) {
	if b.Kind == text.Heading {
		c.heading(b)
		return
	}
	if size := c.size(b.Span); size <= c.MaxSize {
		c.add(b.Span, size)
	} else if b.Kind == text.Table || b.Kind == text.Code || b.Kind == text.Verse {
		c.lines(b.Span)
	} else {
		c.sentencesIn(b.Span)
	}
}

// heading adds a heading, which begins a chunk if its level asks for that. Headings in a row stay together.
func (c *cutter) heading(b *text.Block) {
	level := min(max(b.Level, 1), MaxHeadings)
	if level <= c.HeadingLevel && c.lead > c.current.Span.Start {
		c.flush()
	}
	lead := c.lead
	if lead == c.current.Span.End {
		lead = b.Span.Start
	}
	c.headings[level-1] = b.Span
	clear(c.headings[level:])
	if size := c.size(b.Span); size <= c.MaxSize {
		c.add(b.Span, size)
	} else {
		c.sentencesIn(b.Span)
	}
	c.lead = max(lead, c.current.Span.Start)
}

// lines adds the lines of a table or of code.
func (c *cutter) lines(s text.Span) {
	for at := s.Start; at < s.End && c.err == nil; {
		end := s.End
		if n := strings.IndexByte(c.clean[at:s.End], '\n'); n >= 0 {
			end = at + n
		}
		c.part(text.Span{Start: at, End: end})
		at = end + 1
	}
}

// sentencesIn adds the sentences of s.
func (c *cutter) sentencesIn(s text.Span) {
	sentences := c.sentences()
	first := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > s.Start })
	at := s.Start
	for _, sentence := range sentences[first:] {
		if sentence.Start >= s.End || c.err != nil {
			break
		}
		c.part(text.Span{Start: max(at, sentence.Start), End: min(sentence.End, s.End)})
		at = sentence.End
	}
	if at < s.End {
		c.part(text.Span{Start: at, End: s.End})
	}
}

// part adds a sentence or a line, word by word if it does not fit into a chunk.
func (c *cutter) part(s text.Span) {
	if s = text.Trim(c.clean, s); s.Empty() {
		return
	}
	size := c.size(s)
	if size <= c.MaxSize {
		c.add(s, size)
		return
	}
	for s.Start < s.End && c.err == nil {
		end := c.fitting(s)
		piece := text.Trim(c.clean, text.Span{Start: s.Start, End: end})
		if !piece.Empty() {
			c.add(piece, c.size(piece))
		}
		s.Start = end
	}
}

// fitting returns the end of the longest beginning of s that fits into a chunk: at the end of a word, unless one word is
// longer than that.
func (c *cutter) fitting(s text.Span) int {
	if c.Unit == Words {
		words := text.WordsIn(c.words(), s)
		if len(words) <= c.MaxSize {
			return s.End
		}
		return int(words[c.MaxSize].Start)
	}
	end := c.fittingCharacters(s)
	if end == s.End {
		return end
	}
	words := text.WordsIn(c.words(), text.Span{Start: s.Start, End: s.End})
	at := sort.Search(len(words), func(i int) bool { return int(words[i].End) > end })
	if at < len(words) && int(words[at].Start) < end && int(words[at].Start) > s.Start {
		return int(words[at].Start)
	}
	return end
}

// fittingCharacters returns the end of the longest beginning of s that fits into a chunk, of whole characters.
func (c *cutter) fittingCharacters(s text.Span) int {
	if c.Unit == Tokens {
		return c.fittingTokens(s)
	}
	end := s.Start
	for n := 0; end < s.End && n < c.MaxSize; n++ {
		_, width := utf8.DecodeRuneInString(c.clean[end:s.End])
		end += width
	}
	return end
}

// add puts s at the end of the current chunk, or begins another with it.
func (c *cutter) add(s text.Span, size int) {
	if c.current.Span.Empty() {
		c.begin(s, size)
	} else if joined := c.joined(s, size); joined <= c.MaxSize {
		c.current.Span.End = s.End
		c.current.Size = joined
	} else {
		c.next(s, size)
	}
	c.lead = c.current.Span.End
}

// joined returns the size of the current chunk with s at its end. In tokens it is an estimate where it is far from MaxSize, which
// flush replaces.
func (c *cutter) joined(s text.Span, size int) int {
	switch c.Unit {
	case Characters:
		return c.current.Size + utf8.RuneCountInString(c.clean[c.current.Span.End:s.Start]) + size
	case Tokens:
		if total := c.current.Size + 1 + size; total <= c.MaxSize-tokenSlack || total > 2*c.MaxSize {
			return total
		}
		return c.tokens(text.Span{Start: c.current.Span.Start, End: s.End})
	default:
		return c.current.Size + size
	}
}

// begin begins a chunk with s.
func (c *cutter) begin(s text.Span, size int) {
	c.current = Chunk{Span: s, Size: size}
	for _, h := range c.headings {
		if !h.Empty() && h.End <= s.Start {
			c.current.Headings = append(c.current.Headings, h)
		}
	}
}

// next ends the current chunk and begins one with s. Headings at the end of the old one move to the new one, with what they
// are the headings of; otherwise the new one repeats the last sentences of the old.
func (c *cutter) next(s text.Span, size int) {
	old, from := c.current.Span, s.Start
	moves := old.Start < c.lead && c.lead < old.End
	switch {
	case moves:
		from = c.lead
		c.current.Span = text.Trim(c.clean, text.Span{Start: old.Start, End: c.lead})
		c.current.Size = c.size(c.current.Span)
	case c.Overlap > 0 && c.lead == old.End:
		from = c.overlapStart(old)
	}
	c.flush()
	if joined := (text.Span{Start: from, End: s.End}); from < s.Start {
		if total := c.size(joined); total <= c.MaxSize {
			c.begin(joined, total)
			return
		}
	}
	if moves { // the headings do not fit into one chunk with s
		moved := text.Span{Start: from, End: old.End}
		c.begin(moved, c.size(moved))
		c.flush()
	}
	c.begin(s, size)
}

// overlapStart returns the start of the last sentences of old that are together no larger than Overlap, or its end.
func (c *cutter) overlapStart(old text.Span) int {
	sentences := c.sentences()
	last := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > old.End })
	from, total := old.End, 0
	for i := last - 1; i >= 0 && sentences[i].Start > old.Start; i-- {
		if total += c.size(text.Span{Start: sentences[i].Start, End: from}); total > c.Overlap {
			break
		}
		from = sentences[i].Start
	}
	return from
}

// flush ends the current chunk. One that only repeats the end of the chunk before is dropped: the headings that followed
// it have moved on.
func (c *cutter) flush() {
	n := len(c.chunks)
	if !c.current.Span.Empty() && (n == 0 || c.current.Span.End > c.chunks[n-1].Span.End) {
		c.keep(c.current)
	}
	c.current, c.lead = Chunk{}, 0
}

// keep adds a finished chunk. In tokens it is counted again, and cut where the estimates were too low.
func (c *cutter) keep(chunk Chunk) {
	if c.Unit != Tokens {
		c.chunks = append(c.chunks, chunk)
		return
	}
	for rest := chunk.Span; !rest.Empty() && c.err == nil; {
		chunk.Span = rest
		if chunk.Size = c.tokens(rest); chunk.Size > c.MaxSize {
			chunk.Span = text.Trim(c.clean, text.Span{Start: rest.Start, End: c.fitting(rest)})
			chunk.Size = c.tokens(chunk.Span)
		}
		rest = text.Trim(c.clean, text.Span{Start: max(chunk.Span.End, rest.Start+1), End: rest.End})
		c.chunks = append(c.chunks, chunk)
	}
}
