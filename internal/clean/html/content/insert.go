package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/truth"
)

const (
	// insertChance is the least mean chance, in thousandths, of a table of data or of code between kept blocks of one element, insertPress the same
	// in an article of the press: sites put tables of their own between its paragraphs.
	insertChance = 200
	insertPress  = 420

	// insertClimb is how many elements around an insert that hold nothing else are left to find what it stands in.
	insertClimb = 6
)

// keepInserts keeps tables of data and code that stand in kept text: with kept blocks before and after them in one element. What is in their
// cells and lines looks like no text, so that trees are less sure of them than of the paragraphs that speak of them.
func (p *Page) keepInserts(keep []bool, chances []int32) {
	t := p.Tree
	least := int64(insertChance)
	if p.press >= creditPress {
		least = insertPress
	}
	kept, code := make([]int32, len(keep)+1), make([]int32, len(keep)+1) // by number of blocks: how many of them are kept, are code
	for i, yes := range keep {
		kept[i+1] = kept[i] + int32(truth.Int(yes))                         //nolint:gosec // 0 or 1
		code[i+1] = code[i] + int32(truth.Int(p.contextOf(i)&dom.Pre != 0)) //nolint:gosec // 0 or 1
	}
	for i := int32(1); int(i) < len(t.Nodes) && !p.late(16); i++ {
		n := &t.Nodes[i]
		if n.Tag != atom.Pre && !p.isWholeTable(i) || n.In&around != 0 || p.inside[i].blocks == 0 {
			continue
		}
		unit := p.insertAround(i, code)
		from, to := p.blocksOf(unit)
		if p.standsInKept(unit, from, to, kept) && p.isInsert(from, to, chances, least) {
			for k := from; k < to; k++ {
				keep[k] = true
			}
		}
		i = t.Nodes[unit].End - 1
	}
}

// isWholeTable reports whether a node is a table of data that is judged as a whole, if with the figure around it.
func (p *Page) isWholeTable(i int32) bool {
	at := p.structures[i]
	return p.Tree.Nodes[i].Tag == atom.Table && (at == i || at > 0 && p.Tree.Nodes[at].Tag == atom.Figure)
}

// insertAround returns the outermost element around a table or code that holds nothing else, or, around code, nothing but code: the columns of
// its lines and their numbers. code counts blocks of code.
func (p *Page) insertAround(node int32, code []int32) int32 {
	isCode := p.Tree.Nodes[node].Tag == atom.Pre
	for range insertClimb {
		up := p.Tree.Nodes[node].Parent
		from, to := p.blocksOf(up)
		if up == 0 || p.inside[up].blocks > p.inside[node].blocks && !(isCode && int(code[to]-code[from]) == to-from) {
			break
		}
		node = up
	}
	return node
}

// standsInKept reports whether the element around a unit, the blocks [from, to), has kept blocks before and after it. kept counts kept blocks.
func (p *Page) standsInKept(unit int32, from, to int, kept []int32) bool {
	first, last := p.blocksOf(p.Tree.Nodes[unit].Parent)
	return kept[first] < kept[from] && kept[to] < kept[last]
}

// isInsert reports whether the blocks [from, to) are likely enough content, and no lists of links.
func (p *Page) isInsert(from, to int, chances []int32, least int64) bool {
	var s sum
	linked, chars := int64(0), int64(0)
	for k := from; k < to && !p.late(blockWork); k++ {
		b := &p.Blocks[k]
		s.add(weight(b), chances[k])
		linked, chars = linked+int64(b.Linked), chars+int64(b.Chars)
	}
	return int64(s.mean()) >= least && linked*2 <= chars
}
