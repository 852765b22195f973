package wordlist

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Groups are the signals of the lists.
var Groups = []profile.Group{{
	Signals: []profile.Signal{
		{
			Name: "ldnoobw.hits",
			Description: "Entries of the list for the document's language (English where none is given) that the text has as words, " +
				"in either case; one inside another is not counted. Undefined without a list for the language.",
			Unit: "entries",
		},
		{
			Name:        "ldnoobw.hit_ratio",
			Description: "Characters of those entries, white space inside them left out, to the characters of all words.",
			Unit:        "ratio",
		},
		{
			Name: "ldnoobw.c4_hits",
			Description: "Entries of the list as the C4 filter finds them: no character that \\w of Python's re matches beside them, anywhere " +
				"in Japanese, Thai and Chinese; entries with a capital are never found, and sm, グロ, 女の子 and 性 not looked for. " +
				"The filter rejects where there is one.",
			Unit: "entries",
		},
	},
	Measure: measureHits,
	Find:    findHits,
}}

// The signals' numbers in the group.
const (
	hitCount = iota
	hitRatio
	c4Hits
)

func measureHits(t *pytext.Text, v []float64) {
	h := find(t)
	if h == nil {
		return
	}
	v[hitCount], v[c4Hits] = float64(len(h.words)), float64(len(h.filtered))
	v[hitRatio] = 0
	if len(h.words) > 0 {
		v[hitRatio] = profile.Ratio(h.letters(t), t.Words().Chars())
	}
	h.release()
}

// letters returns how many characters of t are in hits, white space aside.
func (h *hits) letters(t *pytext.Text) int {
	n, end := 0, 0
	h.each(h.words, func(s text.Span) {
		t.Tick(4)
		for _, r := range t.S[max(s.Start, end):s.End] {
			if !pytext.IsSpace(r) {
				n++
			}
		}
		end = s.End
	})
	return n
}

func findHits(t *pytext.Text, i int, p *profile.Places) {
	h := find(t)
	if h == nil {
		return
	}
	list := h.words
	if i == c4Hits {
		list = h.filtered
	}
	h.each(list, p.Add)
	h.release()
}
