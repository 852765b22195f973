package datatrove

import (
	"slices"

	"github.com/copydesk/copydesk/internal/score/measure"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// tokenCount is how many tokens a text has.
type tokenCount int

// Release has nothing to give back.
func (tokenCount) Release() {}

type tokenCountKey struct{}

// countTokens returns how many tokens t has. It finds them unless the filter that made t has left word.
func countTokens(t *measure.Text) int {
	find := func(t *measure.Text) measure.Unit { return tokenCount(spacy.Count(t)) }
	return int(t.Unit(tokenCountKey{}, find).(tokenCount)) //nolint:forcetypeassert // the key is ours
}

// carryTokens tells what C4's filter, in the one setting or the other, made of a text how many tokens it has: those of the
// lines kept, as no token reaches over a line's end. Only lines that lost citations are cut into tokens again.
func carryTokens(keepUnterminated bool) func(from, to *measure.Text) {
	return func(from, to *measure.Text) {
		to.Unit(tokenCountKey{}, func(*measure.Text) measure.Unit { return countKept(from, keepUnterminated) })
	}
}

func countKept(t *measure.Text, keepUnterminated bool) tokenCount {
	starts := spacy.Of(t).Starts
	n := 0
	for _, l := range c4LinesOf(t) {
		if l.fateIf(keepUnterminated) != lineKept {
			continue
		}
		if l.cited {
			n += countAlone(withoutCitations(l.span().Of(t.S)))
			continue
		}
		first, _ := slices.BinarySearch(starts, l.start)
		starts = starts[first:]
		inLine, _ := slices.BinarySearch(starts, l.end)
		n += inLine
	}
	return tokenCount(n)
}

func countAlone(s string) int {
	t := measure.New(s)
	defer t.Release()
	return spacy.Count(t)
}
