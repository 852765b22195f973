package breaks

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Document is a text cut at its line breaks. The zero value is empty; Scan uses its memory again. It belongs to one
// goroutine.
type Document struct {
	// Lexicon is what Scan looks words up in.
	Lexicon Lexicon

	// Pieces are the lines that hold more than white space.
	Pieces []Piece

	// gaps[i] is how many line feeds stand between Pieces[i] and Pieces[i+1].
	gaps []uint8

	// suspicion[i] is how certain it is by the two lines alone that the break behind Pieces[i] is false.
	suspicion []uint8

	// before[i] and after[i] are how many breaks away the nearest certain ones are.
	before, after []uint8

	// widths[i] is the length of the longest line of the block that Pieces[i] is in.
	widths []int16

	odds  []int16 // what the first look found, in hundredths
	found found
	whole summary
}

// Scan makes d the description of in. The error is ctx.Err() if ctx ended first.
func (d *Document) Scan(ctx context.Context, in string) error {
	*d = Document{Lexicon: d.Lexicon, Pieces: d.Pieces[:0], gaps: d.gaps[:0], suspicion: d.suspicion[:0], before: d.before[:0],
		after: d.after[:0], widths: d.widths[:0], odds: d.odds[:0]}
	d.found.highest, d.found.second = -1000, -1000
	pace := text.NewPace(ctx)
	feeds, fenced := uint8(0), false
	for start := 0; start <= len(in); {
		end := strings.IndexByte(in[start:], '\n')
		if end < 0 {
			end = len(in) - start
		}
		if err := pace.Step(end + 1); err != nil {
			return err
		}
		if s := trim(in, start, start+end); !s.Empty() {
			p := newPiece(&d.Lexicon, in, s)
			fence := isFence(s.Of(in))
			p.Fixed = p.Fixed || fenced || fence
			fenced = fenced != fence
			d.add(p, feeds)
			feeds = 0
		}
		feeds = min(feeds+1, 3)
		start += end + 1
	}
	d.judge()
	return nil
}

// trim is text.Trim with a short way for lines that have nothing to trim.
func trim(in string, start, end int) text.Span {
	for start < end && in[start] == ' ' {
		start++
	}
	for start < end && in[end-1] == ' ' {
		end--
	}
	if start == end || isPlain(in[start]) && isPlain(in[end-1]) {
		return text.Span{Start: start, End: end}
	}
	r, _ := utf8.DecodeRuneInString(in[start:end])
	l, _ := utf8.DecodeLastRuneInString(in[start:end])
	if unicode.IsSpace(r) || unicode.IsSpace(l) {
		return text.Trim(in, text.Span{Start: start, End: end})
	}
	return text.Span{Start: start, End: end}
}

func isPlain(c byte) bool { return ' ' < c && c < utf8.RuneSelf }

func (d *Document) add(p Piece, feeds uint8) {
	if len(d.Pieces) > 0 {
		d.gaps = append(d.gaps, feeds)
	}
	d.Pieces = append(d.Pieces, p)
}
