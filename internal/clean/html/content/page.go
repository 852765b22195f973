package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Page is a page cut into blocks, with all that is known of them.
type Page struct {
	Tree   *dom.Tree
	Blocks []Block

	// Words are hashes of the words of all blocks, in order.
	Words []uint32

	inside []stats // by node: of all blocks inside
	whole  stats
	twins  []int32 // by node: how many siblings look the same
	own    []int32 // by node: what its names say of a block of its own
	outer  []int32 // by node: what its names, and those around it, say of all inside
	copies []uint16
	slots  []uint32 // used again
	title  int32    // the block that is the first h1, -1 if there is none

	textScores []int32 // by block
	positions  []position
	claims     claims
	counts     counts
	kinds      [KindCount]int32

	levels [][containers]int32 // by block: the elements that it stands in, see containers
}

// stats are sums over blocks.
type stats struct {
	blocks, chars, linked, words int32
	prose                        int32 // characters of blocks that read like prose
	headings, stops, short       int32 // short is characters of blocks of less than a line
}

const (
	// proseChars is from how many characters on a block with few links reads like prose.
	proseChars = 80

	// proseLinks is up to which share of link text, in per cent.
	proseLinks = 35

	// lineChars is the length of a line.
	lineChars = 40
)

// Prose reports whether b reads like running text.
func (b *Block) Prose() bool { return b.Chars >= proseChars && b.Linked*100 <= b.Chars*proseLinks }

// Read cuts a page into blocks and sums up what is in its elements.
func Read(t *dom.Tree) *Page {
	p := &Page{Tree: t, inside: make([]stats, len(t.Nodes))}
	p.Blocks = cut(make([]Block, 0, 16+len(t.Texts)/2), t)
	r := reader{t: t, words: make([]uint32, 0, 64+len(t.Page)/40)}
	for i := range p.Blocks {
		r.read(&p.Blocks[i])
		p.inside[p.Blocks[i].Node].add(p.Blocks[i].stats(t))
	}
	p.Words = r.words
	for i := len(t.Nodes) - 1; i > 0; i-- {
		p.inside[t.Nodes[i].Parent].add(p.inside[i])
	}
	p.whole = p.inside[0]
	p.findContainers()
	p.countCopies()
	p.place()
	p.describe()
	return p
}

func (b *Block) stats(t *dom.Tree) stats {
	s := stats{blocks: 1, chars: b.Chars, linked: b.Linked, words: b.text.words, stops: b.text.stops}
	if b.Prose() {
		s.prose = b.Chars
	}
	if b.Chars < lineChars {
		s.short = b.Chars
	}
	if t.Nodes[b.Node].In&dom.Heading != 0 {
		s.headings = 1
	}
	return s
}

func (s *stats) add(o stats) {
	s.blocks += o.blocks
	s.chars += o.chars
	s.linked += o.linked
	s.words += o.words
	s.prose += o.prose
	s.headings += o.headings
	s.stops += o.stops
	s.short += o.short
}

// containers is how many of the elements that a block stands in are looked at. An element counts only if it holds more
// blocks than the one below it: pages wrap everything many times.
const containers = 5

func (p *Page) findContainers() {
	p.levels = make([][containers]int32, len(p.Blocks))
	for i := range p.Blocks {
		at, n := p.Blocks[i].Node, 0
		blocks := int32(1)
		for at > 0 && n < containers {
			if p.inside[at].blocks > blocks {
				p.levels[i][n] = at
				blocks = p.inside[at].blocks
				n++
			}
			at = p.Tree.Nodes[at].Parent
		}
	}
}

// countCopies counts for each block how many blocks of the page have the same words, itself included.
func (p *Page) countCopies() {
	p.copies = make([]uint16, len(p.Blocks))
	first := make(map[uint64]int32, len(p.Blocks))
	of := make([]int32, len(p.Blocks))
	for i := range p.Blocks {
		h := uint64(14695981039346656037)
		for _, w := range p.wordsOf(&p.Blocks[i]) {
			h = (h ^ uint64(w)) * 1099511628211
		}
		k, ok := first[h]
		if !ok {
			k = int32(i)
			first[h] = k
		}
		of[i] = k
		if p.copies[k] < 1<<15 {
			p.copies[k]++
		}
	}
	for i := range p.copies {
		p.copies[i] = p.copies[of[i]]
	}
}

func (p *Page) wordsOf(b *Block) []uint32 { return p.Words[b.FirstWord:b.EndWord] }
