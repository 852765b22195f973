package datatrove

import (
	"slices"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// tokenCount is how many tokens a text has.
type tokenCount int

// Release has nothing to give back.
func (tokenCount) Release() {}

type tokenCountKey struct{}

// countTokens returns how many tokens t has. It finds them unless the filter that made t has left word.
func countTokens(t *pytext.Text) int {
	find := func(t *pytext.Text) pytext.Unit { return tokenCount(spacy.Count(t)) }
	return int(t.Unit(tokenCountKey{}, find).(tokenCount)) //nolint:forcetypeassert // the key is ours
}

// carryTokens tells what C4's filter, in the one setting or the other, made of a text how many tokens it has: those of the
// lines kept, as no token reaches over a line's end. Only lines that lost citations are cut into tokens again.
func carryTokens(keepUnterminated bool) func(from, to *pytext.Text) {
	return func(from, to *pytext.Text) {
		to.Unit(tokenCountKey{}, func(*pytext.Text) pytext.Unit { return countKept(from, keepUnterminated) })
	}
}

func countKept(t *pytext.Text, keepUnterminated bool) tokenCount {
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
	t := pytext.New(s)
	defer t.Release()
	return spacy.Count(t)
}
