package pytext

import (
	"math/rand/v2"
	"sync"

	"github.com/copydesk/copydesk/internal/text"
)

// Text is one text and its units, each found when it is first asked for.
type Text struct {
	// S is the text: valid UTF-8.
	S string

	// ASCII says that it holds nothing else.
	ASCII bool

	// Runes is its length in code points, which is Python's len.
	Runes int

	// Language is its language as a BCP 47 tag, set by whoever knows it; empty where nobody does.
	Language string

	words       Words
	lines       []text.Span
	pythonLines []text.Span
	found       struct{ words, lines, pythonLines bool }
	units       []attached
}

var texts = sync.Pool{New: func() any { return new(Text) }}

// New returns the units of s.
func New(s string) *Text {
	t := texts.Get().(*Text) //nolint:forcetypeassert // the pool holds nothing else
	t.S, t.ASCII, t.Runes = s, text.IsASCII(s), len(s)
	if !t.ASCII {
		t.Runes = runeCount(s)
	}
	return t
}

// Release ends the use of t and of all that it returned.
func (t *Text) Release() {
	t.releaseUnits()
	t.words.release()
	t.lines, t.pythonLines = t.lines[:0], t.pythonLines[:0]
	t.S, t.Language, t.found = "", "", struct{ words, lines, pythonLines bool }{}
	texts.Put(t)
}

// Words returns the words between white space.
func (t *Text) Words() *Words {
	if !t.found.words {
		t.found.words = true
		t.words.find(t.S)
	}
	return &t.words
}

// Lines returns the pieces between line feeds.
func (t *Text) Lines() []text.Span {
	if !t.found.lines {
		t.found.lines = true
		t.lines = Lines(t.lines, t.S)
	}
	return t.lines
}

// PythonLines returns the lines as str.splitlines has them.
func (t *Text) PythonLines() []text.Span {
	if !t.found.pythonLines {
		t.found.pythonLines = true
		t.pythonLines = PythonLines(t.pythonLines, t.S)
	}
	return t.pythonLines
}

// Len returns the length of span s in code points.
func (t *Text) Len(s text.Span) int {
	if t.ASCII {
		return s.Len()
	}
	return runeCount(s.Of(t.S))
}

// randomOdd returns an odd number.
func randomOdd() uint64 {
	return rand.Uint64() | 1 //nolint:gosec // it need not be a secret to those who can read the memory
}
