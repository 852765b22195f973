package breaks

// The kind of a break is how the line before it ends, how the line after it begins, and how long the two are. Breaks of one
// kind in one document are mostly all true or all false, because a document has one layout.
const (
	lasts      = int(LastOpen) + 1
	firsts     = int(FirstClosing) + 1
	lengths    = 4
	kindCount  = lasts * firsts * lengths * lengths
	broadCount = lasts * firsts
)

// tally sums what the first look found for the breaks of one kind, in hundredths of log-odds.
type tally struct{ count, sum int32 }

// kinds are the tallies by kind, and by kind regardless of the lengths.
type kinds struct {
	fine  [kindCount]tally
	broad [broadCount]tally
}

// kindOf returns the indexes of the tallies of the break between a and b.
func kindOf(a, b *Piece) (fine, broad int) {
	broad = int(a.Last)*firsts + int(b.First)
	return (broad*lengths+lengthOf(a))*lengths + lengthOf(b), broad
}

// lengthOf classifies the length of p: a name, a phrase, a line, a paragraph.
func lengthOf(p *Piece) int {
	switch {
	case p.Chars <= 12:
		return 0
	case p.Chars <= 40:
		return 1
	case p.Chars <= 100:
		return 2
	default:
		return 3
	}
}

func (k *kinds) add(a, b *Piece, odds int16) {
	fine, broad := kindOf(a, b)
	k.fine[fine].add(odds)
	k.broad[broad].add(odds)
}

func (t *tally) add(odds int16) {
	t.count++
	t.sum += int32(odds)
}

// without returns how many other breaks of the kind there are and their mean log-odds; those of this one, odds, if there is
// no other.
func (t *tally) without(odds int16) (others, mean int) {
	if t.count <= 1 {
		return 0, int(odds)
	}
	return int(t.count - 1), int(t.sum-int32(odds)) / int(t.count-1)
}
