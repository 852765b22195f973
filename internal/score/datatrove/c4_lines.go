package datatrove

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/measure"
	"github.com/copydesk/copydesk/internal/text"
)

// fate is what C4's quality filter does with a line, or with the document because of it.
type fate int

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
	// span is the line without its end and the white space at its ends.
	span text.Span

	// cleaned is its text without citations.
	cleaned string

	// terminated says whether it ends as a sentence does.
	terminated bool

	// fate is what becomes of it where lines need no terminal mark.
	fate fate
}

// fateIf returns the line's fate.
func (l *c4Line) fateIf(keepUnterminated bool) fate {
	if keepUnterminated || l.terminated || l.fate == lineTooLongWord {
		return l.fate
	}
	return lineNoTerminal
}

// c4Reader reads a text line by line as C4's quality filter does. A line that rejects the document does not stop it, unlike
// the reference, so that all reasons are found.
type c4Reader struct {
	t     *measure.Text
	lines []text.Span
	words *measure.Words
	word  int // the first that is not in an earlier line
}

func newC4Reader(t *measure.Text) c4Reader {
	return c4Reader{t: t, lines: t.PythonLines(), words: t.Words()}
}

// next returns the next line.
func (r *c4Reader) next() (c4Line, bool) {
	if len(r.lines) == 0 {
		return c4Line{}, false
	}
	whole := r.lines[0]
	r.lines = r.lines[1:]
	words, tooLong := r.wordsBefore(whole.End, whole.Len())
	l := c4Line{span: measure.Strip(r.t.S, whole)}
	l.cleaned = withoutCitations(l.span.Of(r.t.S))
	l.terminated = endsLine(l.cleaned)
	switch {
	case tooLong:
		l.fate = lineTooLongWord
	case words < minWordsPerLine:
		l.fate = lineTooFewWords
	default:
		l.fate = mentioned(l.cleaned)
	}
	return l, true
}

// wordsBefore goes on to byte end, and returns how many words there were, and whether one of them is too long: line ends
// are white space, so that the words of a line, of length bytes, are words of the text.
func (r *c4Reader) wordsBefore(end, length int) (n int, tooLong bool) {
	first := r.word
	n, _ = slices.BinarySearch(r.words.Starts[first:], int32(end)) //nolint:gosec // texts are shorter than 2 GiB
	r.word += n
	if length <= maxWordLength {
		return n, false
	}
	for _, id := range r.words.IDs[first:r.word] {
		tooLong = tooLong || r.words.Lengths[id] > maxWordLength
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
