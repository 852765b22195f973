package breaks

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Document is a text split at its line breaks. The zero value is empty; Scan reuses its memory. It belongs to one
// goroutine.
type Document struct {
	// Lexicon is what Scan looks words up in.
	Lexicon Lexicon

	// Pieces are the lines that hold more than white space.
	Pieces []Piece

	// gaps[i] is how many line feeds there are between Pieces[i] and Pieces[i+1].
	gaps []uint8

	// suspicion[i] is how certain the two lines alone make it that the break after Pieces[i] is false.
	suspicion []uint8

	// before[i] and after[i] are how many breaks away the nearest certain ones are.
	before, after []uint8

	// runs[i] describes the surroundings of the break after Pieces[i].
	runs []run

	// widths[i] is the length of the longest line of the block that Pieces[i] is in.
	widths []int16

	// wraps[i] is the same without lines of a single word, which no width can have wrapped.
	wraps []int16

	// uneven[i] says that no width explains the breaks of the block that Pieces[i] is in.
	uneven []bool

	// capitals[i] says that Pieces[i] is a line of verse, by its capital and those of the lines around it.
	capitals []bool

	// repeats are the short lines that occur, by their hash.
	repeats map[uint32]repeats

	// lowTerms is how many lines are terms in small letters.
	lowTerms int

	// dashes is how many lines a dash joins to the line before.
	dashes int

	in    string
	odds  []int16 // what the first look found, in hundredths
	found found
	kinds kinds
	all   summary
}

// reset makes d the description of no line of in.
func (d *Document) reset(in string) {
	d.in, d.Pieces, d.gaps, d.suspicion, d.before, d.after = in, d.Pieces[:0], d.gaps[:0], d.suspicion[:0], d.before[:0], d.after[:0]
	d.widths, d.wraps, d.odds, d.runs, d.all = d.widths[:0], d.wraps[:0], d.odds[:0], d.runs[:0], summary{}
	if d.repeats == nil {
		d.repeats = map[uint32]repeats{}
	}
	d.uneven, d.capitals = d.uneven[:0], d.capitals[:0]
	d.found, d.kinds = found{highest: -1000, second: -1000}, kinds{}
}

// Breaks returns the number of breaks: break i comes after Pieces[i].
func (d *Document) Breaks() int { return len(d.gaps) }

// Forget drops the reference to the text, so that keeping d does not keep the text in memory.
func (d *Document) Forget() { d.in = "" }

// Scan makes d the description of in; that of a column of short lines is empty. The error is ctx.Err() if ctx ended first.
func (d *Document) Scan(ctx context.Context, in string) error {
	d.reset(in)
	if column, err := isColumn(ctx, in); column || err != nil {
		return err
	}
	lines := strings.Count(in, "\n") - strings.Count(in, "\n\n") + 1
	d.Pieces, d.gaps = slices.Grow(d.Pieces, lines), slices.Grow(d.gaps, lines)
	feeds, fenced := uint8(0), false
	err := eachLine(ctx, in, func(s text.Span) bool {
		if !s.Empty() {
			p := newPiece(&d.Lexicon, in, s)
			fence := isFence(s.Of(in))
			p.Fixed = p.Fixed || fenced || fence
			fenced = fenced != fence
			d.add(p, feeds)
			feeds = 0
		}
		feeds = min(feeds+1, 3)
		return true
	})
	if err != nil {
		return err
	}
	return d.judge(ctx)
}

// eachLine calls use for every line of in, without the white space around it, until use returns false.
func eachLine(ctx context.Context, in string, use func(text.Span) bool) error {
	pace := text.NewPace(ctx)
	for start := 0; start <= len(in); {
		end := strings.IndexByte(in[start:], '\n')
		if end < 0 {
			end = len(in) - start
		}
		if err := pace.Step(end + 1); err != nil {
			return err
		}
		if !use(trim(in, start, start+end)) {
			return nil
		}
		start += end + 1
	}
	return nil
}

const (
	// minColumn is how many breaks a text has at least that is nothing but a column.
	minColumn = 50

	// columnWidth is the length in characters that its lines are shorter than on average: a word. What is broken at links
	// or at a width has longer lines.
	columnWidth = 10
)

// isColumn reports whether in is a column of words or numbers, in which nothing is to be joined. Because of this a text has
// a piece for every ten bytes at most.
func isColumn(ctx context.Context, in string) (bool, error) {
	breaks, chars, last := -1, 0, 0
	enough := columnWidth * (strings.Count(in, "\n") + 1)
	err := eachLine(ctx, in, func(s text.Span) bool {
		if !s.Empty() {
			last = int(charsOf(s.Of(in)))
			chars += last
			breaks++
		}
		return chars < enough+edge
	})
	return breaks >= minColumn && chars-last < columnWidth*breaks, err
}

// trim is text.Trim with a short cut for lines without white space at their ends.
func trim(in string, start, end int) text.Span {
	for start < end && in[start] == ' ' {
		start++
	}
	for start < end && in[end-1] == ' ' {
		end--
	}
	if start == end || isPrinted(in[start]) && isPrinted(in[end-1]) {
		return text.Span{Start: start, End: end}
	}
	r, _ := utf8.DecodeRuneInString(in[start:end])
	l, _ := utf8.DecodeLastRuneInString(in[start:end])
	if unicode.IsSpace(r) || unicode.IsSpace(l) {
		return text.Trim(in, text.Span{Start: start, End: end})
	}
	return text.Span{Start: start, End: end}
}

func isPrinted(c byte) bool { return ' ' < c && c < utf8.RuneSelf }

func (d *Document) add(p Piece, feeds uint8) {
	if len(d.Pieces) > 0 {
		d.gaps = append(d.gaps, feeds)
	}
	d.Pieces = append(d.Pieces, p)
}
