package layout

import (
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/text"
)

// eachGap calls use for every gap between pages that has a line which runs.
func (p *pages) eachGap(pace *text.Pace, use func(gap)) error {
	for at := 0; at < len(p.in); {
		end, next := lineEnd(p.in, at)
		if err := pace.Step(next - at); err != nil {
			return err
		}
		if p.runs(trimmed(p.in[at:end])) {
			g := p.gapAround(at, next, p.accepts)
			use(g)
			next = max(next, g.End)
		}
		at = next
	}
	return nil
}

// accepts reports whether line, beside one that runs, belongs to it. While they are counted every line does.
func (p *pages) accepts(line string) bool {
	return p.counting || p.runs(line) || p.beside[line] >= minPages
}

// dropper drops the gaps between pages.
type dropper struct {
	*pages

	e     *text.Editor
	notes bool   // move footnotes
	note  string // those to be placed after the paragraph
	from  int    // where that goes on
}

// drop drops what is in g, so that the sentence that it splits is on two lines.
func (d *dropper) drop(g gap) {
	why := text.Change{Rule: RunningLines}
	hasNote := d.notes && !g.note.Empty()
	start := g.Start
	switch {
	case hasNote:
		start = g.last.End
	case !g.note.Empty():
		g.splits = false
	}
	d.placeWithin(start, g.splits)
	if d.e.At() > start {
		return
	}
	d.e.Replace(text.Span{Start: start, End: g.End}, d.between(g), why)
	if hasNote {
		d.note += "\n\n" + strings.Join(strings.Fields(g.note.Of(d.in)), " ")
	}
	d.from = g.End
}

// between returns what to write in place of g.
func (d *dropper) between(g gap) string {
	switch {
	case g.Start == 0 || g.End == len(d.in):
		return ""
	case g.splits || unfinished(trimmed(g.last.Of(d.in))):
		return "\n"
	default:
		return "\n\n"
	}
}

// placeWithin writes the footnotes that wait at the end of their paragraph, if that is before offset end; a paragraph ends there unless
// the page's end splits a sentence.
func (d *dropper) placeWithin(end int, splits bool) {
	if d.note == "" {
		return
	}
	if blank := strings.Index(d.in[d.from:end], "\n\n"); blank >= 0 {
		end = d.from + blank
	} else if splits {
		return
	}
	d.e.Insert(end, d.note, text.Change{Rule: Footnotes})
	d.note = ""
}

func isCapital(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || r == '"' || r == '“' || r == '«'
}
