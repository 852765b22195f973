package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Tables of data, lists, descriptions (dl) and quotations are kept or dropped as a whole: half of a table is of no use. All blocks of such a
// structure get the mean of their chances. One that is too large to be judged as a whole is judged by its rows and items.
const (
	// structureWords is how many words a structure has at most that is judged as a whole.
	structureWords = 1200

	// structureShare is the largest share of the page's words that it has, in per cent: lists and tables around a whole page are
	// layout.
	structureShare = 60

	// cellWords is how many words the cells of a table of data have at most in the mean.
	cellWords = 30
)

// tableMarks are the evidence of whether a table shows data or lays out a page.
type tableMarks struct {
	rows, cells, heads  int32
	nested, headed, off bool // holds a table, a section's heading, says that it is layout
}

// isData reports whether a table shows data: it has rows and columns of short cells, or says what they are.
func (m *tableMarks) isData(words int32) bool {
	if m.nested || m.headed || m.off || m.rows < 1 || m.cells < 2 {
		return false
	}
	if m.heads > 0 && m.cells > m.heads {
		return true
	}
	return m.rows >= 2 && m.cells*2 >= m.rows*3 && words <= cellWords*m.cells
}

// markTables looks at all tables.
func (p *Page) markTables() (marks map[int32]*tableMarks) {
	t := p.Tree
	if p.counts.tables == 0 {
		return nil
	}
	marks = map[int32]*tableMarks{}
	table := make([]int32, len(t.Nodes)) // by node: the table around it
	for i := 1; i < len(t.Nodes) && !p.late(32); i++ {
		n := &t.Nodes[i]
		at := table[n.Parent]
		table[i] = at
		m := marks[at]
		if n.Tag == atom.Table {
			table[i] = int32(i)
			marks[int32(i)] = &tableMarks{
				off: t.Raw(int32(i), dom.Role) == "presentation" || t.Raw(int32(i), dom.Role) == "none",
			}
		}
		if m == nil {
			continue
		}
		switch n.Tag { //nolint:exhaustive // only these are evidence
		case atom.Table:
			m.nested = true
		case atom.Tr:
			m.rows++
		case atom.Td:
			m.cells++
		case atom.Th:
			m.cells, m.heads = m.cells+1, m.heads+1
		case atom.H1, atom.H2, atom.H3:
			m.headed = true
		}
	}
	return marks
}

// findStructures finds for each node the structure that it is kept or dropped with, 0 if there is none. A description (dd) belongs to the
// term before it, if the whole dl is too large.
func (p *Page) findStructures() {
	t := p.Tree
	marks := p.markTables()
	of := make([]int32, len(t.Nodes))
	data := make([]bool, len(t.Nodes)) // in a table of data
	terms := map[int32]int32{}         // by dl: its last term
	for i := 1; i < len(t.Nodes) && !p.late(32); i++ {
		n := &t.Nodes[i]
		of[i], data[i] = of[n.Parent], data[n.Parent]
		if n.Tag == atom.Table {
			m := marks[int32(i)]
			data[i] = m != nil && m.isData(p.inside[i].words)
		}
		switch {
		case of[i] != 0 || p.inside[i].blocks == 0:
		case n.Tag == atom.Dt:
			of[i] = int32(i)
			terms[n.Parent] = int32(i)
		case n.Tag == atom.Dd && p.inside[i].words <= structureWords:
			of[i] = terms[n.Parent]
		case n.Tag == atom.Dd && terms[n.Parent] > 0:
			p.described = append(p.described, description{terms[n.Parent], int32(i)})
		case p.inside[i].blocks > 1 && p.isStructure(i, data[i]):
			of[i] = int32(i)
		}
	}
	p.structures = of
}

// description is a term and a description too long to be judged as one structure. The term is content if its description is.
type description struct{ term, of int32 }

// isStructure reports whether node i is a structure to be judged as a whole.
func (p *Page) isStructure(i int, data bool) bool {
	n := &p.Tree.Nodes[i]
	words := int64(p.inside[i].words)
	if words > structureWords || words*100 > int64(p.whole.words)*structureShare || n.In&(dom.Nav|dom.Form) != 0 {
		return false
	}
	switch n.Tag {
	case atom.Table, atom.Tr:
		return data
	case atom.Dl, atom.Blockquote, atom.Ul, atom.Ol, atom.Li, atom.Figure:
		return true
	default:
		return false
	}
}

// structureOf is the structure that block i is kept or dropped with, 0 if there is none.
func (p *Page) structureOf(i int) int32 { return p.structures[p.Blocks[i].Node] }

// blockWork is what the work on a block counts as, in bytes, between two looks at the context.
const blockWork = 32

// AsWhole returns the chances with those of each structure made one, and those of readers' comments on an article lowered.
func (p *Page) AsWhole(list []int32) []int32 {
	if p.structures == nil {
		p.findStructures()
	}
	all := make([]sum, len(p.Blocks)+1) // by number of blocks: of all before
	of := map[int32]sum{}
	for i := range p.Blocks {
		if p.late(blockWork) {
			return list
		}
		all[i+1] = all[i]
		all[i+1].add(weight(&p.Blocks[i]), list[i])
		if at := p.structureOf(i); at > 0 {
			s := of[at]
			s.add(weight(&p.Blocks[i]), list[i])
			of[at] = s
		}
	}
	for _, d := range p.described {
		from, to := p.blocksOf(d.of)
		in := sum{words: all[to].words - all[from].words, expected: all[to].expected - all[from].expected}
		if s := of[d.term]; s.mean() < in.mean() {
			of[d.term] = in
		}
	}
	whole := make([]int32, len(list))
	for i := range whole {
		if p.late(blockWork) {
			return list
		}
		whole[i] = list[i]
		if at := p.structureOf(i); at > 0 {
			s := of[at]
			whole[i] = int32(s.mean()) //nolint:gosec // thousandths
		}
	}
	p.discountComments(whole)
	return whole
}

// blocksOf are the blocks inside a node: [from, to).
func (p *Page) blocksOf(node int32) (from, to int) {
	n := &p.Tree.Nodes[node]
	return p.blockAt(n.FirstText), p.blockAt(n.EndText)
}
