package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// tokenCount is how many tokens a text has.
type tokenCount int

// Release does nothing.
func (tokenCount) Release() {}

type tokenCountKey struct{}

// countTokens returns how many tokens t has. It finds them unless carryTokens has handed the number on.
func countTokens(t *pytext.Text) int {
	find := func(t *pytext.Text) pytext.Unit { return tokenCount(spacy.Count(t)) }
	return int(t.Unit(tokenCountKey{}, find).(tokenCount)) //nolint:forcetypeassert // the key is ours
}

// carryTokens hands on how many tokens a text has that C4's filter made, in the one setting or the other: those of the lines
// kept, as no token reaches over a line's end. Only lines that lost citations are cut into tokens again.
func carryTokens(keepUnterminated bool) func(from, to *pytext.Text) {
	return func(from, to *pytext.Text) {
		to.Unit(tokenCountKey{}, func(*pytext.Text) pytext.Unit { return countKept(from, keepUnterminated) })
	}
}

func countKept(t *pytext.Text, keepUnterminated bool) tokenCount {
	starts := spacy.Of(t).Starts
	c := c4LinesOf(t)
	n, next := 0, 0
	for i, l := range c.lines {
		t.Tick(4)
		if l.fateIf(keepUnterminated) != lineKept {
			continue
		}
		span := c.span(i)
		if l&cited != 0 {
			n += countAlone(t, withoutCitations(span.Of(t.S)))
			continue
		}
		for next < len(starts) && int(starts[next]) < span.Start {
			next++
		}
		first := next
		for next < len(starts) && int(starts[next]) < span.End {
			next++
		}
		n += next - first
	}
	return tokenCount(n)
}

func countAlone(t *pytext.Text, s string) int {
	alone := t.Derive(s)
	defer alone.Release()
	return spacy.Count(alone)
}
