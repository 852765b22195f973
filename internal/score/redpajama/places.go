package redpajama

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// places collects the first ranges of normalised words that account for a value. A nil *places collects nothing.
type places struct {
	ranges  [][2]int // half-open, in order of their starts
	most    int
	omitted int
}

// add adds the normalised words from start to end.
func (p *places) add(start, end int) {
	switch {
	case p == nil:
	case len(p.ranges) < p.most:
		p.ranges = append(p.ranges, [2]int{start, end})
	default:
		p.omitted++
	}
}

// clear forgets the places.
func (p *places) clear() {
	if p != nil {
		p.ranges, p.omitted = nil, 0
	}
}

// addTo adds the places in the text to all.
func (p *places) addTo(all *profile.Places, t *pytext.Text, n *normal) {
	spans := make([]text.Span, len(p.ranges))
	w := t.Words()
	first, word := 0, 0 // the first range that may not have ended, the number of the next normalised word
	for raw, id := range w.IDs {
		t.Tick(2)
		if first == len(p.ranges) {
			break
		}
		if n.kinds[id].id == gone {
			continue
		}
		for first < len(p.ranges) && p.ranges[first][1] <= word {
			first++
		}
		for i := first; i < len(p.ranges) && p.ranges[i][0] <= word; i++ {
			if word >= p.ranges[i][1] {
				continue
			}
			span := w.Span(raw)
			if p.ranges[i][0] == word {
				spans[i].Start = span.Start
			}
			spans[i].End = span.End
		}
		word++
	}
	for _, s := range spans {
		all.Add(s)
	}
	all.Omitted += p.omitted
}
