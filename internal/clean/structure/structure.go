// Package structure names the blocks of plain text: headings, list items, code and paragraphs, by their layout.
package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// maxHeadingWords is how long a heading may be.
const maxHeadingWords = 20

// Blocks returns the blocks of a clean text. They cover everything but white space.
func Blocks(clean string) []text.Block {
	var blocks []text.Block
	paragraphs := text.Paragraphs(clean)
	for i, s := range paragraphs {
		switch {
		case isCode(clean, s):
			blocks = append(blocks, text.Block{Kind: text.Code, Span: s})
		case isItem(s.Of(clean)):
			blocks = appendItems(blocks, clean, s)
		case isHeading(clean, paragraphs, i):
			level := 2
			if i == 0 {
				level = 1
			}
			blocks = append(blocks, text.Block{Kind: text.Heading, Span: s, Level: level})
		default:
			blocks = append(blocks, text.Block{Kind: text.Paragraph, Span: s})
		}
	}
	return blocks
}

// isCode reports whether every line of a block is indented by four columns.
func isCode(clean string, s text.Span) bool {
	lineStart := strings.LastIndexByte(clean[:s.Start], '\n') + 1
	for l := range strings.SplitSeq(clean[lineStart:s.End], "\n") {
		if !strings.HasPrefix(l, "    ") && !strings.HasPrefix(l, "\t") {
			return false
		}
	}
	return true
}

// isItem reports whether a line begins as an item of a list.
func isItem(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•◦▪‣*-–+·●", r) {
		return strings.HasPrefix(line[n:], " ")
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	rest := line[digits:]
	return digits > 0 && digits < 4 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// appendItems makes a block of each item; a line that begins none belongs to the item before it.
func appendItems(blocks []text.Block, clean string, s text.Span) []text.Block {
	first := len(blocks)
	for _, l := range text.Lines(s.Of(clean)) {
		l = l.Shift(s.Start)
		if len(blocks) > first && !isItem(l.Of(clean)) {
			blocks[len(blocks)-1].Span.End = l.End
			continue
		}
		blocks = append(blocks, text.Block{Kind: text.ListItem, Span: l, Level: 1})
	}
	return blocks
}

// isHeading reports whether paragraph i is a short line without a stop at its end, above a longer paragraph.
func isHeading(clean string, paragraphs []text.Span, i int) bool {
	s := paragraphs[i].Of(clean)
	if i+1 == len(paragraphs) || strings.Contains(s, "\n") || len(strings.Fields(s)) > maxHeadingWords {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(s)
	return !strings.ContainsRune(".,;:!…\"”’»)", last) && !unicode.IsLower(first) &&
		paragraphs[i+1].Len() > paragraphs[i].Len() && !isItem(paragraphs[i+1].Of(clean))
}
