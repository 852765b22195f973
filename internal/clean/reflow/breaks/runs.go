package breaks

import "slices"

// run holds the distances, in lines, from a break to the bounds of the text that it may be inside.
type run struct {
	// stopBefore and stopAfter count the lines on either side before one that ends a sentence.
	stopBefore, stopAfter uint8

	// shortBefore and shortAfter count the short lines on either side that end no sentence: many make a list.
	shortBefore, shortAfter uint8
}

const (
	longestRun = 20

	// shortWords is the greatest number of words in a short line.
	shortWords = 8
)

// findRuns fills in d.runs.
func (d *Document) findRuns() {
	n := len(d.gaps)
	d.runs = slices.Grow(d.runs, n)
	var stop, short uint8
	for i := range n {
		stop, short = count(&d.Pieces[i], stop, short)
		d.runs = append(d.runs, run{stopBefore: stop, shortBefore: short})
	}
	stop, short = 0, 0
	for i := n - 1; i >= 0; i-- {
		stop, short = count(&d.Pieces[i+1], stop, short)
		d.runs[i].stopAfter, d.runs[i].shortAfter = stop, short
	}
}

// count adds the line p to the two counts.
func count(p *Piece, stop, short uint8) (newStop, newShort uint8) {
	if p.Last == LastStop {
		return 0, 0
	}
	if p.words > shortWords {
		return min(stop+1, longestRun), 0
	}
	return min(stop+1, longestRun), min(short+1, longestRun)
}
