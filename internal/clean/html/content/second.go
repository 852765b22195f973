package content

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Second is what the second set of trees sees of a block beside its Row: what the first set said of everything around it.
type Second [SecondFeatures]int16

// SecondFeatures is how many numbers those are.
const SecondFeatures = 7 + containers*4 + 3 + 2 + 6 + 5 + 4 + 4

// near are the blocks whose chances are told one by one.
var near = [...]int{0, -1, 1, -2, 2, -3, 3}

// Seconds describes all blocks by the chances that the first trees gave them.
func (p *Page) Seconds(chances []int32) []Second {
	c := p.newChances(chances)
	rows := make([]Second, len(p.Blocks))
	for i := range rows {
		r := second{v: &rows[i]}
		for _, d := range near {
			r.put(c.of(i + d))
		}
		c.containers(&r, i)
		c.alike(&r, i)
		c.windows(&r, i)
		c.edges(&r, i)
		c.section(&r, i)
		c.prose(&r, i)
		c.centre(&r, i)
	}
	return rows
}

// second is a row that is being filled.
type second struct {
	v  *Second
	at int
}

func (r *second) put(n int) {
	r.v[r.at] = int16(max(-32768, min(n, 32767)))
	r.at++
}

// sum is a weighed sum of chances.
type sum struct {
	words, expected int64 // expected is words times chance
	best            int32
}

func (s *sum) add(words int64, chance int32) {
	s.words += words
	s.expected += words * int64(chance)
	s.best = max(s.best, chance)
}

func (s *sum) join(o sum) {
	s.words += o.words
	s.expected += o.expected
	s.best = max(s.best, o.best)
}

// mean is the mean chance in thousandths, none if there are no words.
func mean(s sum) int {
	if s.words == 0 {
		return none
	}
	return int(s.expected / s.words)
}

// none stands for a chance that there is not.
const none = -1000

// thousandth is the share of part in whole.
func thousandth(part, whole int64) int { return int(1000 * part / max(whole, 1)) }

// chances are the chances of a page's blocks and sums of them.
type chances struct {
	p        *Page
	chance   []int32
	before   []sum // of all blocks before
	inside   []sum // by node
	paths    map[uint64]sum
	path     []uint64
	first    int // the first block that is likely content, and the last
	last     int
	sections []sum // by block: of what stands under a heading
	best     int32 // the element that would be the best choice alone, and the F-measure expected of it
	bestF    int
}

// weight is how much a block counts: twice its words, and one for being there.
func weight(b *Block) int64 { return 2*int64(b.text.words) + 1 }

func (p *Page) newChances(list []int32) *chances {
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
		if list[i] > 500 && b.text.words > 10 {
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
	c.findBest()
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

func (c *chances) of(i int) int {
	if i < 0 || i >= len(c.chance) {
		return none
	}
	return int(c.chance[i])
}

func (c *chances) containers(r *second, i int) {
	all := c.before[len(c.before)-1]
	for _, at := range c.p.levels[i] {
		if at == 0 {
			for range 4 {
				r.put(none)
			}
			continue
		}
		s := c.inside[at]
		r.put(mean(s))
		r.put(int(s.best))
		r.put(thousandth(s.expected, all.expected))
		r.put(int(s.expected / 1000))
	}
}

// alike puts what was said of blocks that the same template made.
func (c *chances) alike(r *second, i int) {
	s := c.paths[c.path[i]]
	w := weight(&c.p.Blocks[i])
	others := sum{words: s.words - w, expected: s.expected - w*int64(c.chance[i])}
	r.put(mean(s))
	r.put(mean(others))
	r.put(int(s.words))
}

func (c *chances) between(from, to int) sum {
	from, to = max(from, 0), min(to, len(c.p.Blocks))
	return sum{words: c.before[to].words - c.before[from].words, expected: c.before[to].expected - c.before[from].expected}
}

func (c *chances) windows(r *second, i int) {
	r.put(mean(c.between(i-3, i+4)))
	r.put(mean(c.between(i-10, i+11)))
}

func (c *chances) edges(r *second, i int) {
	all := c.before[len(c.before)-1]
	r.put(thousandth(c.before[i].expected, all.expected))
	r.put(mean(all))
	r.put(int(all.expected / 1000))
	r.put(int(all.best))
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
			r.put(none)
		}
		return
	}
	s := c.sections[h]
	r.put(int(c.chance[h]))
	r.put(mean(s))
	r.put(int(s.words))
	r.put(int(s.best))
	r.put(mean(c.between(int(h)+1, i)))
}

// prose puts what was said of the prose before and behind.
func (c *chances) prose(r *second, i int) {
	at := c.p.positions[i]
	for _, k := range [...]int32{at.proseBefore, at.proseBehind} {
		if k < 0 {
			r.put(none)
		} else {
			r.put(int(c.chance[k]))
		}
	}
	in := c.p.Tree.Nodes[c.p.Blocks[i].Node]
	r.put(kindOf(in.Tag))
	if in.Tag == atom.Li && in.Parent > 0 {
		r.put(mean(c.inside[in.Parent]))
	} else {
		r.put(none)
	}
}

// findBest finds the element whose content, kept whole and alone, promises the greatest F-measure; of several the innermost.
func (c *chances) findBest() {
	all := c.before[len(c.before)-1].expected
	for i, s := range slices.Backward(c.inside) {
		if f := int(2000 * s.expected / max(1000*s.words+all, 1)); f > c.bestF {
			c.best, c.bestF = int32(i), f //nolint:gosec // fewer than bytes
		}
	}
}

// centre puts where a block stands to that element: before it, in it or behind it, how many elements are between, and how
// good it is.
func (c *chances) centre(r *second, i int) {
	t := c.p.Tree
	node := c.p.Blocks[i].Node
	best := &t.Nodes[c.best]
	levels := 0
	switch {
	case node < c.best:
		r.put(0)
	case node >= best.End:
		r.put(2)
	default:
		r.put(1)
		for at := node; at != c.best; at = t.Nodes[at].Parent {
			levels++
		}
	}
	r.put(levels)
	r.put(c.bestF)
	r.put(thousandth(c.inside[c.best].words, c.before[len(c.before)-1].words))
}
