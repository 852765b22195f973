package wall

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// maxAfter is how many words of content may follow where a paywall ends a text.
	maxAfter = 40

	// shortStart and longStart are words before it: a text that goes on for longer is probably whole, and what follows an
	// advertisement.
	shortStart = 150
	longStart  = 450

	// maxBeyond is how many words the lines that ask to pay have at most beyond mostSaid: what says more is an article about paywalls.
	maxBeyond = 25

	// leastStart is how many words make a beginning worth keeping.
	leastStart = 12
)

// paywall returns the page if it ends in a paywall. The beginning of its text stays.
func (d *detector) paywall() (text.Page, bool) {
	if len(d.evidence[text.PagePaywall]) == 0 || d.best[text.PagePaywall] < 2 {
		return text.Page{}, false
	}
	points := d.points[text.PagePaywall]
	if d.closed {
		points += 2
	}
	before, after, beyond := 0, 0, 0
	asked, from := false, 0
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case d.asksToPay(l):
			if !asked || after > maxAfter { // the text went on: what asked before was no wall
				before, from = before+after, i
			}
			asked, after = true, 0
			beyond += max(l.words-mostSaid, 0)
		case !l.kept || l.phrased || l.words-l.linked < proseWords:
		case asked:
			after += l.words
		default:
			before += l.words
		}
	}
	least := 3
	switch {
	case before > longStart:
		least = 6
	case before > shortStart:
		least = 4
	}
	if !asked || after > maxAfter || beyond > maxBeyond || points < least {
		return text.Page{}, false
	}
	page := text.Page{Kind: text.PagePaywall, Confidence: confidence(points - least), Evidence: d.evidence[text.PagePaywall], Incomplete: before >= leastStart}
	d.dropRequests(from)
	return page, true
}

// asksToPay reports whether a line outside navigation has a phrase of paywalls.
func (d *detector) asksToPay(l *line) bool {
	if !l.phrased || isLong(l, text.PagePaywall) && l.in&dom.Dialog == 0 {
		return false
	}
	asks := false
	phrases.find(d.said(l), func(p *phrase) { asks = asks || p.strong && p.kind == text.PagePaywall })
	return asks
}

// dropRequests takes the lines that ask to pay out of the content, and with them all that follows line from, where the text ends.
func (d *detector) dropRequests(from int) {
	for i := range d.lines {
		l := &d.lines[i]
		if i < from && !d.asksToPay(l) {
			continue
		}
		for k := l.from; k < l.to; k++ {
			if d.parts[k].Written() {
				d.parts[k] = dom.LeaveOut
			}
		}
	}
}
