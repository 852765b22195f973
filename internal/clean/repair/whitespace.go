package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// blanks tidies white space in one of two degrees. The rule Whitespace folds every run of spaces in a line that is not
// laid out with them, and drops those at the ends of lines and of the text. The rule BlankRuns leaves one or two as
// the author set them. Both drop all blank lines but one, and those around the text; indentation and tabs stay.
// Wrong in verse that plays with blanks, and where a run of spaces is the only trace of a gap in a form.
type blanks struct {
	in    string
	e     *text.Editor
	why   text.Change
	least int // the length from which a run of blanks is changed, inside a line and at its end

	isCode func(line text.Span) bool
}

func whitespace(pace *text.Pace, c *text.Chain, rules text.RuleSet, isCode func(source text.Span) bool) error {
	b := blanks{
		in: c.Text(), e: c.Edit(), why: text.Change{Rule: BlankRuns}, least: 3,
		isCode: func(line text.Span) bool { return isCode(c.ToSource(line)) },
	}
	if rules.On(Whitespace) {
		b.why.Rule, b.least = Whitespace, 2
	}
	start, end := b.body()
	b.drop(0, start)
	done := progress{pace: pace}
	for at := start; at < end; {
		if err := done.at(at); err != nil {
			return err
		}
		stop := strings.IndexByte(b.in[at:end], '\n')
		if stop < 0 {
			if err := b.foldLine(&done, text.Span{Start: at, End: end}); err != nil {
				return err
			}
			break
		}
		line := text.Span{Start: at, End: b.trimmed(at, at+stop)}
		if err := b.foldLine(&done, line); err != nil {
			return err
		}
		at = b.foldBreak(line.End)
	}
	b.drop(end, len(b.in))
	_, err := c.Apply(pace)
	return err
}

// body returns where the text begins and ends without the blank lines around it and the blanks that are to be dropped.
func (b *blanks) body() (start, end int) {
	left := len(b.in) - len(strings.TrimLeft(b.in, " \t\n"))
	if left == len(b.in) && b.least == 2 {
		return left, left
	}
	start = strings.LastIndexByte(b.in[:left], '\n') + 1
	if b.least == 2 {
		start = left
	}
	end = max(left, len(strings.TrimRight(b.in, " \t\n")))
	if strings.IndexByte(b.in[end:], '\n') >= 0 {
		return start, end
	}
	return start, max(left, b.trimmed(end, len(b.in)))
}

// trimmed returns where the line from start to end ends without the blanks that are to be dropped.
func (b *blanks) trimmed(start, end int) int {
	line := b.in[start:end]
	kept := len(strings.TrimRight(line, " \t"))
	if len(line)-kept >= b.least || b.least == 2 {
		return start + kept
	}
	return end
}

func (b *blanks) drop(start, end int) { b.e.Drop(text.Span{Start: start, End: end}, b.why) }

// foldBreak folds the white space at offset at, which holds a line feed, and returns where the next line begins.
func (b *blanks) foldBreak(at int) int {
	feeds, next := 0, at
	for i := at; i < len(b.in) && (b.in[i] == ' ' || b.in[i] == '\t' || b.in[i] == '\n'); i++ {
		if b.in[i] == '\n' {
			feeds++
			next = i + 1
		}
	}
	with := "\n\n"[:min(feeds, 2)]
	if s := (text.Span{Start: at, End: next}); s.Of(b.in) != with {
		b.e.Replace(s, with, b.why)
	}
	return next
}

// foldLine folds the runs of blanks inside a line, unless they are layout.
func (b *blanks) foldLine(done *progress, line text.Span) error {
	if !strings.Contains(line.Of(b.in), "   "[:b.least]) || b.isLaidOut(line) || b.isCode(line) {
		return nil
	}
	for i := line.Start; i < line.End; i++ {
		if b.in[i] != ' ' {
			continue
		}
		if err := done.at(i); err != nil {
			return err
		}
		s := text.Span{Start: i, End: i + 1}
		for s.End < line.End && b.in[s.End] == ' ' {
			s.End++
		}
		if i = s.End; s.Len() >= b.least {
			b.e.Replace(s, " ", b.why)
		}
	}
	return nil
}
