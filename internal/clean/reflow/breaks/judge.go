package breaks

import (
	"context"
	"slices"
	"strings"
)

// The degrees of suspicion against a break, by the two lines alone.
const (
	innocent = iota // a sentence ends before it and one may begin after it
	neutral
	suspect
	certain
)

// longLine is the length in characters from which a line without a stop is no heading.
const longLine = 70

// far is the greatest distance, in breaks, that is recorded to a certain break.
const far = 30

// summary describes a whole document. Shares are in thousandths of the breaks.
type summary struct {
	breaks, certain, suspects, single, unfinished, lower, short, width, full, labels, colons, long, longOpen int
}

// judge finds what the breaks say about each other and about the document. The error is ctx.Err() if ctx ended first.
func (d *Document) judge(ctx context.Context) error {
	if len(d.gaps) == 0 {
		return nil
	}
	for _, pass := range []func(){d.freeFirstLines, d.freeHanging, d.fixSalutations, d.fixTurns, d.splitAtLines, d.fixVerse, d.findCapitals, d.fixLists, d.countRepeats, d.measure, d.fixNarrow, d.summarise, d.distances, d.findRuns, d.countDashes} {
		pass()
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// summarise finds how suspicious each break is and sums up the document.
func (d *Document) summarise() {
	n := len(d.gaps)
	d.suspicion = slices.Grow(d.suspicion, n)
	var w summary
	for i := range n {
		s := suspicion(&d.Pieces[i], &d.Pieces[i+1])
		d.suspicion = append(d.suspicion, s)
		w.add(d, i, s)
	}
	w.breaks = n
	for _, v := range []*int{&w.single, &w.unfinished, &w.lower, &w.short, &w.full, &w.labels, &w.colons} {
		*v = *v * 1000 / n
	}
	w.width = d.all.width
	d.all = w
}

func (w *summary) add(d *Document, i int, s uint8) {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	w.certain += btoi(s == certain)
	w.suspects += btoi(s >= suspect)
	w.single += btoi(d.gaps[i] == 1)
	w.unfinished += btoi(a.Last > LastSemicolon)
	w.lower += btoi(b.First >= FirstLower)
	w.short += btoi(a.words <= 5)
	w.long += btoi(a.Chars > longLine)
	w.longOpen += btoi(a.Chars > longLine && a.Last > LastSemicolon)
	w.full += btoi(d.full(i))
	w.labels += btoi(b.label)
	w.colons += btoi(a.Last == LastColon)
}

// suspicion judges the break between a and b.
func suspicion(a, b *Piece) uint8 {
	open := a.unfinished()
	switch {
	case apart(a, b):
		return innocent
	case b.First == FirstClosing, a.Last == LastOpen,
		b.First == FirstLower && (open || a.words > 6 && a.Last > LastColon && !a.heading()):
		return certain
	case b.First == FirstLower, a.Last == LastFunction || a.Last == LastComma || a.Last == LastHyphen:
		return suspect
	case a.Last == LastStop && b.First < FirstHandle:
		return innocent
	default:
		return neutral
	}
}

// distances finds how far the nearest certain break is on either side of each.
func (d *Document) distances() {
	n := len(d.suspicion)
	d.before, d.after = slices.Grow(d.before, n), slices.Grow(d.after, n)
	at := uint8(far)
	for i := range n {
		d.before = append(d.before, at)
		at = next(at, d.suspicion[i])
	}
	d.after = append(d.after, d.before...)
	at = far
	for i := n - 1; i >= 0; i-- {
		d.after[i] = at
		at = next(at, d.suspicion[i])
	}
}

func next(at, s uint8) uint8 {
	if s == certain {
		return 1
	}
	return min(at+1, far)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Judged reports whether the break after Pieces[i] may be false at all. List items, code and tables are never joined, nor
// is the title at the start of a text, nor are two full paragraphs with the end of a sentence between them where nothing
// nearby is odd: most breaks of most texts are of that kind, and so cost nothing.
func (d *Document) Judged(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if apart(a, b) || d.narrow(i) || d.meant(i) || i == 0 && isTitle(a) && b.First < FirstHandle {
		return false
	}
	plain := d.gaps[i] > 1 && d.suspicion[i] == innocent && a.Chars >= fullParagraph && b.Chars >= fullParagraph
	return !plain || d.before[i] < farEnough || d.after[i] < farEnough || d.suspect(i-1) > neutral || d.suspect(i+1) > neutral
}

const (
	// fullParagraph is the length in characters from which a line is too long to be a piece of a sentence with a link.
	fullParagraph = 80

	// farEnough is the distance, in breaks, from which a certain break casts no doubt.
	farEnough = 6
)

// Innocent reports whether a sentence ends before break i and another may begin after it, so that only the surroundings
// make the break suspicious.
func (d *Document) Innocent(i int) bool { return d.suspicion[i] == innocent }

// BeforeNotice reports whether the line after break i begins like a notice of rights, which is never part of a paragraph.
func (d *Document) BeforeNotice(i int) bool {
	line := d.Pieces[i+1].Span.Of(d.in)
	if rest, ok := strings.CutPrefix(line, "Copyright "); ok {
		return rest != "" && isDigit(rest[0]) || strings.HasPrefix(rest, "©") || strings.HasPrefix(rest, "(c)") || strings.HasPrefix(rest, "(C)")
	}
	return strings.HasPrefix(line, "©")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isTitle reports whether p, the first line of a text, is its title. A shorter line may be a link that begins a sentence.
func isTitle(p *Piece) bool { return p.heading() && p.words >= minTitle }

// minTitle is the least number of words in a title.
const minTitle = 4
