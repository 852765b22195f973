package content

import (
	"fmt"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Second is what the second trees see of a block after its Row: what the first trees said of the blocks around it, in the order of
// SecondFeatures.
type Second [secondCount]int16

// none is the value of a chance that there is not.
const none = -1000

// sum is a weighted sum of chances.
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
func (s *sum) mean() int {
	if s.words == 0 {
		return none
	}
	return int(s.expected / s.words)
}

// thousandth is the share of part in whole.
func thousandth(part, whole int64) int { return int(1000 * part / max(whole, 1)) }

// chances are the chances of a page's blocks and sums of them.
type chances struct {
	p           *Page
	chance      []int32
	before      []sum // by number of blocks: of all before
	inside      []sum // by node
	layouts     []sum
	sections    []sum // by block: of what is under a heading
	first, last int   // the first and last block that is likely content, -1 if there is none
	best        int32 // the element that would be the best choice alone
	bestF       int   // and the F-measure expected of it, in thousandths
}

// weight is how much a block counts: twice its words, and one for being there.
func weight(b *Block) int64 { return 2*int64(b.text.words) + 1 }

func (p *Page) newChances(list []int32) *chances {
	c := &chances{
		p: p, chance: list, before: make([]sum, len(p.Blocks)+1), inside: make([]sum, len(p.Tree.Nodes)),
		layouts: make([]sum, len(p.layouts)), first: -1, last: -1, sections: make([]sum, len(p.Blocks)),
	}
	for i := range p.Blocks {
		if p.late(64) {
			break
		}
		b := &p.Blocks[i]
		w := weight(b)
		c.before[i+1] = c.before[i]
		c.before[i+1].add(w, list[i])
		c.inside[b.Node].add(w, list[i])
		c.layouts[p.layout[i][0]].add(w, list[i])
		if list[i] > 500 && b.text.words > 10 {
			if c.first < 0 {
				c.first = i
			}
			c.last = i
		}
	}
	for i := len(c.inside) - 1; i > 0 && !p.late(16); i-- {
		c.inside[p.Tree.Nodes[i].Parent].join(c.inside[i])
	}
	c.sumSections()
	c.findBest()
	return c
}

// sumSections sums up what is under each heading: up to the next of its level or above.
func (c *chances) sumSections() {
	var open [7]int // by level: the heading that is open, plus 1; 0 for none
	for i := range c.p.Blocks {
		level := c.level(i)
		if level > 0 {
			clear(open[level:])
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

func (c *chances) level(i int) int { return dom.Level(c.p.Tree.Nodes[c.p.Blocks[i].Node].Tag) }

// findBest finds the element whose content, kept whole and alone, promises the greatest F-measure; of several the innermost.
func (c *chances) findBest() {
	all := c.all().expected
	for i, s := range slices.Backward(c.inside) {
		if f := int(2000 * s.expected / max(1000*s.words+all, 1)); f > c.bestF {
			c.best, c.bestF = int32(i), f //nolint:gosec // nodes are fewer than bytes
		}
	}
}

func (c *chances) all() sum { return c.before[len(c.before)-1] }

func (c *chances) of(i int) int {
	if i < 0 || i >= len(c.chance) {
		return none
	}
	return int(c.chance[i])
}

// between sums up the blocks [from, to).
func (c *chances) between(from, to int) sum {
	from, to = max(from, 0), min(to, len(c.p.Blocks))
	return sum{words: c.before[to].words - c.before[from].words, expected: c.before[to].expected - c.before[from].expected}
}

// heading returns the heading of the section that block i is in: the block itself, if it is one; -1 if there is none.
func (c *chances) heading(i int) int {
	if c.level(i) > 0 {
		return i
	}
	return int(c.p.positions[i].heading)
}

// others sums up the blocks of the same layout without block i.
func (c *chances) others(i int) sum {
	s := c.layouts[c.p.layout[i][0]]
	w := weight(&c.p.Blocks[i])
	return sum{words: s.words - w, expected: s.expected - w*int64(c.chance[i])}
}

// side says where block i is relative to the best element: 0 before it, 1 in it, 2 after it.
func (c *chances) side(i int) int {
	node := c.p.Blocks[i].Node
	switch {
	case node < c.best:
		return 0
	case node >= c.p.Tree.Nodes[c.best].End:
		return 2
	default:
		return 1
	}
}

// seen is block i among the chances of all.
type seen struct {
	*chances

	i int
}

// ofHeading returns a feature of the section of a block.
func ofHeading(name string, value func(s seen, h int) int) feature[seen] {
	return feature[seen]{name, func(s seen) int {
		if h := s.heading(s.i); h >= 0 {
			return value(s, h)
		}
		return none
	}}
}

// secondFeatures describe a block by the chances that the first trees gave the blocks around it.
var secondFeatures = slices.Concat(chancesNear(), chancesOfContainers(), []feature[seen]{
	{"chance of the layout", func(s seen) int { return s.layouts[s.p.layout[s.i][0]].mean() }},
	{"chance of others of the layout", func(s seen) int { o := s.others(s.i); return o.mean() }},
	{"weight of the layout", func(s seen) int { return int(s.layouts[s.p.layout[s.i][0]].words) }},
	{"chance near", func(s seen) int { w := s.between(s.i-3, s.i+4); return w.mean() }},
	{"chance about", func(s seen) int { w := s.between(s.i-10, s.i+11); return w.mean() }},
	{"expected before", func(s seen) int { return thousandth(s.before[s.i].expected, s.all().expected) }},
	{"chance of page", func(s seen) int { all := s.all(); return all.mean() }},
	{"expected of page", func(s seen) int { return int(s.all().expected / 1000) }},
	{"best of page", func(s seen) int { return int(s.all().best) }},
	{"after first likely", func(s seen) int {
		if s.first < 0 {
			return -9999
		}
		return s.i - s.first
	}},
	{"before last likely", func(s seen) int {
		if s.first < 0 {
			return -9999
		}
		return s.last - s.i
	}},
	ofHeading("chance of heading", func(s seen, h int) int { return int(s.chance[h]) }),
	ofHeading("chance of section", func(s seen, h int) int { return s.sections[h].mean() }),
	ofHeading("weight of section", func(s seen, h int) int { return int(s.sections[h].words) }),
	ofHeading("best of section", func(s seen, h int) int { return int(s.sections[h].best) }),
	ofHeading("chance since heading", func(s seen, h int) int { w := s.between(h+1, s.i); return w.mean() }),
	{"chance of prose before", func(s seen) int { return s.of(int(s.p.positions[s.i].proseBefore)) }},
	{"chance of prose after", func(s seen) int { return s.of(int(s.p.positions[s.i].proseAfter)) }},
	{"chance of list", func(s seen) int {
		n := &s.p.Tree.Nodes[s.p.Blocks[s.i].Node]
		if n.Tag != atom.Li || n.Parent == 0 {
			return none
		}
		return s.inside[n.Parent].mean()
	}},
	{"chance before", func(s seen) int { return s.before[s.i].mean() }},
	{"side of best element", func(s seen) int { return s.side(s.i) }},
	{"depth in best element", func(s seen) int {
		if s.side(s.i) != 1 {
			return 0
		}
		return int(s.p.above[s.p.Blocks[s.i].Node].depth - s.p.above[s.best].depth)
	}},
	{"expected of best element", func(s seen) int { return s.bestF }},
	{"share of best element", func(s seen) int { return thousandth(s.inside[s.best].words, s.all().words) }},
})

// chancesNear are the chances of a block and of those next to it.
func chancesNear() []feature[seen] {
	var list []feature[seen]
	for _, d := range [...]int{0, -1, 1, -2, 2, -3, 3} {
		list = append(list, feature[seen]{fmt.Sprintf("chance%+d", d), func(s seen) int { return s.of(s.i + d) }})
	}
	return list
}

// chancesOfContainers sum up the chances in the elements around a block.
func chancesOfContainers() []feature[seen] {
	var list []feature[seen]
	for n := range containers {
		add := func(name string, value func(s seen, in *sum) int) {
			list = append(list, feature[seen]{fmt.Sprintf("container%d.%s", n+1, name), func(s seen) int {
				if at := s.p.levels[s.i][n]; at > 0 {
					return value(s, &s.inside[at])
				}
				return none
			}})
		}
		add("chance", func(_ seen, in *sum) int { return in.mean() })
		add("best", func(_ seen, in *sum) int { return int(in.best) })
		add("share of expected", func(s seen, in *sum) int { return thousandth(in.expected, s.all().expected) })
		add("expected", func(_ seen, in *sum) int { return int(in.expected / 1000) })
	}
	return list
}

// Seconds describes all blocks by the chances that the first trees gave them.
func (p *Page) Seconds(first []int32) []Second {
	c := p.newChances(first)
	rows := make([]Second, len(p.Blocks))
	for i := range rows {
		fill(rows[i][:], secondFeatures, seen{c, i})
	}
	return rows
}
