package score

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/redpajama"
	"github.com/copydesk/copydesk/internal/text"
)

// Line is one line of the text with the signals that RedPajama-V2 has of lines.
type Line struct {
	Span    text.Span
	Signals []Signal // ordered by name
}

// lines returns the lines of t.
func lines(t *pytext.Text) []Line {
	values := redpajama.Lines(t)
	list := make([]Line, len(values))
	for i, v := range values {
		list[i] = Line{v.Span, []Signal{
			{Name: "rpv2.rps_lines_ending_with_terminal_punctution_mark", Value: number(v.Terminal)},
			{Name: "rpv2.rps_lines_javascript_counts", Value: float64(v.JavaScript)},
			{Name: "rpv2.rps_lines_num_words", Value: float64(v.Words)},
			{Name: "rpv2.rps_lines_numerical_chars_fraction", Value: v.Numerical},
			{Name: "rpv2.rps_lines_start_with_bulletpoint", Value: number(v.Bullet)},
			{Name: "rpv2.rps_lines_uppercase_letter_fraction", Value: v.Uppercase},
		}}
	}
	return list
}

func number(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
