package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// whitespace tidies spaces and blank lines. Spaces and tabs at the start of a line are layout and stay, except
// on the first line; a single tab inside a line parts the cells of a table and stays too.
func whitespace(c *text.Chain, _ text.RuleSet) {
	in := c.Text()
	why := text.Change{Rule: Whitespace}
	e := c.Edit()
	defer c.Apply()
	body := strings.TrimLeft(in, " \t\n")
	i := len(in) - len(body)
	e.Drop(text.Span{Start: 0, End: i}, why)
	end := len(strings.TrimRight(in, " \t\n"))
	for i < end {
		for i < end && !isSpace(in[i]) {
			i++
		}
		if i == end {
			break
		}
		s := text.Span{Start: i, End: i}
		for s.End < end && isSpace(in[s.End]) {
			s.End++
		}
		if run := s.Of(in); run != " " && run != "\n" {
			if with := folded(run); with != run {
				e.Replace(s, with, why)
			}
		}
		i = s.End
	}
	e.Drop(text.Span{Start: max(end, len(in)-len(body)), End: len(in)}, why)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// folded is what a run of white space between two words becomes.
func folded(run string) string {
	feeds := strings.Count(run, "\n")
	if feeds == 0 {
		if run == "\t" {
			return run
		}
		return " "
	}
	indent := run[strings.LastIndexByte(run, '\n')+1:]
	return "\n\n"[:min(feeds, 2)] + indent
}
