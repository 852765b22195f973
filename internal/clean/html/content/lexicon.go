package content

import (
	"github.com/copydesk/copydesk/internal/model"
)

// Lexicon is the table of the linear model of words: a weight for each slot, in units of 1/LexiconScale of a log-odds, two
// bytes each, read in place.
type Lexicon string

// LexiconScale is how many units a log-odds has.
const LexiconScale = 1000

// LexiconSlots is how many slots there are.
const LexiconSlots = 1 << lexiconBits

func (l Lexicon) at(slot uint32) int32 { return int32(model.Int16(string(l), 2*int(slot))) }

// Slots are the places of the lexicon that speak for one block.
type Slots struct{ Own, Outer, Text []uint32 }

// Slots returns those of block i, for training.
func (p *Page) Slots(i int) Slots {
	b := &p.Blocks[i]
	var s Slots
	at := b.Node
	names := appendNames(nil, p.Tree, at)
	for _, n := range names {
		s.Own = append(s.Own, slot(ownName, n))
	}
	for ; at > 0; at = p.Tree.Nodes[at].Parent {
		if p.inside[at].blocks == 0 {
			continue
		}
		names = appendNames(names[:0], p.Tree, at)
		for _, n := range names {
			s.Outer = append(s.Outer, slot(outerName, n))
		}
	}
	s.Text = p.appendPath(p.appendText(nil, b), b)
	return s
}

// scoreNames sums up for each node what its own names say, and what they and those of all around it say.
func (p *Page) scoreNames(l Lexicon) {
	n := len(p.Tree.Nodes)
	p.own, p.outer = make([]int32, n), make([]int32, n)
	var names []uint32
	for i := 1; i < n && !p.late(256); i++ {
		parent := p.Tree.Nodes[i].Parent
		p.outer[i] = p.outer[parent]
		if p.inside[i].blocks == 0 {
			continue
		}
		names = appendNames(names[:0], p.Tree, int32(i))
		for _, h := range names {
			p.own[i] += l.at(slot(ownName, h))
			p.outer[i] += l.at(slot(outerName, h))
		}
	}
}

// scoreText sums up what the words of block b and the tags around it say.
func (p *Page) scoreText(l Lexicon, b *Block) int32 {
	p.slots = p.appendPath(p.appendText(p.slots[:0], b), b)
	sum := int32(0)
	for _, s := range p.slots {
		sum += l.at(s)
	}
	return sum
}
