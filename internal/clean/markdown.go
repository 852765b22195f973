package clean

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// MarkdownOptions say what Markdown writes besides the text.
type MarkdownOptions struct {
	// NoLinks leaves out the addresses of links. Their words stay.
	NoLinks bool

	// Images writes the pictures of a page where they stand.
	Images bool
}

// Markdown renders the document's clean text with its structure marked up as CommonMark, with the tables and the maths of
// GitHub's dialect. It never changes what was selected, only how it is written.
func Markdown(d *text.Document, o MarkdownOptions) string {
	m := markdown{d: d, page: d.MediaType == htmlText, inlines: d.Inlines}
	if !o.NoLinks {
		m.anchors = d.Anchors
	}
	if o.Images {
		m.images = d.Images
	}
	m.b.Grow(len(d.Clean) + len(d.Clean)/8)
	for i, block := range d.Blocks {
		if i > 0 {
			m.gap(d.Blocks[i-1], block)
		}
		m.imagesBefore(block.Span.Start)
		m.block(block)
	}
	if len(d.Blocks) > 0 && len(m.images) > 0 {
		m.b.WriteString("\n\n")
	}
	m.imagesBefore(len(d.Clean))
	return strings.TrimRight(m.b.String(), "\n")
}

// markdown writes one document. Links, inlines and images that were written, or cannot be any more, are cut off its lists.
type markdown struct {
	d       *text.Document
	page    bool // no marks of its own mean structure
	b       strings.Builder
	anchors []text.Anchor
	inlines []text.Inline
	images  []text.Image
}

// gap writes what parts two blocks: items of one list stand on neighbouring lines, blocks of one quotation are not parted
// by a line without its mark.
func (m *markdown) gap(before, block text.Block) {
	m.b.WriteByte('\n')
	if before.Kind == text.ListItem && block.Kind == text.ListItem && !block.Continued && before.Quotes == block.Quotes {
		return
	}
	m.b.WriteString(strings.TrimRight(quoteMarks(min(before.Quotes, block.Quotes)), " "))
	m.b.WriteByte('\n')
}

// maxQuotes is how many marks of quotation are written at most.
const maxQuotes = 16

func quoteMarks(n int) string { return strings.Repeat("> ", min(n, maxQuotes)) }

// block writes a block behind the marks of the quotations that it stands in.
func (m *markdown) block(block text.Block) {
	marks := quoteMarks(block.Quotes)
	m.b.WriteString(marks)
	written := m.body(block)
	if marks != "" {
		written = strings.ReplaceAll(written, "\n", "\n"+marks)
	}
	m.b.WriteString(written)
}

func (m *markdown) body(block text.Block) string {
	body := block.Span.Of(m.d.Clean)
	switch block.Kind {
	case text.Heading:
		return strings.Repeat("#", min(max(block.Level, 1), 6)) + " " + m.oneLine(m.withoutMarks(block.Span))
	case text.ListItem:
		return m.item(block, body)
	case text.Quote:
		return m.quote(block, body)
	case text.Math:
		return displayMath(body)
	case text.Code:
		return codeBlock(body, block.Language, m.page)
	case text.Table:
		return m.table(block.Span)
	case text.Verse:
		return strings.ReplaceAll(m.flow(block.Span), "\n", "\\\n")
	case text.Caption:
		return "*" + m.oneLine(block.Span) + "*"
	default:
		return m.flow(block.Span)
	}
}

func (m *markdown) oneLine(s text.Span) string { return strings.ReplaceAll(m.flow(s), "\n", " ") }

// item writes an item of a list, indented by four for each list around it, which is enough below any marker.
func (m *markdown) item(block text.Block, body string) string {
	indent := strings.Repeat("    ", max(block.Level-1, 0))
	marker, rest := "- ", body
	switch {
	case block.Number > 0:
		marker = numberMarker(block.Number)
	case !m.page:
		marker, rest = itemMarker(body)
	}
	hang := "\n" + indent + strings.Repeat(" ", len(marker))
	if block.Continued {
		marker = hang[1+len(indent):]
	}
	s := text.Span{Start: block.Span.End - len(rest), End: block.Span.End}
	return indent + marker + strings.ReplaceAll(m.flow(s), "\n", hang)
}
