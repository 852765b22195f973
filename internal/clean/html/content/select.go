package content

import (
	_ "embed"
	"math"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
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

// Selection says what the texts of a page are.
type Selection struct {
	// Parts are by text.
	Parts []dom.Part

	// Kind is the likeliest kind of the page.
	Kind Kind

	// Confidence is the F-measure of the words that may be expected of the choice, from 0 to 1.
	Confidence float32
}

// Select tells the main content of a page from the rest.
func Select(t *dom.Tree, want Preference) Selection { return shipped().Select(t, want) }

// Select tells the main content of a page from the rest.
func (m *Model) Select(t *dom.Tree, want Preference) Selection {
	p := Read(t)
	chances := m.Chances(p)
	keep := p.Choose(chances, want)
	s := Selection{Parts: make([]dom.Part, len(t.Texts)), Confidence: p.expected(chances, keep)}
	s.Kind = p.likeliest()
	for i := range p.Blocks {
		part := dom.LeaveOut
		switch {
		case keep[i]:
			part = dom.Keep
		case p.isComment(i, s.Kind):
			part = dom.Reply
		}
		for k := p.Blocks[i].FirstText; k < p.Blocks[i].EndText; k++ {
			s.Parts[k] = part
		}
	}
	return s
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

// expected is the F-measure that a choice may be expected to have.
func (p *Page) expected(chances []int32, keep []bool) float32 {
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
