// Package chunk cuts a cleaned document into pieces of bounded size for retrieval.
//
// A chunk is made of whole blocks where they fit, else of whole sentences, else of words. Chunks cover the text in order:
// between two of them there is only white space, and with an overlap a chunk begins with the last sentences of the one
// before. Everything is safe for concurrent use; time and memory are linear in the text.
package chunk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/copydesk/copydesk/internal/text"
)

// Unit is what sizes are counted in.
type Unit int

// The units.
const (
	Words      Unit = iota // as in text.Document.Words
	Characters             // Unicode code points
	Tokens                 // of DefaultTokenizer
)

// Options say how a text is cut. The zero value cuts chunks of DefaultSize words.
type Options struct {
	// Unit is what MaxSize and Overlap count.
	Unit Unit

	// MaxSize is the largest size of a chunk; at least MinSize, or 0 for DefaultSize.
	MaxSize int

	// Overlap is how much of the end of a chunk the next one repeats at most, in whole sentences. Less than half of MaxSize.
	Overlap int

	// HeadingLevel is the level up to which a heading begins a new chunk, which repeats nothing; 0 for none.
	HeadingLevel int
}

const (
	// DefaultSize is the largest size of a chunk if the options state none.
	DefaultSize = 300

	// MinSize is the smallest allowed MaxSize: below it chunks would be parts of sentences.
	MinSize = 16

	// MaxHeadings is how many headings a chunk names at most: one for each level.
	MaxHeadings = 6
)

// Chunk is one piece of a text.
type Chunk struct {
	// Span is its place in the clean text.
	Span text.Span

	// Size is its size in Options.Unit.
	Size int

	// Headings are the places of the headings that it is under, outermost first, without those inside it.
	Headings []text.Span
}

// ID returns a stable id for a chunk's text: the first half of its SHA-256, in hexadecimal digits.
func ID(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:len(sum)/2])
}

// Cut returns the chunks of d. The error is ctx.Err() if ctx ended first.
func Cut(ctx context.Context, d *text.Document, o Options) ([]Chunk, error) {
	if o.MaxSize == 0 {
		o.MaxSize = DefaultSize
	}
	c := cutter{Options: o, ctx: ctx, document: d, clean: d.Clean, pace: text.NewPace(ctx)}
	for i := range d.Blocks {
		c.block(&d.Blocks[i])
		if c.err != nil {
			return nil, c.err
		}
	}
	c.flush()
	return c.chunks, ctx.Err()
}
