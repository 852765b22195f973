package redpajama

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// LineValues are the signals of one line.
type LineValues struct {
	// Span is the line, its line feed included.
	Span text.Span

	// Words are the words of the normalised line, JavaScript those among them that are "javascript".
	Words, JavaScript int

	// Terminal says that the line ends in . ! ? or ”, and Bullet that it begins with a bullet point, white space aside.
	Terminal, Bullet bool

	// Uppercase is the share of capitals among the line's characters, Numerical that of numeric characters among those of
	// the normalised line; both are rounded, and Numerical is 0 where nothing is left of the line.
	Uppercase, Numerical float64
}

// Lines returns the values of the lines, which are the matches of `[^\n]*\n|[^\n]+$`. An empty text has none.
func Lines(t *pytext.Text) []LineValues {
	list := make([]LineValues, 0, len(t.Lines()))
	eachLine(t, func(l *line) { list = append(list, l.LineValues) })
	return list
}

// line is a line, and what of it stands between the first word and the last.
type line struct {
	LineValues

	stripped string
}

// eachLine calls do with each line. The line is another's afterwards.
func eachLine(t *pytext.Text, do func(l *line)) {
	n, w := normalOf(t), t.Words()
	var l line
	next := 0 // the first word of the line
	for _, span := range t.Lines() {
		if span.End < len(t.S) {
			span.End++ // a line has its line feed
		}
		if span.Empty() {
			return
		}
		l = line{LineValues: LineValues{Span: span}}
		first, chars, upper, numeric := next, 0, 0, 0
		for ; next < w.Len() && int(w.Starts[next]) < span.End; next++ {
			k := &n.kinds[w.IDs[next]]
			upper += int(k.upper)
			if k.id == gone {
				continue
			}
			l.Words++
			chars += int(k.length)
			numeric += int(k.numeric)
			if n.traits[k.id]&javascriptX != 0 {
				l.JavaScript++
			}
		}
		if next > first {
			l.stripped = w.Span(first).Cover(w.Span(next - 1)).Of(t.S)
		}
		l.Terminal, l.Bullet = isTerminal(l.stripped), isBullet(l.stripped)
		l.Uppercase = ratioOr0(upper, t.Len(span))
		l.Numerical = ratioOr0(numeric, chars+max(l.Words-1, 0))
		do(&l)
	}
}

func isTerminal(line string) bool {
	return line != "" && isEnd(line[len(line)-1]) || strings.HasSuffix(line, "”")
}

func isEllipsis(line string) bool {
	return strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…")
}

// bullets are the characters that make a line a point of a list.
var bullets = []string{"•", "‣", "▶", "◀", "◦", "■", "□", "▪", "▫", "–"}

func isBullet(line string) bool {
	if line == "" || line[0] != bullets[0][0] {
		return false // they all begin with the same byte
	}
	for _, b := range bullets {
		if strings.HasPrefix(line, b) {
			return true
		}
	}
	return false
}
