package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/truth"
)

// Revision is another choice of blocks than the one at hand. Blocks are chosen one by one, each for its own chance; revisions
// add or drop whole stretches of a page, as what follows the last paragraph, and are judged by what they would change (Revision.Features).
type Revision struct {
	Keep []bool

	// Features describe the change, in the order of RevisionFeatures.
	Features [revisionCount]int16
}

const (
	// maxTails, maxHeads are at how many places the end and the beginning of a choice may be cut off.
	maxTails = 12
	maxHeads = 5
)

// The kinds of revisions.
const (
	cutTail = iota
	cutHead
	withinElement
	tighter
	looser
)

// Revisions returns what may be better than keep, a choice by these chances.
func (p *Page) Revisions(chances []int32, keep []bool) []Revision {
	return p.revisions(p.newChances(chances), keep)
}

func (p *Page) revisions(sums *chances, keep []bool) []Revision {
	r := reviser{p: p, chance: sums.chance, keep: keep, sums: sums}
	for i, yes := range keep {
		if yes {
			r.kept = append(r.kept, i)
			r.words += p.wordsIn(i)
		}
	}
	if len(r.kept) < 2 || p.isFragment() {
		return nil
	}
	if p.structures == nil {
		p.findStructures()
	}
	r.findMain()
	r.shareBodies()
	r.cuts()
	r.elements()
	r.levels()
	return r.found
}

// reviser makes the revisions of one choice.
type reviser struct {
	p      *Page
	chance []int32
	keep   []bool
	sums   *chances
	kept   []int   // the blocks of the choice
	words  int64   // in them
	main   int     // the block that most speaks for the choice
	layout int32   // of it
	shared []int64 // by block: words that are in the JSON-LD's bodies too
	found  []Revision
}

// findMain finds the layout with most words of the choice, and its first block.
func (r *reviser) findMain() {
	words := map[int32]int64{}
	for _, i := range r.kept {
		words[r.p.layout[i][0]] += r.p.wordsIn(i)
	}
	best := int64(-1)
	for _, i := range r.kept {
		if l := r.p.layout[i][0]; words[l] > best {
			best, r.main, r.layout = words[l], i, l
		}
	}
}

// shareBodies counts the words that blocks share with the bodies of the page's JSON-LD.
func (r *reviser) shareBodies() {
	r.shared = make([]int64, len(r.keep))
	if len(r.p.claims.bodies) == 0 {
		return
	}
	for i := range r.shared {
		r.shared[i] = int64(r.p.shared(i, r.p.claims.bodies))
	}
}

// isSeam reports whether the choice may be cut before the n-th of its blocks: something was left out there, the container changes, or a
// heading begins.
func (r *reviser) isSeam(n int) bool {
	before, i := r.kept[n-1], r.kept[n]
	if at := r.p.structureOf(i); at > 0 && at == r.p.structureOf(before) {
		return false
	}
	return i > before+1 || r.p.levels[before][0] != r.p.levels[i][0] || r.sums.level(i) > 0
}

// cuts adds the revisions that end sooner or begin later.
func (r *reviser) cuts() {
	for n, tails := len(r.kept)-1, 0; n > 0 && tails < maxTails; n-- {
		if r.isSeam(n) {
			r.add(cutTail, func(i int) bool { return i < r.kept[n] && r.keep[i] }, r.kept[n])
			tails++
		}
	}
	for n, heads := 1, 0; n < len(r.kept) && heads < maxHeads; n++ {
		if r.isSeam(n) {
			r.add(cutHead, func(i int) bool { return i >= r.kept[n] && r.keep[i] }, r.kept[n-1])
			heads++
		}
	}
}

// elements adds the revisions that keep what is in one element only.
func (r *reviser) elements() {
	try := func(at int32) {
		if of := r.p.structures[at]; at == 0 || of > 0 && of != at {
			return // a part of a structure
		}
		from, to := r.p.Tree.Nodes[at].FirstText, r.p.Tree.Nodes[at].EndText
		r.add(withinElement, func(i int) bool {
			return r.keep[i] && r.p.Blocks[i].FirstText >= from && r.p.Blocks[i].FirstText < to
		}, r.main)
	}
	for _, at := range r.p.levels[r.main] {
		try(at)
	}
	try(r.sums.best)
}

// levels adds the revisions by a lower and a higher chance.
func (r *reviser) levels() {
	for _, least := range [...]int32{800, 650, 500} {
		r.add(tighter, func(i int) bool { return r.keep[i] && r.chance[i] >= least }, r.main)
	}
	for _, least := range [...]int32{150, 300} {
		r.add(looser, func(i int) bool { return r.keep[i] || r.chance[i] >= least }, r.main)
	}
}

// add adds the revision that keeps what keep says, unless it changes nothing or leaves nothing. at is the block at which it begins to
// differ.
func (r *reviser) add(kind int, keep func(i int) bool, at int) {
	d := change{reviser: r, kind: kind, at: at}
	next := make([]bool, len(r.keep))
	for i := range next {
		if r.p.late(32) {
			return
		}
		next[i] = keep(i)
		d.count(i, next[i])
	}
	if d.left.words == 0 || d.dropped.blocks+d.added.blocks == 0 {
		return
	}
	v := Revision{Keep: next}
	fill(v.Features[:], revisionFeatures, &d)
	r.found = append(r.found, v)
}

// part sums up some blocks.
type part struct {
	blocks, words, expected, chars, linked, prose, main, comments, bodies, headings, article int64
	first, last                                                                              int
}

func (s *part) add(r *reviser, i int) {
	p, b := r.p, &r.p.Blocks[i]
	words := p.wordsIn(i)
	if s.blocks == 0 {
		s.first = i
	}
	s.last = i
	s.blocks++
	s.words += words
	s.expected += words * int64(r.chance[i])
	s.chars += int64(b.Chars)
	s.linked += int64(b.Linked)
	if b.Prose() {
		s.prose += words
	}
	if p.layout[i][0] == r.layout {
		s.main += words
	}
	if p.above[b.Node].comments {
		s.comments += words
	}
	if p.Tree.Nodes[b.Node].In&(dom.Article|dom.Main) != 0 {
		s.article += words
	}
	s.bodies += r.shared[i]
	s.headings += int64(truth.Int(r.sums.level(i) > 0))
}

// of is n in thousandths of the words.
func (s *part) of(n int64) int { return thousandth(n, s.words) }

// change is what a revision changes.
type change struct {
	*reviser

	kind, at             int
	left, dropped, added part
}

func (d *change) count(i int, next bool) {
	switch {
	case next && d.keep[i]:
		d.left.add(d.reviser, i)
	case next:
		d.added.add(d.reviser, i)
	case d.keep[i]:
		d.dropped.add(d.reviser, i)
	}
}

// expectedF is the F-measure that a choice of these blocks may be expected to have, in thousandths.
func (d *change) expectedF(words, expected int64) int {
	all := int64(0)
	if n := len(d.sums.before); n > 0 {
		all = d.sums.before[n-1].expected / 2
	}
	return int(2000 * expected / max(1000*words+all, 1))
}

// edge is the block of the change next to what is left, and gap how many blocks are between.
func (d *change) edge() (block, gap int) {
	switch {
	case d.dropped.blocks == 0:
		return d.at, 0
	case d.kind == cutHead:
		return d.dropped.last, d.left.first - d.dropped.last
	default:
		return d.dropped.first, d.dropped.first - d.left.last
	}
}

func (d *change) edgeBlock() *Block {
	i, _ := d.edge()
	return &d.p.Blocks[i]
}

// revisionFeatures describe a change.
var revisionFeatures = []feature[*change]{
	{"kind", func(d *change) int { return d.kind }},
	{"dropped", func(d *change) int { return thousandth(d.dropped.words, d.words) }},
	{"dropped words", func(d *change) int { return int(d.dropped.words) }},
	{"dropped blocks", func(d *change) int { return int(d.dropped.blocks) }},
	{"chance of dropped", func(d *change) int { return d.dropped.of(d.dropped.expected) / 1000 }},
	{"links of dropped", func(d *change) int { return thousandth(d.dropped.linked, d.dropped.chars) }},
	{"prose of dropped", func(d *change) int { return d.dropped.of(d.dropped.prose) }},
	{"main layout of dropped", func(d *change) int { return d.dropped.of(d.dropped.main) }},
	{"comment line at edge", func(d *change) int {
		i, _ := d.edge()
		return truth.Int(d.p.positions[i].comments >= 0 || d.p.announcesComments(&d.p.Blocks[i]))
	}},
	{"comments of dropped", func(d *change) int { return d.dropped.of(d.dropped.comments) }},
	{"bodies of dropped", func(d *change) int { return d.dropped.of(d.dropped.bodies) }},
	{"article of dropped", func(d *change) int { return d.dropped.of(d.dropped.article) }},
	{"headings of dropped", func(d *change) int { return int(d.dropped.headings) }},
	{"words per dropped block", func(d *change) int { return int(d.dropped.words / max(d.dropped.blocks, 1)) }},
	{"added", func(d *change) int { return thousandth(d.added.words, d.words) }},
	{"chance of added", func(d *change) int { return d.added.of(d.added.expected) / 1000 }},
	{"links of added", func(d *change) int { return thousandth(d.added.linked, d.added.chars) }},
	{"main layout of added", func(d *change) int { return d.added.of(d.added.main) }},
	{"left words", func(d *change) int { return int(d.left.words) }},
	{"chance of left", func(d *change) int { return d.left.of(d.left.expected) / 1000 }},
	{"links of left", func(d *change) int { return thousandth(d.left.linked, d.left.chars) }},
	{"prose of left", func(d *change) int { return d.left.of(d.left.prose) }},
	{"main layout of left", func(d *change) int { return d.left.of(d.left.main) }},
	{"comments of left", func(d *change) int { return d.left.of(d.left.comments) }},
	{"bodies of left", func(d *change) int { return d.left.of(d.left.bodies) }},
	{"article of left", func(d *change) int { return d.left.of(d.left.article) }},
	{"words per left block", func(d *change) int { return int(d.left.words / max(d.left.blocks, 1)) }},
	{"body beside left", func(d *change) int { return thousandth(int64(d.p.claims.bodyWords), d.left.words) }},
	{"body beside choice", func(d *change) int { return thousandth(int64(d.p.claims.bodyWords), d.words) }},
	{"expected of revision", func(d *change) int {
		return d.expectedF(d.left.words+d.added.words, (d.left.expected+d.added.expected)/1)
	}},
	{"expected of choice", func(d *change) int {
		return d.expectedF(d.left.words+d.dropped.words, d.left.expected+d.dropped.expected)
	}},
	{"gap", func(d *change) int { _, gap := d.edge(); return gap }},
	{"chance of edge", func(d *change) int { i, _ := d.edge(); return int(d.chance[i]) }},
	{"score of edge", func(d *change) int { i, _ := d.edge(); return score(d.p.textScores[i]) }},
	{"words of edge", func(d *change) int { return int(d.edgeBlock().text.words) }},
	{"tag of edge", func(d *change) int { return tagClass(d.p.Tree.Nodes[d.edgeBlock().Node].Tag) }},
	{"links of edge", func(d *change) int { b := d.edgeBlock(); return share(b.Linked, b.Chars) }},
	{"names of edge", func(d *change) int { return score(d.p.outer[d.edgeBlock().Node]) }},
	{"names of left", func(d *change) int { return score(d.p.outer[d.p.Blocks[d.main].Node]) }},
	{"edge beside main", func(d *change) int {
		i, _ := d.edge()
		return truth.Int(d.p.levels[i][0] == d.p.levels[d.main][0]) + truth.Int(d.p.levels[i][1] == d.p.levels[d.main][1])
	}},
	{"depth of edge", func(d *change) int {
		return int(d.p.above[d.edgeBlock().Node].depth - d.p.above[d.p.Blocks[d.main].Node].depth)
	}},
	{"twins of edge", func(d *change) int { i, _ := d.edge(); return int(d.p.twins[d.p.levels[i][0]]) }},
	{"side of edge", func(d *change) int { i, _ := d.edge(); return d.sums.side(i) }},
	{"place of edge", func(d *change) int { i, _ := d.edge(); return thousandth(int64(i), int64(len(d.chance))) }},
	{"last character before edge", func(d *change) int { return class(d.p.Blocks[d.left.last].text.last) }},
	{"images at edge", func(d *change) int { i, _ := d.edge(); return int(d.p.images[i]) }},
	{"article", func(d *change) int { return int(d.p.kinds[Article]) }},
	{"forum", func(d *change) int { return int(d.p.kinds[Forum]) }},
	{"listing", func(d *change) int { return int(d.p.kinds[Listing] + d.p.kinds[Collection]) }},
	{"product", func(d *change) int { return int(d.p.kinds[Product] + d.p.kinds[Service]) }},
	{"prose of page", func(d *change) int { return share(d.p.whole.prose, d.p.whole.chars) }},
}

const revisionCount = 51

// RevisionFeatures are the names of what describes a revision.
func RevisionFeatures() []string { return namesOf("revision.", revisionFeatures) }
