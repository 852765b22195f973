package content

import (
	"sort"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// position says where a block is in the page.
type position struct {
	before      int32 // characters before it
	heading     int32 // the last heading before it, -1 if there is none
	proseBefore int32 // the last block before it that reads like prose, -1 if there is none
	proseAfter  int32 // the first after it
	prose       int32 // characters of prose before it
	comments    int32 // the last line before it that announces comments, -1 if there is none
	index       int32 // how many blocks of its innermost container are before it
}

// findPositions finds out where the blocks are.
func (p *Page) findPositions() error {
	n := len(p.Blocks)
	p.positions = make([]position, n)
	p.linkedTo, p.proseTo = make([]int32, n+1), make([]int32, n+1)
	p.layout = make([][2]int32, n)
	known := make(map[uint64]int32, n/2)
	at := position{heading: -1, proseBefore: -1, comments: -1}
	p.title = -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		p.positions[i] = at
		if c := p.levels[i][0]; c > 0 {
			p.positions[i].index = int32(i - p.blockAt(p.Tree.Nodes[c].FirstText)) //nolint:gosec // at most maxBlocks
		}
		at.before += b.Chars
		if at.prose > 0 && p.announcesComments(b) {
			at.comments = int32(i)
		}
		p.linkedTo[i+1], p.proseTo[i+1] = p.linkedTo[i]+b.Linked, p.proseTo[i]
		if b.Prose() {
			at.proseBefore = int32(i)
			at.prose += b.Chars
			p.proseTo[i+1] += b.Chars
		}
		if p.Tree.Nodes[b.Node].In&dom.Heading != 0 {
			at.heading = int32(i)
			if p.title < 0 && p.Tree.Nodes[b.Node].Tag == atom.H1 {
				p.title = int32(i)
			}
		}
		p.layout[i][0] = p.addLayout(known, p.layoutFrom(b.Node), b)
		p.layout[i][1] = p.addLayout(known, p.layoutFrom(p.Tree.Nodes[b.Node].Parent)+1, b)
		if err := p.pace.Step(1 << 10); err != nil {
			return err
		}
	}
	p.findMainLayouts()
	after := int32(-1)
	for i := n - 1; i >= 0; i-- {
		p.positions[i].proseAfter = after
		if p.Blocks[i].Prose() {
			after = int32(i) //nolint:gosec // at most maxBlocks
		}
	}
	return p.countImages()
}

// addLayout counts block b for the layout with this hash and returns which that is.
func (p *Page) addLayout(known map[uint64]int32, hash uint64, b *Block) int32 {
	k, ok := known[hash]
	if !ok {
		k = int32(len(p.layouts)) //nolint:gosec // at most two a block
		known[hash] = k
		p.layouts = append(p.layouts, sums{})
	}
	p.layouts[k].add(b.sums(p.Tree))
	return k
}

// findMainLayouts finds the layouts with most prose, the first of equals.
func (p *Page) findMainLayouts() {
	for n := range p.main {
		e := extent{layout: -1, first: -1, last: -1}
		most := int32(0)
		for i := range p.layout {
			l := p.layout[i][n]
			if s := p.layouts[l].prose; s > most {
				most, e = s, extent{l, int32(i), -1}
			}
			if l == e.layout {
				e.last = int32(i)
			}
		}
		p.main[n] = e
	}
}

// blockAt returns the first block that begins at a text or after it.
func (p *Page) blockAt(text int32) int {
	return sort.Search(len(p.Blocks), func(i int) bool { return p.Blocks[i].FirstText >= text })
}

// countImages counts the pictures before each block: captions and credits follow them.
func (p *Page) countImages() error {
	p.images = make([]int32, len(p.Blocks)+1)
	block := 0
	for i := range p.Tree.Nodes {
		n := &p.Tree.Nodes[i]
		if err := p.pace.Step(16); err != nil {
			return err
		}
		switch n.Tag { //nolint:exhaustive // only these show pictures
		case atom.Img, atom.Video, atom.Picture, atom.Svg, atom.Iframe:
			for block < len(p.Blocks) && p.Blocks[block].EndText <= n.FirstText {
				block++
			}
			p.images[block]++
		}
	}
	return nil
}

// distance is how many blocks i and k are apart, 1000 if there is no k.
func distance(i int, k int32) int {
	if k < 0 {
		return 1000
	}
	return max(i-int(k), int(k)-i)
}
