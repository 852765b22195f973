// Package markdown writes the blocks of a document as CommonMark, with the tables and the maths of GitHub's dialect.
//
// It never changes what was selected, only how it is written. Everything is safe for concurrent use; time and memory are
// linear in the text.
package markdown

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Options say what Write adds to the text.
type Options struct {
	// NoLinks leaves out the addresses of links. Their words stay.
	NoLinks bool

	// Images writes the pictures of a page where they stand.
	Images bool
}

// htmlText is the media type of pages: no mark in their text is markup.
const htmlText = "text/html"

// Write returns d.Clean with the structure that d.Blocks describes written as markup, after d.Headline if there is one. The error is ctx.Err() if ctx ended
// first.
func Write(ctx context.Context, d *text.Document, o Options) (string, error) {
	w := writer{d: d, page: d.MediaType == htmlText, inlines: d.Inlines, pace: text.NewPace(ctx)}
	if !o.NoLinks {
		w.anchors = d.Anchors
	}
	if o.Images {
		w.images = d.Images
	}
	w.b.Grow(len(d.Headline) + len(d.Clean) + len(d.Clean)/8)
	if d.Headline != "" {
		w.newline = " "
		w.put("# ")
		w.escape(d.Headline, true)
		w.put("\n\n")
	}
	for i := range d.Blocks {
		if i > 0 {
			w.gap(&d.Blocks[i-1], &d.Blocks[i])
		}
		w.imagesBefore(d.Blocks[i].Span.Start)
		w.block(&d.Blocks[i])
		if w.err != nil {
			return "", w.err
		}
	}
	if len(d.Blocks) > 0 && len(w.images) > 0 {
		w.b.WriteString("\n\n")
	}
	w.imagesBefore(len(d.Clean))
	return strings.TrimRight(w.b.String(), "\n"), ctx.Err()
}

// writer writes one document, left to right.
type writer struct {
	d    *text.Document
	page bool
	b    strings.Builder

	// Links, inlines and images that have been written, or no longer can be, are cut off the front of these lists.
	anchors []text.Anchor
	inlines []text.Inline
	images  []text.Image

	// newline is what is written for a line feed inside the current block: one with the marks and the indentation that the
	// next line of that block needs, or a space where the block must stay on one line.
	newline string

	// hangs are by level of lists how far the text of the last item is indented within its list.
	hangs [maxLists]int

	// inCell says that a bar would end the cell that is being written.
	inCell bool

	pace *text.Pace
	err  error // why writing was given up: the context's error
}

// put writes markup or text that is escaped already.
func (w *writer) put(s string) {
	if w.err == nil {
		w.err = w.pace.Step(len(s))
	}
	if !w.inCell || strings.IndexByte(s, '|') < 0 {
		w.b.WriteString(s)
		return
	}
	for i := range len(s) {
		if s[i] == '|' {
			w.b.WriteByte('\\')
		}
		w.b.WriteByte(s[i])
	}
}

// maxQuotes is how many nested quotations, and maxLists how many nested lists, are marked: what is nested deeper is
// written as deep as this. Every line carries these marks, and so without a bound the output would grow with the square
// of the input.
const maxQuotes, maxLists = 8, 8

func quoteMarks(n int) string { return strings.Repeat("> ", min(n, maxQuotes)) }

// gap writes what separates two blocks: a blank line, which inside a quotation carries its marks, or a line feed between
// two items of one list.
func (w *writer) gap(before, block *text.Block) {
	w.put("\n")
	if before.Kind == text.ListItem && block.Kind == text.ListItem && !block.Continued && before.Quotes == block.Quotes {
		return
	}
	w.put(strings.TrimRight(quoteMarks(min(before.Quotes, block.Quotes)), " "))
	w.put("\n")
}
