package content

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// leastMenu is how many links a menu has at least.
const leastMenu = 2

// dropMenus takes the menus out of a choice of everything: runs of blocks of links with nothing else before or after them on the page. A
// list of links that a line with a colon announces is content.
func (p *Page) dropMenus(keep []bool) {
	first, last := 0, len(keep)
	for first < last && (!keep[first] || p.isOfLinks(first)) {
		first++
	}
	for last > first && (!keep[last-1] || p.isOfLinks(last-1)) {
		last--
	}
	if first == last {
		return // nothing but links
	}
	if p.linksIn(0, first) >= leastMenu || p.contextOf(0)&dom.Header != 0 {
		clear(keep[:first])
	}
	if p.linksIn(last, len(keep)) >= leastMenu && !p.announces(last-1) {
		clear(keep[last:])
	}
}

// isOfLinks reports whether most of block i is in links, and it is no heading.
func (p *Page) isOfLinks(i int) bool {
	b := &p.Blocks[i]
	return int64(b.Linked)*2 > int64(b.Chars) && p.contextOf(i)&dom.Heading == 0
}

// linksIn counts the links of the blocks [from, to), up to leastMenu.
func (p *Page) linksIn(from, to int) (n int) {
	seen := int32(0)
	for i := from; i < to && n < leastMenu; i++ {
		for k := p.Blocks[i].FirstText; k < p.Blocks[i].EndText; k++ {
			if link := p.linkAround(p.Tree.Texts[k].Parent); link > seen {
				seen = link
				n++
			}
		}
	}
	return n
}

// linkAround returns the link that an element is in, 0 if it is in none.
func (p *Page) linkAround(node int32) int32 {
	nodes := p.Tree.Nodes
	for node > 0 && nodes[node].In&dom.Link != 0 && nodes[nodes[node].Parent].In&dom.Link != 0 {
		node = nodes[node].Parent
	}
	if nodes[node].In&dom.Link == 0 {
		return 0
	}
	return node
}

// announces reports whether block i ends with a colon.
func (p *Page) announces(i int) bool {
	s := strings.TrimSpace(p.Tree.Span(p.Blocks[i].EndText - 1).Of(p.Tree.Page))
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")
}
