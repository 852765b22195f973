package nemo

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// distinct finds out which pieces of a text occurred before.
type distinct struct {
	types pytext.Interner

	// all is how many pieces there are, chars their characters, and repeatedChars those of pieces that occurred before.
	all, chars, repeatedChars int
}

var distincts pool.Of[distinct]

// newDistinct returns a distinct for pieces of t, to be given back with release.
func newDistinct(t *pytext.Text) *distinct {
	d := distincts.Get()
	d.types.Reset(t.S)
	d.all, d.chars, d.repeatedChars = 0, 0, 0
	return d
}

func (d *distinct) release() {
	d.types.Reset("")
	distincts.Put(d, 0) // Reset keeps no more memory than a pool may
}

// add adds a piece of t and reports whether an equal one occurred before.
func (d *distinct) add(t *pytext.Text, piece text.Span) bool {
	d.all++
	chars := t.Len(piece)
	d.chars += chars
	known := d.types.Len()
	if int(d.types.Part(piece.Start, piece.End)) == known {
		return false
	}
	d.repeatedChars += chars
	return true
}

// ratios returns the share of distinct pieces, in number and in characters.
func (d *distinct) ratios() (ofPieces, ofChars float64) {
	return profile.Ratio(d.types.Len(), d.all), profile.Ratio(d.chars-d.repeatedChars, d.chars)
}
