package dclm

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/truth"
)

// Numbers of the signals of lineModifiers: the steps of the configuration come first.
const (
	removalRatio = lastStep - firstStep + 1
	keepRemoval  = removalRatio + 1
)

// lineModifiers follow the text through the modifiers of the configuration, up to the filter that rejects what lost too much.
var lineModifiers = profile.Group{
	Signals: func() []profile.Signal {
		var list []profile.Signal
		for _, m := range modifiers[firstStep-1 : lastStep] {
			list = append(list, signal(charactersAfter(m),
				"length of the text after the line modifiers up to "+m.name+" ("+m.description+"); undefined if one before it left nothing", "characters"))
		}
		return append(list,
			signal("word_removal_ratio", "share of words_fasttext that the line modifiers take out; 1 if there were none, undefined if nothing is left", "ratio"),
			decision("word_removal_ratio", "word_removal_ratio is at most 0.05 and something is left"))
	}(),
	Measure: measureModifiers,
	Find:    findModified,
}

func charactersAfter(m modifier) string { return "characters_after:" + m.name }

func measureModifiers(t *pytext.Text, v []float64) {
	for i := range v {
		v[i] = profile.Undefined
	}
	v[keepRemoval] = 0
	p := trailOf(t)
	for i, n := range p.after {
		v[i] = float64(n)
	}
	if p.nothing() {
		return
	}
	v[removalRatio] = 1
	if before := fastTextWords(t); before > 0 {
		v[removalRatio] = profile.Ratio(p.removed(), before)
	}
	v[keepRemoval] = truth.Float(v[removalRatio] <= 0.05)
}

// removed returns how many of fastText's words are gone.
func (p *page) removed() (n int) {
	for i := range p.lines {
		p.t.Tick(1)
		if p.gone(i) == 0 && p.splice(i) == nil {
			continue
		}
		n += fastTextStarts(p.whole(i).Of(p.t.S))
		if p.gone(i) == 0 {
			n -= fastTextStarts(p.text(i))
		}
	}
	return n
}

// findModified adds what the modifier of signal i takes out, or what all of them do.
func findModified(t *pytext.Text, i int, p *profile.Places) {
	for e := range trailOf(t).edits().All() {
		if i >= removalRatio || int(e.Rule) == firstStep-1+i {
			p.Add(e.Span())
		}
	}
}
