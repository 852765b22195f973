package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// fillChance is the least chance, in thousandths, of a block that may belong to the kept ones around it.
	fillChance = 120

	// fillWords is the largest number of words of such blocks together.
	fillWords = 100
)

// fill keeps the blocks between two kept blocks of one container: a heading, a list or a line between paragraphs of one text
// belongs to it, even if it looks like others that do not. Lists of links, forms, and blocks of next to no chance stay out.
func (p *Page) fill(keep []bool, chances []int32) {
	last := -1
	for i := range keep {
		if !keep[i] {
			continue
		}
		if last >= 0 && i > last+1 && p.levels[last][0] == p.levels[i][0] && p.belongs(last+1, i, chances) {
			for k := last + 1; k < i; k++ {
				keep[k] = true
			}
		}
		last = i
	}
}

// belongs reports whether the blocks [from, to) may be part of the text around them.
func (p *Page) belongs(from, to int, chances []int32) bool {
	words := int32(0)
	for i := from; i < to; i++ {
		b := &p.Blocks[i]
		in := p.contextOf(i)
		if words += b.text.words; words > fillWords || chances[i] < fillChance || in&around != 0 || b.Linked*2 > b.Chars && in&dom.Heading == 0 {
			return false
		}
	}
	return true
}
