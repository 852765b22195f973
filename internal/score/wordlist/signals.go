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
			Description: "Entries of the list for the document's language (English where none is given) that stand in the text as words, " +
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
	Places:  placeHits,
}}

// The signals' places in the group.
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
	defer h.release()
	v[hitCount], v[c4Hits] = float64(len(h.words)), float64(len(h.filtered))
	v[hitRatio] = 0
	if len(h.words) > 0 {
		v[hitRatio] = profile.Ratio(h.letters(t.S), t.Words().Chars())
	}
}

// letters returns how many characters of t, white space aside, are in hits.
func (h *hits) letters(t string) int {
	n, end := 0, 0
	for _, s := range h.places(h.words, len(h.words)) {
		for _, r := range t[max(s.Start, end):s.End] {
			if !pytext.IsSpace(r) {
				n++
			}
		}
		end = s.End
	}
	return n
}

func placeHits(t *pytext.Text, i, most int) []text.Span {
	h := find(t)
	if h == nil {
		return nil
	}
	defer h.release()
	if i == c4Hits {
		return h.places(h.filtered, most)
	}
	return h.places(h.words, most)
}
