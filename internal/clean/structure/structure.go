// Package structure names the blocks of plain text by their layout: headings, list items, quotations, code, tables,
// verse, captions, mathematics and paragraphs.
//
// It works on a text whose paragraphs are whole: a line feed that is left inside a block has a meaning. Everything is safe
// for concurrent use; time is linear in the text.
package structure

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Blocks returns the blocks of a clean text. They are in order, do not overlap and cover everything but white space. The
// error is ctx.Err() if ctx ended first.
func Blocks(ctx context.Context, clean string) ([]text.Block, error) {
	f := finder{clean: clean, pace: text.NewPace(ctx)}
	f.blocks = make([]text.Block, 0, f.countBlocks())
	f.current = f.paragraph(0)
	f.next = f.paragraph(f.current.End)
	for !f.current.Empty() && f.err == nil {
		f.take()
		f.advance()
	}
	if f.err != nil {
		return nil, f.err
	}
	return f.blocks, ctx.Err()
}

// finder walks over the paragraphs of one text: the runs of lines between blank lines.
type finder struct {
	clean  string
	blocks []text.Block

	// previous, current and next are neighbouring paragraphs; empty beyond the ends of the text.
	previous, current, next text.Span

	unclosed []string // fences that do not come again, so that each is looked for only once

	pace *text.Pace
	err  error // why the work was given up: the context's error
}

// step counts n bytes of work.
func (f *finder) step(n int) {
	if f.err == nil {
		f.err = f.pace.Step(n)
	}
}

// advance moves on by one paragraph.
func (f *finder) advance() {
	f.previous, f.current, f.next = f.current, f.next, f.paragraph(f.next.End)
}

// paragraph returns the first paragraph from offset at on, which is at a line's start or in the white space after a
// line; an empty span at the end of the text if there is none.
func (f *finder) paragraph(at int) text.Span {
	found := text.Span{Start: len(f.clean), End: len(f.clean)}
	for at < len(f.clean) && f.err == nil {
		end := lineEnd(f.clean, at, len(f.clean))
		line := text.Trim(f.clean, text.Span{Start: at, End: end})
		switch {
		case line.Empty() && found.Start < len(f.clean):
			return found
		case line.Empty():
		case found.Start == len(f.clean):
			found = line
		default:
			found.End = line.End
		}
		f.step(end + 1 - at)
		at = end + 1
	}
	return found
}

// countBlocks returns a number that the text has no more blocks than: a slice that had to grow would take up its size
// more than twice.
func (f *finder) countBlocks() int {
	n, blank := 0, true
	for at := 0; at < len(f.clean) && f.err == nil; {
		end := lineEnd(f.clean, at, len(f.clean))
		line := text.Trim(f.clean, text.Span{Start: at, End: end})
		if !line.Empty() && (blank || isItem(line.Of(f.clean))) {
			n++
		}
		blank = line.Empty()
		f.step(end + 1 - at)
		at = end + 1
	}
	return n
}

// take names the current paragraph; fenced code takes the paragraphs up to its closing fence.
func (f *finder) take() {
	s := f.current
	body := s.Of(f.clean)
	multiline := strings.IndexByte(body, '\n') >= 0
	switch {
	case f.fenced():
	case f.isIndented(s):
		f.indented()
	case isDisplayMath(body):
		f.add(text.Math, s)
	case multiline && f.isTable(body):
		f.add(text.Table, s)
	case f.everyLine(body, isQuoted):
		f.add(text.Quote, s)
	case isItem(body):
		f.items(s)
	case multiline && f.isVerse(body):
		f.add(text.Verse, s)
	case isCaption(body):
		f.add(text.Caption, s)
	default:
		f.headingOrParagraph()
	}
}

func (f *finder) add(kind text.BlockKind, s text.Span) {
	f.blocks = append(f.blocks, text.Block{Kind: kind, Span: s})
}

// lineStart returns where the line begins in which s begins.
func (f *finder) lineStart(s text.Span) int {
	return strings.LastIndexByte(f.clean[:s.Start], '\n') + 1
}

// lineEnd returns where the line that begins at offset at ends, at most end.
func lineEnd(s string, at, end int) int {
	if n := strings.IndexByte(s[at:end], '\n'); n >= 0 {
		return at + n
	}
	return end
}

// everyLine reports whether all lines of body pass.
func (f *finder) everyLine(body string, passes func(line string) bool) bool {
	for at := 0; at <= len(body) && f.err == nil; {
		end := lineEnd(body, at, len(body))
		if !passes(body[at:end]) {
			return false
		}
		f.step(end + 1 - at)
		at = end + 1
	}
	return true
}
