package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// copyWords is how many words a stretch of blocks has at least that is left out as a copy of one before.
	copyWords = 20

	// quoteShare is how much of a quotation is a copy, in per cent, if all of it is left out.
	quoteShare = 70
)

// dropCopies leaves out stretches of kept blocks that say word for word what kept blocks before them said in another element: pages hold their
// text twice for narrow and wide screens, and turn quotations in circles. There is a paragraph in each: the same points may be listed
// for several offers. A refrain is in the element of the first.
func (p *Page) dropCopies(keep []bool) {
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
			first[of] = at
			at++
			continue
		}
		n, isCopy := p.copied(kept, from, at)
		if isCopy {
			p.settle(keep, kept[at:at+n])
		}
		at += max(n, 1) // no part of what is no copy is one
	}
}

// settle leaves out the blocks of a copy, structures as a whole: a list if the copy holds all of it, a quotation if the copy is most of it; of
// others nothing goes. Posts of threads quote each other; of who is quoted then nothing stays either.
func (p *Page) settle(keep []bool, copied []int) {
	words := map[int32]int64{} // by structure
	for _, i := range copied {
		words[p.structureOf(i)] += p.wordsIn(i)
	}
	for _, i := range copied {
		keep[i] = p.structureOf(i) > 0
	}
	for at, n := range words {
		share := int64(100)
		if p.Tree.Nodes[at].Tag == atom.Blockquote {
			share = quoteShare
		}
		if at == 0 || n*100 < int64(p.inside[at].words)*share {
			continue
		}
		from, to := p.blocksOf(at)
		for i := from; i < to; i++ {
			keep[i] = false
		}
	}
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
