package reflow

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

const (
	// minWidth and maxWidth are the widths, in characters, at which text is wrapped by hand or by mail.
	minWidth, maxWidth = 40, 110

	// minFull is the share of line ends that a width must explain before any is taken for a wrap.
	minFull = .7
)

// unwrap joins lines that were wrapped at a fixed width. A line end is a wrap if the next line's first word would
// not have fitted on the line.
func unwrap(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	in := c.Text()
	lines := text.Lines(in)
	width := wrapWidth(in, lines)
	if width == 0 || !rules.On(Wrap) {
		return ctx.Err()
	}
	e := c.Edit()
	pace := text.NewPace(ctx)
	for i := 0; i+1 < len(lines); i++ {
		if err := pace.Step(lines[i].Len()); err != nil {
			return err
		}
		if sure := wrapped(in, lines[i], lines[i+1], width); sure > 0 {
			gap := text.Span{Start: lines[i].End, End: lines[i+1].Start}
			e.Replace(gap, glue(lines[i].Of(in), lines[i+1].Of(in)), text.Change{Rule: Wrap, Confidence: sure})
		}
	}
	c.Apply()
	return nil
}

// wrapped says how sure it is that the break between two lines is a wrap.
func wrapped(in string, a, b text.Span, width int) float32 {
	la, lb := a.Of(in), b.Of(in)
	if in[a.End:b.Start] != "\n" || isFixed(lb) {
		return 0
	}
	full := utf8.RuneCountInString(la)+1+firstWord(lb) > width
	begins := newPiece(lb)
	switch {
	case !full:
		return 0
	case begins.lower || begins.closing || !endsSentence(la):
		return .98
	default:
		return .9
	}
}

// wrapWidth finds the width at which the text is wrapped, or 0: the length of its longest line, if that is a
// usual width and explains most of the breaks within blocks.
func wrapWidth(in string, lines []text.Span) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.Of(in)))
		if width > maxWidth {
			return 0
		}
	}
	if width < minWidth {
		return 0
	}
	full, breaks := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if in[lines[i].End:lines[i+1].Start] != "\n" {
			continue
		}
		breaks++
		if utf8.RuneCountInString(lines[i].Of(in))+1+firstWord(lines[i+1].Of(in)) > width {
			full++
		}
	}
	if breaks == 0 || float64(full) < minFull*float64(breaks) {
		return 0
	}
	return width
}

// firstWord is the length in characters of the first word of s.
func firstWord(s string) int {
	word, _, _ := strings.Cut(s, " ")
	return utf8.RuneCountInString(word)
}
