package redpajama

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/internal/truth"
)

var lineGroup = profile.Group{
	Signals: []profile.Signal{
		{Name: "rpv2.rps_doc_frac_lines_end_with_ellipsis", Unit: ratio, Description: "Lines that end in \"...\" or \"…\", white space aside / lines; undefined without any."},
		{Name: "rpv2.rps_lines_num_words", Unit: words, Description: "Words of the normalised line; the mean over lines, undefined without any."},
		{Name: "rpv2.rps_lines_javascript_counts", Unit: words, Description: "Words of the normalised line that are \"javascript\"; the mean over lines, undefined without any."},
		{Name: "rpv2.rps_lines_ending_with_terminal_punctution_mark", Unit: ratio, Description: "1 for a line that ends in . ! ? or ”, white space aside, else 0; the mean over lines, undefined without any."},
		{Name: "rpv2.rps_lines_start_with_bulletpoint", Unit: ratio, Description: "1 for a line that begins with one of • ‣ ▶ ◀ ◦ ■ □ ▪ ▫ –, white space aside, else 0; the mean over lines, undefined without any."},
		{Name: "rpv2.rps_lines_uppercase_letter_fraction", Unit: ratio, Description: "Capitals / characters of the line, its line feed included; the mean over lines, undefined without any."},
		{Name: "rpv2.rps_lines_numerical_chars_fraction", Unit: ratio, Description: "Numeric characters / characters of the normalised line, 0 if it is empty; the mean over lines, undefined without any."},
	},
	Measure: measureLines,
	Find:    findLines,
}

// lineColumns return what a line adds to each signal.
var lineColumns = []func(l *line) float64{
	func(l *line) float64 { return truth.Float(isEllipsis(l.stripped)) },
	func(l *line) float64 { return float64(l.Words) },
	func(l *line) float64 { return float64(l.JavaScript) },
	func(l *line) float64 { return truth.Float(l.Terminal) },
	func(l *line) float64 { return truth.Float(l.Bullet) },
	func(l *line) float64 { return l.Uppercase },
	func(l *line) float64 { return l.Numerical },
}

func measureLines(t *pytext.Text, v []float64) {
	var sums [7]float64
	lines := 0
	eachLine(t, func(l *line) {
		lines++
		for i, value := range lineColumns {
			sums[i] += value(l)
		}
	})
	for i := range v {
		if lines > 0 {
			v[i] = round8(sums[i] / float64(lines))
		}
	}
}

// findLines adds the lines that contribute to a signal; none for the number of words.
func findLines(t *pytext.Text, i int, p *profile.Places) {
	if i == 1 {
		return
	}
	eachLine(t, func(l *line) {
		if lineColumns[i](l) > 0 {
			p.Add(pytext.Strip(t.S, l.Span))
		}
	})
}

// LineValues are the signals of one line.
type LineValues struct {
	// Span is the line, its line feed included.
	Span text.Span

	// Words is how many words the normalised line has, JavaScript how many of them are "javascript".
	Words, JavaScript int

	// Terminal says that the line ends in . ! ? or ”, and Bullet that it begins with a bullet point, white space aside.
	Terminal, Bullet bool

	// Uppercase is the share of capitals among the line's characters, Numerical the share of numeric characters among those of the
	// normalised line; both are rounded, and Numerical is 0 where normalisation leaves nothing.
	Uppercase, Numerical float64
}

// EachLine calls do with the values of each line: of each match of `[^\n]*\n|[^\n]+$`. An empty text has no lines.
func EachLine(t *pytext.Text, do func(LineValues)) {
	eachLine(t, func(l *line) { do(l.LineValues) })
}

// line is a line, and the part of it from the first word to the last.
type line struct {
	LineValues

	stripped string
}

// eachLine calls do with each line, which is valid during the call.
func eachLine(t *pytext.Text, do func(l *line)) {
	n, w := normalOf(t), t.Words()
	var l line
	next := 0 // the first word of the line
	for span := range t.Lines().All() {
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
			t.Tick(4)
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
			l.stripped = w.Cover(first, next-first).Of(t.S)
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

// bullets are the characters that make a line an item of a list.
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
