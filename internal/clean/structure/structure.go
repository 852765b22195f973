// Package structure names the blocks of plain text by their layout: headings, list items, quotations, code, tables,
// verse, captions, mathematics and paragraphs.
//
// It works on a text whose paragraphs are whole: what line feeds are left inside a block are meant. Everything is safe
// for concurrent use; time is linear in the text.
package structure

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Blocks returns the blocks of a clean text. They are in order, do not overlap and cover everything but white space.
func Blocks(clean string) []text.Block {
	f := finder{clean: clean, paragraphs: text.Paragraphs(clean)}
	f.blocks = make([]text.Block, 0, len(f.paragraphs))
	for i := 0; i < len(f.paragraphs); {
		i = f.take(i)
	}
	return f.blocks
}

// finder walks over the paragraphs of one text.
type finder struct {
	clean      string
	paragraphs []text.Span
	blocks     []text.Block
	unclosed   []string // fences known not to come again, so that each is looked for once only
}

// take names the block that begins with paragraph i and returns the paragraph behind it.
func (f *finder) take(i int) int {
	s := f.paragraphs[i]
	if next := f.fenced(i); next > i {
		return next
	}
	body := s.Of(f.clean)
	multiline := strings.IndexByte(body, '\n') >= 0
	switch {
	case f.isIndented(s):
		f.indented(i)
	case isDisplayMath(body):
		f.add(text.Math, s)
	case multiline && isTable(body):
		f.add(text.Table, s)
	case everyLine(body, isQuoted):
		f.add(text.Quote, s)
	case isItem(body):
		f.items(s)
	case multiline && isVerse(body):
		f.add(text.Verse, s)
	case isCaption(body):
		f.add(text.Caption, s)
	default:
		f.headingOrParagraph(i)
	}
	return i + 1
}

func (f *finder) add(kind text.BlockKind, s text.Span) {
	f.blocks = append(f.blocks, text.Block{Kind: kind, Span: s})
}

// lineStart is where the line begins that s begins in.
func (f *finder) lineStart(s text.Span) int {
	return strings.LastIndexByte(f.clean[:s.Start], '\n') + 1
}

// everyLine reports whether all lines of body pass.
func everyLine(body string, passes func(line string) bool) bool {
	for l := range strings.SplitSeq(body, "\n") {
		if !passes(l) {
			return false
		}
	}
	return true
}
