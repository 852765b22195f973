package text

import (
	"context"
	"sort"
)

// Dropped is a line that cleaning took out, kept for what it says: an author, an address, a rights holder.
type Dropped struct {
	// Source is the line's range in the source.
	Source Span

	// Text is the line after repair, without white space at its ends.
	Text string

	// Change is why it was dropped: the rule, the phrase that matched, confidence and threshold. Never nil, and shared
	// with the segment that drops the line: not to be written to.
	*Change
}

// Anchor is a link of the content.
type Anchor struct {
	// URL is the address as written, entities decoded.
	URL string

	// Span is the words that carry it, in the clean text.
	Span Span
}

// Document is one cleaned document: what Extract and Score read, computed once. Sentences, words and lines
// are found when first asked for.
type Document struct {
	// Source is the document as it was sent. For raw bytes it is those bytes, which need not be UTF-8.
	Source string

	// Clean is the clean text: valid UTF-8.
	Clean string

	// Provenance leads from Source to Clean.
	Provenance Provenance

	// Headline is the headline of the page where it goes first in Markdown and is not in Clean; else empty.
	Headline string

	// Blocks are the structure of Clean.
	Blocks []Block

	// Dropped are the lines taken out, in order.
	Dropped []Dropped

	// Facts are what the markup says of the page, in order; nil for plain text.
	Facts []Fact

	// Anchors are the links of the main content, in order; nil for plain text.
	Anchors []Anchor

	// Images are the pictures of the main content, in order; nil for plain text.
	Images []Image

	// Inlines are the code and the formulas within lines of the main content; nil for plain text.
	Inlines []Inline

	// Charset is the WHATWG label of the encoding that raw bytes were decoded from; else empty.
	Charset string

	// MediaType is what the content was taken for: "text/plain" or "text/html".
	MediaType string

	// Page is the kind of page that Clean came from; zero for plain text.
	Page Page

	// Confidence is how sure the choice of a page's main content is, from 0 to 1.
	Confidence float32

	words     []Word
	sentences []Span
}

// Words returns the words of the clean text, found at the first call. The caller must not change the slice. The error is
// ctx.Err() if ctx ended first; a later call starts anew.
func (d *Document) Words(ctx context.Context) ([]Word, error) {
	if d.words != nil {
		return d.words, nil
	}
	words, err := AppendWords(ctx, make([]Word, 0, min(len(d.Clean), grownFrom)/6+1), d.Clean, Span{0, len(d.Clean)})
	if err != nil {
		return nil, err
	}
	d.words = words
	return words, nil
}

// WordsIn returns those of words, which are in order, that lie inside s: a view, not a copy.
func WordsIn(words []Word, s Span) []Word {
	first := sort.Search(len(words), func(i int) bool { return int(words[i].Start) >= s.Start })
	words = words[first:]
	return words[:sort.Search(len(words), func(i int) bool { return int(words[i].End) > s.End })]
}

// Sentences returns the sentences of the clean text, found at the first call; none crosses a block. The caller must not
// change the slice. The error is ctx.Err() if ctx ended first; a later call starts anew.
func (d *Document) Sentences(ctx context.Context) ([]Span, error) {
	if d.sentences != nil {
		return d.sentences, nil
	}
	words, err := d.Words(ctx)
	if err != nil {
		return nil, err
	}
	sentences := make([]Span, 0, min(len(d.Clean), grownFrom)/80+1)
	for _, b := range d.Blocks {
		if sentences, err = AppendSentences(ctx, sentences, d.Clean, words, b.Span); err != nil {
			return nil, err
		}
	}
	d.sentences = sentences
	return sentences, nil
}

// ToSource returns the source range from which the clean range s was made.
func (d *Document) ToSource(s Span) Span { return d.Provenance.ToSource(s) }
