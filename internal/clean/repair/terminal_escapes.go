package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// terminalEscapes drops ANSI control sequences: ESC [ parameters letter. The bare escape character is left to
// the pass for characters.
func terminalEscapes(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	e := c.Edit()
	done := progress{pace: pace}
	for at := 0; ; {
		i := strings.Index(in[at:], "\x1b[")
		if i < 0 {
			_, err := c.Apply(pace)
			return err
		}
		start := at + i
		if err := done.at(start); err != nil {
			return err
		}
		at = start + 2
		for at < len(in) && (in[at] == ';' || '0' <= in[at] && in[at] <= '9') {
			at++
		}
		if at < len(in) && 'a' <= in[at]|0x20 && in[at]|0x20 <= 'z' {
			at++
			e.Drop(text.Span{Start: start, End: at}, text.Change{Rule: TerminalEscapes})
		}
	}
}
