package content

import (
	"slices"
)

// Preference says which mistake is worse: losing content, or keeping something else.
type Preference int

// The preferences.
const (
	Balanced  Preference = iota // both alike
	Precision                   // keeping something else
	Recall                      // losing content
)

// beta2 is the square of the beta of the F-measure that a choice maximises, in hundredths. What is around an article is
// recognised well, and readers mind a line of it in the text more than a lost line of the text.
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

// leastExpected is the least number of words of content expected on a page for any to be chosen: pages with fewer are walls and
// errors.
const leastExpected = 12

// Choose returns which blocks to keep, by their chances in thousandths, those of structures made one (AsWhole). threshold is the least chance of
// the blocks that are kept for their own.
func (p *Page) Choose(chances []int32, want Preference) (keep []bool, threshold int32) {
	keep, threshold = p.best(chances, Balanced)
	if p.isFragment() {
		return keep, threshold
	}
	keep = p.rescue(keep, Balanced)
	if want == Balanced {
		return keep, threshold
	}
	// What precision keeps balance keeps too, and recall keeps that.
	other, threshold := p.best(chances, want)
	for i := range keep {
		if want == Precision {
			keep[i] = keep[i] && other[i]
		} else {
			keep[i] = keep[i] || other[i]
		}
	}
	if want == Recall {
		keep = p.rescue(keep, Recall)
	}
	return keep, threshold
}

// best returns the blocks that promise the greatest F-measure of the words kept: all whose chance is at least about half the
// F-measure that can be had (Lewis 1995; Jansche 2007). Where nothing is sure, as on a page of teasers, that is less than one half.
// threshold is the least chance of those, in thousandths; 1000 if there are none.
func (p *Page) best(chances []int32, want Preference) (keep []bool, threshold int32) {
	if p.structures == nil {
		p.findStructures()
	}
	if p.isFragment() {
		return p.takeAll(), 0
	}
	order := make([]int32, len(chances))
	expected := int64(0)
	for i := range order {
		order[i] = int32(i)
		expected += int64(chances[i]) * p.wordsIn(i)
	}
	keep = make([]bool, len(chances))
	threshold = 1000
	if expected < 1000*leastExpected {
		return keep, threshold
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
	threshold = chances[order[most-1]]
	for i, c := range chances {
		keep[i] = c >= threshold
	}
	if want != Precision {
		p.fill(keep, chances)
		p.keepInserts(keep, chances)
		p.correctHead(keep)
		p.dropCredits(keep)
		p.dropPullQuotes(keep)
	}
	return keep, threshold
}

func (p *Page) wordsIn(i int) int64 { return int64(p.Blocks[i].text.words) }
