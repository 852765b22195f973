package nemo

import (
	"sync"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// distinct tells which pieces of a text stood before. Its memory is used again.
type distinct struct {
	types  pytext.Interner
	pieces []text.Span

	// repeatedChars are the characters of the pieces that stood before.
	repeatedChars int
}

var distincts = sync.Pool{New: func() any { return new(distinct) }}

func newDistinct() *distinct {
	return distincts.Get().(*distinct) //nolint:forcetypeassert // the pool holds nothing else
}

// maxKept is the number of pieces up to which memory is kept: one large text must not hold it for good.
const maxKept = 1 << 16

func (d *distinct) release() {
	d.types.Reset()
	if cap(d.pieces) > maxKept {
		d.pieces = nil
	}
	d.pieces, d.repeatedChars = d.pieces[:0], 0
	distincts.Put(d)
}

// add adds a piece of t and reports whether an equal one stood before.
func (d *distinct) add(t *pytext.Text, piece text.Span) bool {
	d.pieces = append(d.pieces, piece)
	known := uint32(d.types.Len()) //nolint:gosec // texts are shorter than 2 GiB
	if d.types.ID(piece.Of(t.S)) == known {
		return false
	}
	d.repeatedChars += t.Len(piece)
	return true
}

// all returns the number of pieces.
func (d *distinct) all() int { return len(d.pieces) }

// ratios returns the share of distinct pieces, in number and in characters.
func (d *distinct) ratios(t *pytext.Text) (ofPieces, ofChars float64) {
	ofPieces = profile.Ratio(d.types.Len(), d.all())
	if d.types.Len() == d.all() && (d.all() > 1 || d.all() == 1 && !d.pieces[0].Empty()) {
		return ofPieces, 1 // no need to count: of two distinct pieces one is not empty
	}
	chars := 0
	for _, p := range d.pieces {
		chars += t.Len(p)
	}
	return ofPieces, profile.Ratio(chars-d.repeatedChars, chars)
}
