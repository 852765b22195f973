package redpajama

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
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
	Places:  linePlaces,
}

// lineColumns give what a line adds to each signal.
var lineColumns = []func(l *line) float64{
	func(l *line) float64 { return oneIf(isEllipsis(l.stripped)) },
	func(l *line) float64 { return float64(l.Words) },
	func(l *line) float64 { return float64(l.JavaScript) },
	func(l *line) float64 { return oneIf(l.Terminal) },
	func(l *line) float64 { return oneIf(l.Bullet) },
	func(l *line) float64 { return l.Uppercase },
	func(l *line) float64 { return l.Numerical },
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
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

// linePlaces returns the lines that have any of it; none for the number of words.
func linePlaces(t *pytext.Text, i, most int) []text.Span {
	if i == 1 {
		return nil
	}
	var list []text.Span
	eachLine(t, func(l *line) {
		if len(list) < most && lineColumns[i](l) > 0 {
			list = append(list, pytext.Strip(t.S, l.Span))
		}
	})
	return list
}
