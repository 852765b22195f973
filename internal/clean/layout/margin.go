package layout

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// dropMargin drops the spaces that all lines of c begin with.
func dropMargin(pace *text.Pace, c *text.Chain) error {
	in := c.Text()
	margin := marginOf(in)
	if margin == 0 {
		return nil
	}
	e := c.Edit()
	for at := 0; at < len(in); {
		end, next := lineEnd(in, at)
		if err := pace.Step(next - at); err != nil {
			return err
		}
		e.Drop(text.Span{Start: at, End: min(at+margin, end)}, text.Change{Rule: Margin})
		at = next
	}
	_, err := c.Apply(pace)
	return err
}

// marginOf returns how many spaces every line of in begins with, but for blank ones. Most texts have none in one of their first lines, and so
// this is soon known.
func marginOf(in string) int {
	margin := maxColumn
	lines := 0
	for at := 0; at < len(in) && margin > 0; {
		end, next := lineEnd(in, at)
		line := strings.TrimPrefix(in[at:end], "\f")
		if bare := strings.TrimLeft(line, " "); bare != "" {
			lines++
			margin = min(margin, len(line)-len(bare))
		}
		at = next
	}
	if lines < minLines {
		return 0
	}
	return margin
}
