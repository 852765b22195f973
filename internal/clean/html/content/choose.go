package content

import (
	"slices"
)

// Preference is what is worse: to lose content, or to keep what is none.
type Preference int

// The preferences.
const (
	Balanced  Preference = iota // both alike
	Precision                   // to keep what is none
	Recall                      // to lose content
)

// beta2 is the square of the beta of the F-measure by which is chosen, in hundredths.
func (p Preference) beta2() int64 {
	switch p {
	case Precision:
		return 25
	case Recall:
		return 400
	default:
		return 100
	}
}

// leastExpected is how many words of content a page must be expected to have for any to be chosen: those with fewer are walls
// and errors.
const leastExpected = 12

// Choose returns which blocks to keep, by their chances in thousandths, so that the expected F-measure of the words kept is
// greatest: all whose chance is at least about half the F-measure that can be had (Lewis 1995; Jansche 2007). Where nothing
// is sure, as on a page of teasers, that is less than one half.
func (p *Page) Choose(chances []int32, want Preference) []bool {
	order := make([]int32, len(chances))
	expected := int64(0)
	for i := range order {
		order[i] = int32(i) //nolint:gosec // fewer than bytes
		expected += int64(chances[i]) * p.wordsIn(i)
	}
	keep := make([]bool, len(chances))
	if expected < 1000*leastExpected {
		return keep
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(chances[b] - chances[a]) })
	hits, size, best, most := int64(0), int64(0), 0.0, 0
	for n, i := range order {
		words := p.wordsIn(int(i))
		hits += int64(chances[i]) * words
		size += words
		if f := float64(hits) / float64(100*1000*size+want.beta2()*expected); f >= best {
			best, most = f, n+1
		}
	}
	for _, i := range order[:most] {
		keep[i] = true
	}
	return keep
}

func (p *Page) wordsIn(i int) int64 { return int64(p.Blocks[i].text.words) }
