package content

// Lexicon is the linear model's table.
type Lexicon struct {
	// Weights are by slot.
	Weights []float32
}

// Slots are the places of the lexicon that speak for one block.
type Slots struct {
	Own, Outer, Text []uint32
}

// Slots returns those of block i, for training.
func (p *Page) Slots(i int) Slots {
	b := &p.Blocks[i]
	var s Slots
	var names []uint32
	at := b.Node
	names = appendNames(names, p.Tree, at)
	for _, n := range names {
		s.Own = append(s.Own, slot(ownName, n))
	}
	for at = p.Tree.Nodes[at].Parent; at > 0; at = p.Tree.Nodes[at].Parent {
		names = appendNames(names[:0], p.Tree, at)
		for _, n := range names {
			s.Outer = append(s.Outer, slot(outerName, n))
		}
	}
	s.Text = p.appendPath(p.appendText(nil, b), b)
	return s
}

// scoreNames sums up for each node what its own names say, and what those of all around it say.
func (p *Page) scoreNames(l *Lexicon) {
	n := len(p.Tree.Nodes)
	p.own, p.outer = make([]float32, n), make([]float32, n)
	var names []uint32
	for i := 1; i < n; i++ {
		parent := p.Tree.Nodes[i].Parent
		p.outer[i] = p.outer[parent]
		if p.inside[i].blocks == 0 {
			continue
		}
		names = appendNames(names[:0], p.Tree, int32(i)) //nolint:gosec // fewer than bytes
		for _, h := range names {
			p.own[i] += l.Weights[slot(ownName, h)]
			p.outer[i] += l.Weights[slot(outerName, h)]
		}
	}
}

// scoreText sums up what the words of block b say.
func (p *Page) scoreText(l *Lexicon, b *Block) float32 {
	p.slots = p.appendPath(p.appendText(p.slots[:0], b), b)
	sum := float32(0)
	for _, s := range p.slots {
		sum += l.Weights[s]
	}
	return sum
}
