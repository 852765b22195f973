package pytext

import (
	"context"
	"math/rand/v2"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// Text is one text and its units, each found when it is first asked for. It belongs to one goroutine.
type Text struct {
	// S is the text: valid UTF-8, shorter than 2 GiB.
	S string

	// ASCII says whether S is ASCII only.
	ASCII bool

	// Runes is the length of S in code points, which is Python's len.
	Runes int

	// Language is the language of S as a BCP 47 tag; empty if it is not known.
	Language string

	deadline
	words       Words
	lines       Lines
	pythonLines Lines

	starts, pythonStarts []int32 // memory of the lines

	found struct{ words, lines, pythonLines bool }
	units []attached
}

var texts pool.Of[Text]

// New returns a Text of s, to be given back with Release.
func New(s string) *Text { return NewContext(context.Background(), s) }

// NewContext is New for work that stops when ctx ends: see Tick.
func NewContext(ctx context.Context, s string) *Text {
	t := texts.Get()
	t.deadline = deadline{ctx: ctx, left: tickStep}
	t.S, t.ASCII, t.Runes = s, text.IsASCII(s), len(s)
	if !t.ASCII {
		t.Runes = runeCount(s)
	}
	return t
}

// Derive returns a Text of s with the language and the context of t, to be given back with Release.
func (t *Text) Derive(s string) *Text {
	derived := NewContext(t.ctx, s)
	derived.Language = t.Language
	return derived
}

// Release ends the use of t and of everything that it returned.
func (t *Text) Release() {
	t.releaseUnits()
	t.words.reset()
	t.lines, t.pythonLines = Lines{}, Lines{}
	t.S, t.Language, t.deadline, t.found = "", "", deadline{}, struct{ words, lines, pythonLines bool }{}
	texts.Put(t, t.words.size()+pool.Size(t.starts)+pool.Size(t.pythonStarts))
}

// Words returns the words between white space.
func (t *Text) Words() *Words {
	if !t.found.words {
		t.found.words = true
		t.words.find(t)
	}
	return &t.words
}

// Len returns the length of span s in code points.
func (t *Text) Len(s text.Span) int { return t.RuneCount(s.Of(t.S)) }

// RuneCount returns the length in code points of a piece of the text.
func (t *Text) RuneCount(piece string) int {
	if t.ASCII {
		return len(piece)
	}
	return runeCount(piece)
}

// randomOdd returns an odd number.
func randomOdd() uint64 {
	return rand.Uint64() | 1 //nolint:gosec // it need not be secret from those who can read the memory
}
