package dolma

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// findC4Places adds the lines that a signal counts, each with its line feed, or the words or braces that it found.
func findC4Places(t *pytext.Text, i int, p *profile.Places) {
	switch i % len(c4Signals) {
	case unendedLines:
		findLines(t, p, func(l text.Span) bool { return isUnended(t.S, l) })
	case shortLines:
		findLines(t, p, func(l text.Span) bool { return isShort(l.Of(t.S)) })
	case naughtyWord, javascript, loremIpsum:
		findPhrases(t, i, p)
	case curlyBrace:
		for at := 0; ; at++ {
			n := strings.IndexByte(t.S[at:], '{')
			if n < 0 {
				return
			}
			t.Tick(4)
			at += n
			p.Add(text.Span{Start: at, End: at + 1})
		}
	}
}

// findLines adds the lines that are like that.
func findLines(t *pytext.Text, p *profile.Places, like func(l text.Span) bool) {
	for l := range t.Lines().All() {
		if like(l) {
			p.Add(withFeed(t.S, l))
		}
	}
}

// findPhrases adds what a signal found. The scan gives them in the order of their ends; longer ones may begin before.
func findPhrases(t *pytext.Text, i int, p *profile.Places) {
	var first []text.Span
	all := 0
	eachFound(t, func(signal int, place text.Span) {
		if signal != i {
			return
		}
		// A phrase is short, so one that ends much later does not begin before those that are kept.
		if all++; len(first)-maxNested < p.Most {
			first = append(first, place)
		}
	})
	slices.SortFunc(first, func(a, b text.Span) int { return a.Start - b.Start })
	for _, place := range first {
		p.Add(place)
	}
	p.Omitted += all - len(first)
}

// maxNested is how many more phrases are sorted than are kept, for those that begin inside others.
const maxNested = 64

// editC4 takes out the lines that the mixing configuration takes out. A line that both rules apply to is taken out by the one
// about its end.
func editC4(t *pytext.Text) *profile.Edits {
	edits := new(profile.Edits)
	for l := range t.Lines().All() {
		switch {
		case isUnended(t.S, l):
			edits.Drop(withFeed(t.S, l), unendedLines)
		case isShort(l.Of(t.S)):
			edits.Drop(withFeed(t.S, l), shortLines)
		}
	}
	return edits
}
