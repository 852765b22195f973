package redpajama

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// places gathers the first places in the text at which something stands in the normalised text.
type places struct {
	words *pytext.Words
	raw   []int // the number of the raw word of each normalised one
	spans []text.Span
	most  int
}

// places returns an empty collection of up to most places.
func (n *normal) places(t *pytext.Text, most int) *places {
	p := &places{words: t.Words(), most: most}
	for i, id := range p.words.IDs {
		if n.kinds[id].id != gone {
			p.raw = append(p.raw, i)
		}
	}
	return p
}

// add adds the place of the normalised words from start to end. It does nothing for nil.
func (p *places) add(start, end int) {
	if p != nil && len(p.spans) < p.most {
		p.spans = append(p.spans, p.words.Span(p.raw[start]).Cover(p.words.Span(p.raw[end-1])))
	}
}

// clear forgets the places. It does nothing for nil.
func (p *places) clear() {
	if p != nil {
		p.spans = nil
	}
}
