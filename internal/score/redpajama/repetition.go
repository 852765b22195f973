package redpajama

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The n-grams whose commonest is looked at, and those whose repetitions are.
const (
	firstTop, lastTop   = 2, 4
	firstDupe, lastDupe = 5, 10
	tops                = lastTop - firstTop + 1
)

var repetitionGroup = profile.Group{Signals: repetitionSignals(), Measure: measureRepetition, Places: repetitionPlaces}

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
			v[i] = ratioOr0(n.top(firstTop+i), n.chars)
		} else {
			v[i] = ratioOr0(n.dupe(firstDupe+i-tops, func(int, int) {}), n.chars)
		}
	}
}

// commonest returns the number of the commonest repeated n-gram, the first on a tie; -1 if there is none.
func commonest(l *pytext.Level) int {
	best := -1
	for name, c := range l.Counts {
		if best < 0 || c > l.Counts[best] {
			best = name
		}
	}
	return best
}

// top returns the characters that all occurrences of the commonest n-gram have.
func (n *normal) top(size int) int {
	l := n.Level(size)
	name := commonest(l)
	if name < 0 {
		return 0
	}
	return n.GramChars(int(l.Firsts[name]), size) * int(l.Counts[name])
}

// dupe returns the characters of the words that are in a repeated n-gram, and calls each with the runs of such words.
func (n *normal) dupe(size int, each func(start, end int)) int {
	chars, start, end := 0, 0, 0
	for _, at := range n.Level(size).Positions {
		from := int(at)
		if from > end {
			if end > start {
				each(start, end)
			}
			start, end = from, from
		}
		chars += n.GramChars(end, from+size-end)
		end = from + size
	}
	if end > start {
		each(start, end)
	}
	return chars
}

func repetitionPlaces(t *pytext.Text, i, most int) []text.Span {
	n := normalOf(t)
	p := n.places(t, most)
	if i >= tops {
		n.dupe(firstDupe+i-tops, p.add)
		return p.spans
	}
	l := n.Level(firstTop + i)
	name := commonest(l)
	for j, at := range l.Positions {
		if int(l.Names[j]) == name {
			p.add(int(at), int(at)+firstTop+i)
		}
	}
	return p.spans
}
