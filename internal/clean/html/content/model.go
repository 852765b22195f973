package content

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

// The sections of a model file.
const (
	LexiconSection = "lexicon"
	KindsSection   = "kinds"
	FirstSection   = "first"
	SecondSection  = "second"
)

// AllFeatures is how many numbers the second trees see: those of Row, and those of Second.
const AllFeatures = Features + secondCount

// Model is an open model. It is safe for concurrent use.
type Model struct {
	Lexicon Lexicon
	Kinds   Kinds
	First   forest.Forest
	Second  forest.Forest
}

// OpenModel opens a model file; data is read in place. Errors wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	f, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	lexicon, err := sized(f, LexiconSection, 2*LexiconSlots)
	if err != nil {
		return nil, err
	}
	kinds, err := sized(f, KindsSection, KindSlots*KindColumns)
	if err != nil {
		return nil, err
	}
	m.Lexicon, m.Kinds = Lexicon(lexicon), Kinds(kinds)
	if m.First, err = trees(f, FirstSection, Features); err != nil {
		return nil, err
	}
	m.Second, err = trees(f, SecondSection, AllFeatures)
	return m, err
}

func sized(f model.File, name string, n int) (string, error) {
	s, err := f.Section(name)
	if err == nil && len(s) != n {
		err = fmt.Errorf("%w: section %s has %d bytes, want %d", model.ErrFormat, name, len(s), n)
	}
	return s, err
}

func trees(f model.File, name string, features int) (forest.Forest, error) {
	s, err := f.Section(name)
	if err != nil {
		return forest.Forest{}, err
	}
	return forest.Open(s, features)
}

// Sure is the log-odds, either way, at which the rest of a forest is not asked.
const Sure = 4

// keptRows is up to how many blocks a page has whose rows are kept between the first and the second trees. The rows of larger pages are
// made twice, for kept they would take more memory than the page.
const keptRows = 1 << 12

// Chances returns the chance of each block to be content, in thousandths: the mean of what both sets of trees say. The error is that
// of the context given to Read.
func (m *Model) Chances(p *Page) ([]int32, error) {
	if err := p.judge(m.Lexicon, m.Kinds); err != nil {
		return nil, err
	}
	first := make([]int32, len(p.Blocks))
	kept := make([]Row, min(len(p.Blocks), keptRows))
	err := p.eachRow(kept, func(i int, row *Row) {
		first[i] = Thousandths(m.First.ScoreUntil(row[:], Sure))
	})
	if err != nil {
		return nil, err
	}
	c := p.newChances(first)
	if p.err != nil {
		return nil, p.err
	}
	both := make([]int32, len(p.Blocks))
	var all [AllFeatures]int16
	second := func(i int, row *Row) {
		copy(all[:], row[:])
		fill(all[Features:], secondFeatures, seen{c, i})
		both[i] = (first[i] + Thousandths(m.Second.ScoreUntil(all[:], Sure))) / 2
	}
	if len(kept) < len(p.Blocks) {
		return both, p.eachRow(kept[:2], second)
	}
	for i := range kept {
		second(i, &kept[i])
		if err := p.pace.Step(blockStep); err != nil {
			return nil, err
		}
	}
	return both, nil
}

// eachRow makes the rows of all blocks, one after the other, in kept, and calls do with each. Where kept is too short for all, it is
// written over.
func (p *Page) eachRow(kept []Row, do func(i int, row *Row)) error {
	var last *Row
	for i := range p.Blocks {
		row := &kept[i%len(kept)]
		p.row(i, row, last)
		do(i, row)
		last = row
		if err := p.pace.Step(blockStep); err != nil {
			return err
		}
	}
	return nil
}

// Thousandths is the chance of log-odds.
func Thousandths(odds float64) int32 { return int32(float64(1000*forest.Probability(odds)) + .5) }
