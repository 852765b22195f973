package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/fnv"
)

// lineage is what an element has from the elements around it. It is handed down once an element, for walking up from each block
// would take the depth of the page for each.
type lineage struct {
	depth    int32  // elements around it, itself included
	landmark int32  // depth of the nearest article or main around it, -1 if there is none
	bigger   int32  // the nearest element around it with more blocks
	class    uint32 // hash of the first word of its class
	lists    uint8  // lists around it, itself included, 255 at most
	tables   uint8
	articles uint8
	comments bool // it, or an element around it, is named as what readers wrote, see isComment
}

// containers is how many of the elements around a block are looked at. An element counts only if it holds more blocks than the
// one before it: pages wrap everything many times.
const containers = 4

// inherit fills in the lineage of all elements.
func (p *Page) inherit() error {
	t := p.Tree
	p.above = make([]lineage, len(t.Nodes))
	p.above[0].landmark = -1
	for i := 1; i < len(t.Nodes); i++ {
		n := &t.Nodes[i]
		up := &p.above[n.Parent]
		l := *up
		l.depth++
		const landmarks = dom.Article | dom.Main
		if n.In&landmarks != t.Nodes[n.Parent].In&landmarks {
			l.landmark = l.depth
		}
		if p.inside[n.Parent].blocks > p.inside[i].blocks {
			l.bigger = n.Parent
		}
		switch n.Tag { //nolint:exhaustive // only these are counted
		case atom.Ul, atom.Ol:
			l.lists = more(l.lists)
		case atom.Table:
			l.tables = more(l.tables)
		case atom.Article:
			l.articles = more(l.articles)
		}
		l.class = 0
		if p.inside[i].blocks > 0 {
			l.class = fnv.String32(fnv.Start32, firstName(t.Raw(int32(i), dom.Class)))
			l.comments = l.comments || p.namesComments(int32(i))
		}
		p.above[i] = l
		if err := p.pace.Step(64); err != nil {
			return err
		}
	}
	return nil
}

func more(n uint8) uint8 { return n + min(1, 255-n) }

// maxClass is how many bytes of a class are read for its first word.
const maxClass = 100

// firstName is the first word of a class.
func firstName(class string) string {
	class = class[:min(len(class), maxClass)]
	start := 0
	for start < len(class) && class[start] <= ' ' {
		start++
	}
	end := start
	for end < len(class) && class[end] > ' ' {
		end++
	}
	return class[start:end]
}

// findContainers finds for each block the elements around it, each with more blocks than the one before it.
func (p *Page) findContainers() error {
	p.levels = make([][containers]int32, len(p.Blocks))
	for i := range p.Blocks {
		at := p.Blocks[i].Node
		if p.inside[at].blocks <= 1 {
			at = p.above[at].bigger
		}
		for n := 0; at > 0 && n < containers; n++ {
			p.levels[i][n] = at
			at = p.above[at].bigger
		}
		if err := p.pace.Step(64); err != nil {
			return err
		}
	}
	return nil
}

// layoutDepth is how many elements around a block are part of its layout.
const layoutDepth = 6

// layoutFrom is a hash of an element and those around it, by tag and first class: blocks made by one template have equal ones.
func (p *Page) layoutFrom(at int32) uint64 {
	h := fnv.Start64
	for n := 0; n < layoutDepth && at > 0; n++ {
		node := &p.Tree.Nodes[at]
		h = fnv.Add64(fnv.Add64(h, uint64(node.Tag)), uint64(p.above[at].class))
		at = node.Parent
	}
	return h
}

// countTwins counts for each element how many of its siblings have the same tag and class: pages repeat what they list.
func (p *Page) countTwins() error {
	t := p.Tree
	p.twins = make([]int32, len(t.Nodes))
	type key struct {
		parent int32
		tag    dom.Tag
		class  uint32
	}
	counts := make(map[key]int32, len(p.Blocks))
	of := func(i int) key { return key{t.Nodes[i].Parent, t.Nodes[i].Tag, p.above[i].class} }
	for i := 1; i < len(t.Nodes); i++ {
		if p.inside[i].blocks > 0 {
			counts[of(i)]++
		}
		if err := p.pace.Step(128); err != nil {
			return err
		}
	}
	for i := 1; i < len(t.Nodes); i++ {
		if p.inside[i].blocks > 0 {
			p.twins[i] = counts[of(i)]
		}
		if err := p.pace.Step(128); err != nil {
			return err
		}
	}
	return nil
}
