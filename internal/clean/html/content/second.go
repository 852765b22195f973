package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Second is what the second set of trees sees of a block beside its Row: what the first set said of everything around it.
type Second [SecondFeatures]int16

// SecondFeatures is how many numbers those are.
const SecondFeatures = 7 + containers*4 + 3 + 2 + 6 + 5 + 4

// near are the blocks whose chances are told one by one.
var near = [...]int{0, -1, 1, -2, 2, -3, 3}

// Seconds describes all blocks by the chances that the first trees gave them.
func (p *Page) Seconds(chances []float32) []Second {
	c := p.newChances(chances)
	rows := make([]Second, len(p.Blocks))
	for i := range rows {
		r := second{v: &rows[i]}
		for _, d := range near {
			r.chance(c.of(i + d))
		}
		c.containers(&r, i)
		c.alike(&r, i)
		c.windows(&r, i)
		c.edges(&r, i)
		c.section(&r, i)
		c.prose(&r, i)
	}
	return rows
}

// second is a row that is being filled.
type second struct {
	v  *Second
	at int
}

func (r *second) put(n int) {
	r.v[r.at] = int16(max(-32768, min(n, 32767))) //nolint:gosec // bounded
	r.at++
}

// chance puts a chance or share, -1 standing for none.
func (r *second) chance(f float32) { r.put(int(f * 1000)) }

// sum is a weighed sum of chances.
type sum struct {
	words, expected float32 // expected is words times chance
	best            float32
}

func (s *sum) add(words, chance float32) {
	s.words += words
	s.expected += words * chance
	s.best = max(s.best, chance)
}

func (s *sum) join(o sum) {
	s.words += o.words
	s.expected += o.expected
	s.best = max(s.best, o.best)
}

func (s sum) mean() float32 {
	if s.words == 0 {
		return -1
	}
	return s.expected / s.words
}

// chances are the chances of a page's blocks and sums of them.
type chances struct {
	p        *Page
	chance   []float32
	before   []sum // of all blocks before
	inside   []sum // by node
	paths    map[uint64]sum
	path     []uint64
	first    int // the first block that is likely content, and the last
	last     int
	sections []sum // by block: of what stands under a heading
}

// weight is how much a block counts: its words, and a little for being there.
func weight(b *Block) float32 { return float32(b.text.words) + .5 }

func (p *Page) newChances(list []float32) *chances {
	c := &chances{p: p, chance: list, before: make([]sum, len(p.Blocks)+1), inside: make([]sum, len(p.Tree.Nodes)),
		paths: map[uint64]sum{}, path: make([]uint64, len(p.Blocks)), first: -1, last: -1, sections: make([]sum, len(p.Blocks))}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		w := weight(b)
		c.before[i+1] = c.before[i]
		c.before[i+1].add(w, list[i])
		c.inside[b.Node].add(w, list[i])
		c.path[i] = p.pathOf(b)
		s := c.paths[c.path[i]]
		s.add(w, list[i])
		c.paths[c.path[i]] = s
		if list[i] > .5 && b.text.words > 10 {
			if c.first < 0 {
				c.first = i
			}
			c.last = i
		}
	}
	for i := len(c.inside) - 1; i > 0; i-- {
		c.inside[p.Tree.Nodes[i].Parent].join(c.inside[i])
	}
	c.headed()
	return c
}

// headed sums up what stands under each heading: up to the next of its level or above.
func (c *chances) headed() {
	var open [7]int // by level: the heading that is open, and 0 for none
	for i := range c.p.Blocks {
		level := c.level(i)
		if level > 0 {
			for l := level; l < len(open); l++ {
				open[l] = 0
			}
		}
		for _, h := range open {
			if h > 0 {
				c.sections[h-1].add(weight(&c.p.Blocks[i]), c.chance[i])
			}
		}
		if level > 0 {
			open[level] = i + 1
		}
	}
}

func (c *chances) level(i int) int {
	return dom.Level(c.p.Tree.Nodes[c.p.Blocks[i].Node].Tag)
}

// pathOf is a hash of the elements around a block, by tag and first class: what a template makes has equal ones.
func (p *Page) pathOf(b *Block) uint64 {
	h := uint64(14695981039346656037)
	at := b.Node
	for n := 0; n < 6 && at > 0; n++ {
		node := &p.Tree.Nodes[at]
		h = (h ^ uint64(node.Tag)) * 1099511628211
		for _, c := range []byte(firstName(p.Tree.Raw(at, dom.Class))) {
			h = (h ^ uint64(c)) * 1099511628211
		}
		at = node.Parent
	}
	return h
}

func (c *chances) of(i int) float32 {
	if i < 0 || i >= len(c.chance) {
		return -1
	}
	return c.chance[i]
}

func (c *chances) containers(r *second, i int) {
	all := c.before[len(c.before)-1]
	for _, at := range c.p.levels[i] {
		if at == 0 {
			for range 4 {
				r.put(-1000)
			}
			continue
		}
		s := c.inside[at]
		r.chance(s.mean())
		r.chance(s.best)
		r.chance(s.expected / max(all.expected, 1e-3))
		r.put(int(s.expected))
	}
}

// alike puts what was said of blocks that the same template made.
func (c *chances) alike(r *second, i int) {
	s := c.paths[c.path[i]]
	w := weight(&c.p.Blocks[i])
	others := sum{words: s.words - w, expected: s.expected - w*c.chance[i]}
	r.chance(s.mean())
	r.chance(max(others.mean(), -1))
	r.put(int(s.words))
}

func (c *chances) between(from, to int) sum {
	from, to = max(from, 0), min(to, len(c.p.Blocks))
	return sum{words: c.before[to].words - c.before[from].words, expected: c.before[to].expected - c.before[from].expected}
}

func (c *chances) windows(r *second, i int) {
	r.chance(c.between(i-3, i+4).mean())
	r.chance(c.between(i-10, i+11).mean())
}

func (c *chances) edges(r *second, i int) {
	all := c.before[len(c.before)-1]
	r.chance(c.before[i].expected / max(all.expected, 1e-3))
	r.chance(all.mean())
	r.put(int(all.expected))
	r.chance(all.best)
	if c.first < 0 {
		r.put(-9999)
		r.put(-9999)
		return
	}
	r.put(i - c.first)
	r.put(c.last - i)
}

// section puts what was said of the section that a block stands in, and of its heading.
func (c *chances) section(r *second, i int) {
	h := c.p.positions[i].heading
	if c.level(i) > 0 {
		h = int32(i) //nolint:gosec // fewer than bytes
	}
	if h < 0 {
		for range 5 {
			r.put(-1000)
		}
		return
	}
	s := c.sections[h]
	r.chance(c.chance[h])
	r.chance(s.mean())
	r.put(int(s.words))
	r.chance(s.best)
	r.chance(c.between(int(h)+1, i).mean())
}

// prose puts what was said of the prose before and behind.
func (c *chances) prose(r *second, i int) {
	at := c.p.positions[i]
	for _, k := range [...]int32{at.proseBefore, at.proseBehind} {
		if k < 0 {
			r.put(-1000)
		} else {
			r.chance(c.chance[k])
		}
	}
	in := c.p.Tree.Nodes[c.p.Blocks[i].Node]
	r.put(int(kindOf(in.Tag)))
	if in.Tag == atom.Li && in.Parent > 0 {
		r.chance(c.inside[in.Parent].mean())
	} else {
		r.put(-1000)
	}
}
