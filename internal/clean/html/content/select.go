package content

import (
	"context"
	_ "embed"
	"math"
	"slices"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/model"
)

//go:embed content.model
var embedded string

// shipped is the model that is built in. It is opened when first used, for what makes it anew cannot use the old one.
var shipped = sync.OnceValue(func() *Model {
	m, err := OpenModel(embedded)
	if err != nil {
		panic("content: " + err.Error())
	}
	return m
})

// Models returns the model, as a model that is part of the program.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name:    "clean.content",
		Version: "2026-11f",
		Sources: []string{
			"Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0)",
			"adbar/trafilatura (Apache-2.0)",
			"AndyTheFactory/article-extraction-dataset (Apache-2.0)",
			"AndyTheFactory/newspaper4k (MIT)",
			"flairNLP/fundus (MIT)",
			"jocmp/mercury-parser (MIT)",
			"pankaj28843/article-extractor (MIT)",
			"hhursev/recipe-scrapers (MIT)",
			"goose3/goose3 (Apache-2.0)",
			"opendatalab/magic-html (Apache-2.0)",
			"immortal-autumn/Chinese-Web-Content-Extraction-Dataset (MIT)",
		},
		Data: []string{embedded},
	}}
}

// Selection says what the texts of a page are.
type Selection struct {
	// Parts are by text.
	Parts []dom.Part

	// Kind is the likeliest kind of the page.
	Kind Kind

	// Confidence is the F-measure of the words that may be expected of the choice, from 0 to 1.
	Confidence float32

	// Chances are, by text, how likely it is content, from 0 to 1, and Threshold is the chance from which on the texts of this page are
	// kept. Texts whose structure or stretch of the page was judged as a whole may differ.
	Chances   []float32
	Threshold float32

	copies []copiedTexts
}

// copiedTexts are a Copy: the texts that it repeats, and those that can go.
type copiedTexts struct{ of, texts []int32 }

// Select separates the main content of a page from the rest. said is what package meta found on the page. The error is ctx.Err()
// if ctx ended first.
func Select(ctx context.Context, t *dom.Tree, said Said, want Preference) (Selection, error) {
	return shipped().Select(ctx, t, said, want)
}

// Select separates the main content of a page from the rest, as the function Select does. The nil Model is the one that is built in.
func (m *Model) Select(ctx context.Context, t *dom.Tree, said Said, want Preference) (Selection, error) {
	if m == nil {
		m = shipped()
	}
	p, err := Read(ctx, t, said)
	if err != nil {
		return Selection{}, err
	}
	chances, err := m.Chances(p)
	if err != nil {
		return Selection{}, err
	}
	chances = p.AsWhole(chances)
	keep, threshold := p.Choose(chances, want)
	if p.err != nil {
		return Selection{}, p.err
	}
	s := Selection{
		Parts: make([]dom.Part, len(t.Texts)), Chances: make([]float32, len(t.Texts)), Kind: p.likeliest(),
		Confidence: p.Confidence(chances, keep), Threshold: float32(threshold) / 1000,
	}
	for i := range p.Blocks {
		if p.late(blockWork) {
			return Selection{}, p.err
		}
		part := dom.LeaveOut
		switch {
		case keep[i]:
			part = dom.Keep
		case p.isComment(i, s.Kind):
			part = dom.Reply
		}
		for k := p.Blocks[i].FirstText; k < p.Blocks[i].EndText; k++ {
			s.Parts[k], s.Chances[k] = part, float32(chances[i])/1000
		}
	}
	for _, c := range p.Copies(keep) {
		s.copies = append(s.copies, copiedTexts{p.textsOf(c.Of), p.textsOf(c.Blocks)})
	}
	return s, p.err
}

// textsOf returns the texts of blocks.
func (p *Page) textsOf(blocks []int) (texts []int32) {
	for _, i := range blocks {
		for k := p.Blocks[i].FirstText; k < p.Blocks[i].EndText; k++ {
			texts = append(texts, k)
		}
	}
	return texts
}

// likeliest is the likeliest kind of the page.
func (p *Page) likeliest() Kind {
	best := Kind(0)
	for k := range Kind(KindCount) {
		if p.kinds[k] > p.kinds[best] {
			best = k
		}
	}
	return best
}

// Confidence is the F-measure of the words that a choice may be expected to have by the chances of the blocks, from 0 to 1.
func (p *Page) Confidence(chances []int32, keep []bool) float32 {
	hits, kept, all := int64(0), int64(0), int64(0)
	for i, c := range chances {
		words := p.wordsIn(i)
		all += int64(c) * words
		if keep[i] {
			hits += int64(c) * words
			kept += 1000 * words
		}
	}
	if kept == 0 {
		return float32(math.Max(0, 1-float64(all)/1000/leastExpected))
	}
	return float32(2 * float64(hits) / float64(kept+all))
}

// DropReplies leaves out what readers wrote.
func (s *Selection) DropReplies() {
	for i, p := range s.Parts {
		if p == dom.Reply {
			s.Parts[i] = dom.LeaveOut
		}
	}
}

// DropCopies leaves out what repeats text before it that is still written. It comes last: the original may be in a dialogue, or where readers cannot
// see it, and then the copy is all that they see.
func (s *Selection) DropCopies() {
	for _, c := range s.copies {
		if slices.ContainsFunc(c.of, func(k int32) bool { return !s.Parts[k].Written() }) {
			continue
		}
		for _, k := range c.texts {
			if s.Parts[k].Written() {
				s.Parts[k] = dom.LeaveOut
			}
		}
	}
}
