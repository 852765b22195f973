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

// beta2 is the square of the beta of the F-measure by which is chosen, in hundredths. What stands around an article is told
// well, and a line of it beside the text is a greater fault than a line of the text that is lost.
func (p *Page) beta2(want Preference) int64 {
	b := 100 - int64(p.kinds[Article])*45/1000
	switch want {
	case Precision:
		return b / 4
	case Recall:
		return 4 * b
	default:
		return b
	}
}

// leastExpected is how many words of content a page must be expected to have for any to be chosen: those with fewer are walls
// and errors.
const leastExpected = 12

// Choose returns which blocks to keep, by their chances in thousandths, so that the expected F-measure of the words kept is
// greatest: all whose chance is at least about half the F-measure that can be had (Lewis 1995; Jansche 2007). Where nothing
// is sure, as on a page of teasers, that is less than one half.
func (p *Page) Choose(chances []int32, want Preference) []bool {
	if p.isFragment() {
		return p.chooseFragment()
	}
	order := make([]int32, len(chances))
	expected := int64(0)
	for i := range order {
		order[i] = int32(i)
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
		if f := float64(hits) / float64(100*1000*size+p.beta2(want)*expected); f >= best {
			best, most = f, n+1
		}
	}
	for _, i := range order[:most] {
		keep[i] = true
	}
	if want != Precision {
		p.fill(keep, chances)
	}
	return keep
}

func (p *Page) wordsIn(i int) int64 { return int64(p.Blocks[i].text.words) }
