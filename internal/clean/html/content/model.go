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
const AllFeatures = Features + SecondFeatures

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
	kinds, err := sized(f, KindsSection, KindSlots*KindCount)
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

// sure is the log-odds from which on the rest of a forest is not asked.
const sure = 4

// Chances returns the chance of each block to be content, in thousandths: the mean of what both sets of trees say.
func (m *Model) Chances(p *Page) []int32 {
	rows := p.Rows(m.Lexicon, m.Kinds)
	first := make([]int32, len(rows))
	for i := range rows {
		first[i] = Thousandths(m.First.ScoreUntil(rows[i][:], sure))
	}
	return m.look(p, rows, first)
}

// look asks the second trees.
func (m *Model) look(p *Page, rows []Row, first []int32) []int32 {
	chances := make([]int32, len(rows))
	var all [AllFeatures]int16
	for i, s := range p.Seconds(first) {
		copy(all[:], rows[i][:])
		copy(all[Features:], s[:])
		chances[i] = (first[i] + Thousandths(m.Second.ScoreUntil(all[:], sure))) / 2
	}
	return chances
}

// Thousandths is the chance of log-odds.
func Thousandths(odds float64) int32 { return int32(1000*forest.Probability(odds) + .5) }
