package content

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// copyWords is how many words a stretch of blocks has at least that is left out as a copy of one before.
	copyWords = 20

	// quoteShare is how much of a quotation is a copy, in per cent, if all of it is left out.
	quoteShare = 70
)

// Copy is a stretch of blocks that says word for word what kept blocks before it say.
type Copy struct {
	// Of are the blocks that it repeats, and Blocks those that can go while all of these stay.
	Of, Blocks []int
}

// Copies returns the stretches of kept blocks that say word for word what kept blocks before them said in another element, in order: pages hold their
// text twice for narrow and wide screens, and turn quotations in circles. There is a paragraph in each: the same points may be listed
// for several offers. A refrain is in the element of the first. What is said to be invisible is no original: posts of some forums have what a quotation
// of them would hold before them, for a script.
func (p *Page) Copies(keep []bool) (list []Copy) {
	var kept []int
	for i, yes := range keep {
		if yes {
			kept = append(kept, i)
		}
	}
	first := make(map[int32]int, len(kept)) // by a block: where in kept the first with its words is
	for at := 0; at < len(kept) && !p.late(blockWork); {
		of := p.original[kept[at]]
		from, ok := first[of]
		if !ok {
			if p.contextOf(kept[at])&dom.Hidden == 0 {
				first[of] = at
			}
			at++
			continue
		}
		n, isCopy := p.copied(kept, from, at)
		if isCopy {
			if going := p.going(kept[at : at+n]); len(going) > 0 {
				list = append(list, Copy{kept[from : from+n], going})
			}
		}
		at += max(n, 1) // no part of what is no copy is one
	}
	return list
}

// DropCopies leaves out the copies among kept blocks whose originals are kept. A page as it is read needs Selection.DropCopies, which knows what else
// became of the originals.
func (p *Page) DropCopies(keep []bool) {
	for _, c := range p.Copies(keep) {
		if !slices.ContainsFunc(c.Of, func(i int) bool { return !keep[i] }) {
			for _, i := range c.Blocks {
				keep[i] = false
			}
		}
	}
}

// going returns the blocks of a copy that can go, of structures as a whole: a list if the copy holds all of it, a quotation if the copy is most of it; of
// others none. Posts of threads quote each other; then who is quoted goes with the words.
func (p *Page) going(copied []int) (list []int) {
	words := map[int32]int64{} // by structure
	for _, i := range copied {
		words[p.structureOf(i)] += p.wordsIn(i)
	}
	settled := map[int32]bool{}
	for _, i := range copied {
		at := p.structureOf(i)
		if at == 0 {
			list = append(list, i)
		}
		if at == 0 || settled[at] {
			continue
		}
		settled[at] = true
		share := int64(100)
		if p.Tree.Nodes[at].Tag == atom.Blockquote {
			share = quoteShare
		}
		if words[at]*100 >= int64(p.inside[at].words)*share {
			from, to := p.blocksOf(at)
			for k := from; k < to; k++ {
				list = append(list, k)
			}
		}
	}
	return list
}

// copied returns how many blocks from kept[at] on have the words of those from kept[from] on, and whether they are a copy of them.
func (p *Page) copied(kept []int, from, at int) (n int, isCopy bool) {
	const whole = dom.Table | dom.Pre
	if p.levels[kept[at]][0] == p.levels[kept[from]][0] {
		return 0, false
	}
	words, prose := int64(0), false
	for at+n < len(kept) && from+n < at && p.original[kept[from+n]] == p.original[kept[at+n]] {
		i := kept[at+n]
		if p.late(blockWork) || p.contextOf(i)&whole != 0 {
			break
		}
		words += p.wordsIn(i)
		prose = prose || p.Blocks[i].Prose() && p.contextOf(i)&(dom.List|dom.Terms) == 0
		n++
	}
	return n, words >= copyWords && prose
}
