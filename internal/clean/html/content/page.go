package content

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/text"
)

// Page is a page cut into blocks, with all that is known of them. It is not safe for concurrent use.
type Page struct {
	Tree   *dom.Tree
	Blocks []Block

	// Words are hashes of the words of all blocks, in order.
	Words []uint32

	said     Said
	inside   []sums    // by node: of all blocks inside
	above    []lineage // by node: what it inherits
	whole    sums
	twins    []int32 // by node: how many siblings have its tag and class
	own      []int32 // by node: score of its own names
	outer    []int32 // by node: score of its names and those of all elements around it
	copies   []uint16
	original []int32    // by block: the first block with the same words
	slots    []uint32   // scratch
	comments []bool     // by block: readers wrote it, see findComments
	title    int32      // the block that is the first h1, -1 if there is none
	images   []int32    // by block: pictures between the block before and this one
	layouts  []sums     // of all blocks of one layout
	layout   [][2]int32 // by block: its layout, and that of the elements around its own
	main     [2]extent  // of the layouts of each sort with most prose

	textScores []int32 // by block
	positions  []position
	linkedTo   []int32 // by number of blocks: characters in links before
	proseTo    []int32 // by number of blocks: characters of prose before
	claims     claims
	counts     counts
	kinds      [KindCount]int32
	press      int32 // the chance that the page is of the press, in thousandths

	structures []int32 // by node: see findStructures; nil until they are found
	described  []description

	levels [][containers]int32 // by block: the elements around it, see findContainers
	pace   *text.Pace
	err    error // of the context, once it has ended
}

// late counts n bytes of work and reports whether the context has ended. Loops stop at once then; Read, Rows and Chances return the error.
func (p *Page) late(n int) bool {
	if p.err == nil {
		p.err = p.pace.Step(n)
	}
	return p.err != nil
}

// Said is what the markup of a page says of it, as package meta has read it.
type Said struct {
	Claims meta.Claims

	// Authors and Dates are the values found for the authors and the day of publication, as the page writes them.
	Authors, Dates []string
}

// SaidBy returns what was read of a page.
func SaidBy(r meta.Result, page string) Said {
	s := Said{Claims: r.Claims}
	for _, f := range r.Facts {
		if f.Name == text.FactAuthor {
			s.Authors = append(s.Authors, f.Value)
		}
		if f.Name == text.FactPublishTime || f.Name == text.FactPublishDate {
			s.Dates = append(s.Dates, f.Source.Of(page))
		}
	}
	return s
}

// extent is a layout, and its first and last block.
type extent struct{ layout, first, last int32 }

// sums are sums over blocks.
type sums struct {
	blocks, chars, linked, words int32
	prose                        int32 // characters of blocks that read like prose
	headings, stops              int32
	short                        int32 // characters of blocks shorter than a line
}

const (
	// proseChars is the least number of characters of a block that reads like prose.
	proseChars = 80

	// proseLinks is the largest share of characters in links of such a block, in per cent.
	proseLinks = 35

	// lineChars is the length of a line.
	lineChars = 40
)

// Prose reports whether b reads like running text.
func (b *Block) Prose() bool {
	return b.Chars >= proseChars && int64(b.Linked)*100 <= int64(b.Chars)*proseLinks
}

// blockStep is the work on one block in units of text.Pace, a byte read: some 10 µs.
const blockStep = 8 << 10

// Read cuts a page into blocks and sums up what is in its elements. said is what package meta found on it. The error is ctx.Err() if
// ctx ended first.
func Read(ctx context.Context, t *dom.Tree, said Said) (*Page, error) {
	p := &Page{Tree: t, said: said, inside: make([]sums, len(t.Nodes)), pace: text.NewPace(ctx)}
	p.Blocks = cut(t)
	r := wordReader{t: t, words: make([]uint32, 0, 64+len(t.Page)/40), pace: p.pace}
	for i := range p.Blocks {
		if err := r.read(&p.Blocks[i]); err != nil {
			return nil, err
		}
		p.inside[p.Blocks[i].Node].add(p.Blocks[i].sums(t))
	}
	p.Words = r.words
	for i := len(t.Nodes) - 1; i > 0 && !p.late(16); i-- {
		p.inside[t.Nodes[i].Parent].add(p.inside[i])
	}
	p.whole = p.inside[0]
	for _, step := range [...]func() error{p.inherit, p.findContainers, p.countCopies, p.findPositions, p.countTwins, p.describe, p.findComments} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if p.err == nil {
		p.err = ctx.Err()
	}
	return p, p.err
}

func (b *Block) sums(t *dom.Tree) sums {
	s := sums{blocks: 1, chars: b.Chars, linked: b.Linked, words: b.text.words, stops: b.text.stops}
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

func (s *sums) add(o sums) {
	s.blocks += o.blocks
	s.chars += o.chars
	s.linked += o.linked
	s.words += o.words
	s.prose += o.prose
	s.headings += o.headings
	s.stops += o.stops
	s.short += o.short
}

// countCopies counts for each block how many blocks of the page have the same words, itself included.
func (p *Page) countCopies() error {
	p.copies = make([]uint16, len(p.Blocks))
	first := make(map[uint64]int32, len(p.Blocks))
	p.original = make([]int32, len(p.Blocks))
	of := p.original
	for i := range p.Blocks {
		h := fnv.Start64
		for _, w := range p.wordsOf(&p.Blocks[i]) {
			h = fnv.Add64(h, uint64(w))
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
		if err := p.pace.Step(64); err != nil {
			return err
		}
	}
	for i := range p.copies {
		p.copies[i] = p.copies[of[i]]
	}
	return nil
}

func (p *Page) wordsOf(b *Block) []uint32 { return p.Words[b.FirstWord:b.EndWord] }
