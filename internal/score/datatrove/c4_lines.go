package datatrove

import (
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// fate is what C4's quality filter does with a line, or with the document because of it.
type fate uint8

// The fates, in the order in which the filter asks.
const (
	lineKept fate = iota
	lineTooLongWord
	lineNoTerminal
	lineTooFewWords
	docLoremIpsum
	lineJavascript
	docCurlyBracket
	linePolicy
	fates // how many there are
)

const (
	maxWordLength   = 1000 // characters
	minWordsPerLine = 3
)

// c4Line is a line as the filter sees it.
type c4Line struct {
	// start and end are where it stands, without its end and the white space at its ends.
	start, end int32

	// fate is what becomes of it where lines need no terminal mark.
	fate fate

	// terminated says whether it ends as a sentence does; cited, whether citations go out of it.
	terminated, cited bool
}

// span returns where the line stands.
func (l *c4Line) span() text.Span { return text.Span{Start: int(l.start), End: int(l.end)} }

// fateIf returns the line's fate.
func (l *c4Line) fateIf(keepUnterminated bool) fate {
	if keepUnterminated || l.terminated || l.fate == lineTooLongWord {
		return l.fate
	}
	return lineNoTerminal
}

// c4Lines are the lines of a text, found once for both settings, their signals, edits and places. A line that rejects the
// document does not end them, unlike in the reference, so that all reasons are found.
type c4Lines struct {
	lines []c4Line
}

type c4LinesKey struct{}

var c4LinesPool = sync.Pool{New: func() any { return new(c4Lines) }}

// c4LinesOf returns the lines of t, one for each of its Python lines.
func c4LinesOf(t *pytext.Text) []c4Line {
	return t.Unit(c4LinesKey{}, findC4Lines).(*c4Lines).lines //nolint:forcetypeassert // the key is ours
}

// Release ends the use of the lines; the text does so.
func (c *c4Lines) Release() {
	if cap(c.lines)*16 > maxKept {
		c.lines = nil
	}
	c4LinesPool.Put(c)
}

func findC4Lines(t *pytext.Text) pytext.Unit {
	c := c4LinesPool.Get().(*c4Lines) //nolint:forcetypeassert // the pool holds nothing else
	lines := t.PythonLines()
	c.lines = slices.Grow(c.lines[:0], len(lines))
	words := lineWords{words: t.Words()}
	for _, whole := range lines {
		n, tooLong := words.before(whole.End, whole.Len())
		c.lines = append(c.lines, newC4Line(t.S, whole, n, tooLong))
	}
	return c
}

// newC4Line reads a line of so many words, of which one is too long or none.
func newC4Line(s string, whole text.Span, words int, tooLong bool) c4Line {
	span := pytext.Strip(s, whole)
	line := span.Of(s)
	cleaned := withoutCitations(line)
	l := c4Line{
		start: int32(span.Start), end: int32(span.End), //nolint:gosec // texts are shorter than 2 GiB
		terminated: endsLine(cleaned), cited: len(cleaned) < len(line),
	}
	switch {
	case tooLong:
		l.fate = lineTooLongWord
	case words < minWordsPerLine:
		l.fate = lineTooFewWords
	default:
		l.fate = mentioned(cleaned)
	}
	return l
}

// lineWords finds the words of lines: line ends are white space, so that the words of a line are words of the text.
type lineWords struct {
	words *pytext.Words
	next  int // the first that is not in an earlier line
}

// before goes on to byte end, where a line of length bytes ends, and returns how many words there were, and whether one of
// them is too long.
func (w *lineWords) before(end, length int) (n int, tooLong bool) {
	first := w.next
	n, _ = slices.BinarySearch(w.words.Starts[first:], int32(end)) //nolint:gosec // texts are shorter than 2 GiB
	w.next += n
	if length <= maxWordLength {
		return n, false
	}
	for _, id := range w.words.IDs[first:w.next] {
		tooLong = tooLong || w.words.Lengths[id] > maxWordLength
	}
	return n, tooLong
}

// endsLine reports whether s ends in a mark that ends a sentence, and not in an ellipsis.
func endsLine(s string) bool {
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '?', '!', '"', '\'':
		return true
	case '.':
		return !strings.HasSuffix(s, "...")
	default:
		return false
	}
}
