package redpajama

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// The lengths of n-grams of which the commonest counts, and those of which all repeated ones count.
const (
	firstTop, lastTop   = 2, 4
	firstDupe, lastDupe = 5, 10
	tops                = lastTop - firstTop + 1
)

var repetitionGroup = profile.Group{Signals: repetitionSignals(), Measure: measureRepetition, Find: findRepetition}

func repetitionSignals() []profile.Signal {
	var list []profile.Signal
	for n := firstTop; n <= lastTop; n++ {
		list = append(list, profile.Signal{
			Name: fmt.Sprintf("rpv2.rps_doc_frac_chars_top_%dgram", n), Unit: ratio,
			Description: fmt.Sprintf("Length of the commonest %d-gram of the normalised text's words, the first of several, x its occurrences / length of all words; 0 if none occurs twice.", n),
		})
	}
	for n := firstDupe; n <= lastDupe; n++ {
		list = append(list, profile.Signal{
			Name: fmt.Sprintf("rpv2.rps_doc_frac_chars_dupe_%dgrams", n), Unit: ratio,
			Description: fmt.Sprintf("Length of the normalised text's words that are in a %d-gram which occurs more than once, each counted once / length of all words; 0 if there are none.", n),
		})
	}
	return list
}

func measureRepetition(t *pytext.Text, v []float64) {
	n := normalOf(t)
	for i := range v {
		if i < tops {
			top := n.Repeats(firstTop + i).Commonest
			v[i] = 0
			if top.Count > 0 {
				v[i] = ratioOr0(n.GramChars(int(top.First), firstTop+i)*int(top.Count), n.chars)
			}
		} else {
			v[i] = ratioOr0(n.Repeats(firstDupe+i-tops).CoveredChars, n.chars)
		}
	}
}

func findRepetition(t *pytext.Text, i int, all *profile.Places) {
	n, p := normalOf(t), &places{most: all.Most}
	if size := firstTop + i; i < tops {
		if top := n.Repeats(size).Commonest; top.Count > 0 {
			for at := range n.Occurrences(top, size) {
				p.add(at, at+size)
			}
		}
	} else {
		covered := n.Repeats(firstDupe + i - tops).Covered
		for _, s := range covered.List {
			p.add(int(s[0]), int(s[1]))
		}
		p.omitted += covered.Count - len(covered.List)
	}
	p.addTo(all, t, n)
}
