package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// headlineNames are names that pages give to the headline.
var headlineNames = setOf("title headline")

// headlineClimb is how many elements around a heading are looked at: those of a headline, its header, and the article.
const headlineClimb = 3

// isSecondHeadline reports whether block i is the headline that readers see, where the first heading of the page is another for search engines, in
// a trail of links or out of sight: a heading of the second level that is in a header, or named as a headline, to which the first does not belong, and in no list.
func (p *Page) isSecondHeadline(i int) bool {
	if p.contextOf(i)&dom.List != 0 {
		return false
	}
	nodes := p.Tree.Nodes
	node := p.Blocks[i].Node
	for n := 0; dom.Level(nodes[node].Tag) != 2; n++ { // the block may be an element inside the heading
		if node = nodes[node].Parent; node == 0 || n == headlineClimb {
			return false
		}
	}
	parent := nodes[node].Parent
	if p.contextOf(i)&dom.Header == 0 && nodes[parent].Tag != atom.Hgroup && !p.isNamed(node, headlineNames) && !p.isNamed(parent, headlineNames) {
		return false
	}
	if p.contextOf(int(p.title))&(dom.Nav|dom.List) != 0 {
		return true
	}
	first := p.Blocks[p.title].FirstText
	for range headlineClimb {
		if parent == 0 || nodes[parent].FirstText <= first && first < nodes[parent].EndText {
			return parent == 0
		}
		parent = nodes[parent].Parent
	}
	return true
}
