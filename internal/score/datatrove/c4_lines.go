package datatrove

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// fate is what C4's quality filter does with a line, or with the document because of it.
type fate uint8

// The fates, in the order in which the filter checks for them.
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

// c4Line is a line as the filter sees it: in the low bits its fate where lines need no terminal mark, and two marks.
type c4Line uint8

const (
	fateBits   c4Line = 7      // the fate
	terminated c4Line = 1 << 3 // it ends as a sentence does
	cited      c4Line = 1 << 4 // citations are taken out of it
)

// fateIf returns the line's fate.
func (l c4Line) fateIf(keepUnterminated bool) fate {
	if f := fate(l & fateBits); keepUnterminated || l&terminated != 0 || f == lineTooLongWord {
		return f
	}
	return lineNoTerminal
}

// c4Lines are the lines of a text, found once for both settings, their signals, edits and places. A line that rejects the
// document does not end them, unlike in the reference, so that all reasons are found.
type c4Lines struct {
	t     *pytext.Text
	lines []c4Line // one for each of the text's Python lines
}

type c4LinesKey struct{}

var c4LinesPool pool.Of[c4Lines]

// c4LinesOf returns the lines of t.
func c4LinesOf(t *pytext.Text) *c4Lines {
	return t.Unit(c4LinesKey{}, findC4Lines).(*c4Lines) //nolint:forcetypeassert // the key is ours
}

// Release ends the use of the lines; the text does so.
func (c *c4Lines) Release() {
	c.t = nil
	c4LinesPool.Put(c, pool.Size(c.lines))
}

// span returns where line i is, without its end and the white space at its ends.
func (c *c4Lines) span(i int) text.Span { return pytext.Strip(c.t.S, c.t.PythonLines().At(i)) }

func findC4Lines(t *pytext.Text) pytext.Unit {
	c := c4LinesPool.Get()
	lines := t.PythonLines()
	c.t, c.lines = t, slices.Grow(c.lines[:0], lines.Len())
	words := lineWords{words: t.Words()}
	for whole := range lines.All() {
		n, tooLong := words.before(whole.End, whole.Len())
		c.lines = append(c.lines, newC4Line(t.S, whole, n, tooLong))
	}
	return c
}

// newC4Line reads a line of so many words; tooLong says whether one of them is too long.
func newC4Line(s string, whole text.Span, words int, tooLong bool) (l c4Line) {
	line := pytext.Strip(s, whole).Of(s)
	cleaned := withoutCitations(line)
	if endsLine(cleaned) {
		l |= terminated
	}
	if len(cleaned) < len(line) {
		l |= cited
	}
	switch {
	case tooLong:
		return l | c4Line(lineTooLongWord)
	case words < minWordsPerLine:
		return l | c4Line(lineTooFewWords)
	default:
		return l | c4Line(mentioned(cleaned))
	}
}

// lineWords finds the words of lines: line ends are white space, so the words of a line are words of the text.
type lineWords struct {
	words *pytext.Words
	next  int // the first word that is not in an earlier line
}

// before goes on to byte end, where a line of length bytes ends, and returns how many words the line has and whether one of
// them is too long.
func (w *lineWords) before(end, length int) (n int, tooLong bool) {
	first := w.next
	starts := w.words.Starts
	for w.next < len(starts) && int(starts[w.next]) < end {
		w.next++
	}
	if length > maxWordLength {
		for _, id := range w.words.IDs[first:w.next] {
			tooLong = tooLong || w.words.Lengths[id] > maxWordLength
		}
	}
	return w.next - first, tooLong
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
