package main

import (
	"log/slog"
	"math"
	"time"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
)

// block is a block to learn from.
type block struct {
	label, weight float32
	slots         []uint32
}

// target is 1 for content, else 0: the trees answer yes or no.
func (b *block) target() float32 {
	if b.label > .5 {
		return 1
	}
	return 0
}

// learner makes models of samples.
type learner struct {
	samples []*sample
	blocks  [][]*block      // by sample
	rows    [][]content.Row // by sample, from models that have not seen its site
	chances [][]int32       // by sample: what the first trees of such models say
	seconds [][]content.Second
	made    []byte // the trees learnt last, as they are kept
}

var (
	firstParams = boost.Params{
		Trees: 160, Depth: 6, Rate: .1, Lambda: 8, MinWeight: 15, Rows: .7, Columns: .3, Seed: 1,
	}
	secondParams = boost.Params{
		Trees: 120, Depth: 6, Rate: .1, Lambda: 12, MinWeight: 20, Rows: .7, Columns: .3, Seed: 2,
	}
)

func newLearner(samples []*sample) *learner {
	l := &learner{samples: samples}
	sum, n := 0.0, 0
	for _, s := range samples {
		s.kindSlots = s.page.KindSlots()
		blocks := make([]*block, len(s.labels))
		for i := range blocks {
			slots := s.page.Slots(i)
			b := &block{label: float32(s.labels[i]), slots: append(append(slots.Own, slots.Outer...), slots.Text...)}
			b.weight = float32(weightOf(s, i))
			sum += float64(b.weight)
			if b.weight > 0 {
				n++
			}
			blocks[i] = b
		}
		l.blocks = append(l.blocks, blocks)
	}
	for _, blocks := range l.blocks {
		for _, b := range blocks {
			b.weight *= float32(float64(n) / sum)
		}
	}
	return l
}

// partWeight is how much a block of a partly known page counts.
const partWeight = .02

// weightOf is how much a block counts: as its words in the F-measure of its page, less where it is content in part only.
func weightOf(s *sample, i int) float64 {
	if s.labels[i] == unknown {
		return 0
	}
	if s.known != nil {
		return partWeight
	}
	part := (float64(len(s.words[i])) + 1) / float64(max(len(s.gold), 20))
	return min(part, .5) * min(1, .2+1.6*math.Abs(s.labels[i]-.5))
}

// cross makes rows and chances of all samples, each from models that have not seen its site.
func (l *learner) cross() {
	n := len(l.samples)
	l.rows, l.chances, l.seconds = make([][]content.Row, n), make([][]int32, n), make([][]content.Second, n)
	for fold := range folds {
		lexicon, kinds := l.words(fold)
		for i, s := range l.samples {
			if s.fold == fold {
				l.rows[i] = s.page.Rows(lexicon, kinds)
			}
		}
	}
	for fold := range folds {
		f := l.trees(fold, firstParams, content.Features)
		for i, s := range l.samples {
			if s.fold == fold {
				l.chances[i] = ask(f, l.rows[i])
				l.seconds[i] = s.page.Seconds(l.chances[i])
			}
		}
	}
}

// nobody is the fold of no sample: all are learnt from.
const nobody = -1

// words learns the linear models of all folds but one.
func (l *learner) words(but int) (content.Lexicon, content.Kinds) {
	var blocks []*block
	var samples []*sample
	for i, s := range l.samples {
		if s.fold != but {
			for _, b := range l.blocks[i] {
				if b.weight > 0 {
					blocks = append(blocks, b)
				}
			}
			samples = append(samples, s)
		}
	}
	return learnLexicon(blocks), learnKinds(samples)
}

// trees learns trees on the rows of all folds but one; on those of Second too where features asks for them.
func (l *learner) trees(but int, p boost.Params, features int) forest.Forest {
	start := time.Now()
	var d boost.Data
	for i, s := range l.samples {
		if s.fold == but {
			continue
		}
		for k, b := range l.blocks[i] {
			if b.weight == 0 {
				continue
			}
			row := l.rows[i][k][:]
			if features > content.Features {
				row = append(append(make([]int16, 0, features), row...), l.seconds[i][k][:]...)
			}
			d.Rows = append(d.Rows, row)
			d.Labels = append(d.Labels, b.label > .5)
			d.Weight = append(d.Weight, b.weight)
		}
	}
	data := forest.Make(p.Depth, features, boost.Train(d, p))
	f, err := forest.Open(string(data), features)
	if err != nil {
		panic(err) // Make made it
	}
	slog.Info("trees", "blocks", len(d.Rows), "features", features, "seconds", int(time.Since(start).Seconds()))
	l.made = data
	return f
}

func ask(f forest.Forest, rows []content.Row) []int32 {
	chances := make([]int32, len(rows))
	for i := range rows {
		chances[i] = content.Thousandths(f.Score(rows[i][:]))
	}
	return chances
}

// model makes the model that ships, of all samples. Its second trees learn from what the first say of sites unseen.
func (l *learner) model() []byte {
	l.trees(nobody, secondParams, content.AllFeatures)
	second := l.made
	lexicon, kinds := l.words(nobody)
	for i, s := range l.samples {
		l.rows[i] = s.page.Rows(lexicon, kinds)
	}
	l.trees(nobody, firstParams, content.Features)
	return model.Make(
		model.Section{Name: content.LexiconSection, Data: []byte(lexicon)},
		model.Section{Name: content.KindsSection, Data: []byte(kinds)},
		model.Section{Name: content.FirstSection, Data: l.made},
		model.Section{Name: content.SecondSection, Data: second},
	)
}
