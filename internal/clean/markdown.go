package clean

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Markdown renders the document's clean text with its structure marked up as CommonMark. It never changes
// what was selected, only how it is written.
func Markdown(d *text.Document) string {
	var b strings.Builder
	b.Grow(len(d.Clean) + len(d.Clean)/8)
	anchors := d.Anchors
	for i, block := range d.Blocks {
		if i > 0 {
			b.WriteString(gap(d.Blocks[i-1], block))
		}
		for len(anchors) > 0 && anchors[0].Span.End <= block.Span.Start {
			anchors = anchors[1:]
		}
		writeBlock(&b, d.Clean, block, anchors)
	}
	return b.String()
}

// gap is what parts two blocks: items of one list stand on neighbouring lines.
func gap(before, block text.Block) string {
	if before.Kind == text.ListItem && block.Kind == text.ListItem {
		return "\n"
	}
	return "\n\n"
}

func writeBlock(b *strings.Builder, clean string, block text.Block, anchors []text.Anchor) {
	body := block.Span.Of(clean)
	switch block.Kind {
	case text.Heading:
		b.WriteString(strings.Repeat("#", min(max(block.Level, 1), 6)) + " ")
		b.WriteString(strings.ReplaceAll(escape(withoutMarks(body)), "\n", " "))
	case text.ListItem:
		indent := strings.Repeat("    ", max(block.Level-1, 0)) // enough below any marker
		marker, rest := itemMarker(body)
		b.WriteString(indent + marker)
		b.WriteString(strings.ReplaceAll(inline(clean, text.Span{
			Start: block.Span.End - len(rest), End: block.Span.End,
		}, anchors), "\n", "\n"+indent+strings.Repeat(" ", len(marker))))
	case text.Quote, text.Comment:
		writeQuote(b, body, inline(clean, block.Span, anchors))
	case text.Math:
		b.WriteString(displayMath(body))
	case text.Code:
		writeCode(b, body, block.Language)
	case text.Table:
		writeTable(b, body)
	case text.Verse:
		b.WriteString(strings.ReplaceAll(inline(clean, block.Span, anchors), "\n", "\\\n"))
	case text.Caption:
		b.WriteString("*" + escape(body) + "*")
	default:
		b.WriteString(inline(clean, block.Span, anchors))
	}
}

// inline writes running text with its links. While the text is escaped, controls, which clean text never
// holds, stand for the brackets of links.
func inline(clean string, s text.Span, anchors []text.Anchor) string {
	var b strings.Builder
	at := s.Start
	for _, a := range anchors {
		if a.Span.Start >= s.End {
			break
		}
		if a.Span.Start < at || a.Span.End > s.End || a.URL == "" {
			continue
		}
		b.WriteString(clean[at:a.Span.Start])
		b.WriteString("\x00" + clean[a.Span.Start:a.Span.End] + "\x01" + linkTarget(a.URL) + "\x02")
		at = a.Span.End
	}
	b.WriteString(clean[at:s.End])
	return strings.NewReplacer("\x00", "[", "\x01", "](", "\x02", ")").Replace(escape(b.String()))
}

// linkTarget makes an address safe between the brackets of a link.
func linkTarget(url string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E",
		"\n", "", "\\", "%5C").Replace(url)
}
