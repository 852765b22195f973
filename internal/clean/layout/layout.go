package layout

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	Margin       text.Rule = "layout.margin"
	Columns      text.Rule = "layout.columns"
	RunningLines text.Rule = "layout.running_lines"
	Footnotes    text.Rule = "layout.footnotes"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Margin, Default: true, Description: "drops the spaces that every line begins with; wrong where the whole text is code whose indentation says where it belongs"},
	{ID: RunningLines, Default: true, Description: "drops page numbers and running heads that recur between the pages of a printed text, where one of them is inside a sentence or beside a form feed; wrong where these are the text's own"},
	{ID: Footnotes, Default: true, Description: "moves a footnote that stands inside a sentence at the end of a printed page to after the paragraph; wrong where what looks like a note is a line of the text"},
	{ID: Columns, Default: true, Description: "reads columns of running text that stand side by side one after the other; wrong where they are read across"},
}

// Run lays out the text of c, whose lines end in LF or CR LF. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	pace := text.NewPace(ctx)
	if rules.On(Margin) {
		if err := dropMargin(pace, c); err != nil {
			return err
		}
	}
	if rules.On(RunningLines) {
		if err := dropRunningLines(pace, c, rules.On(Footnotes)); err != nil {
			return err
		}
	}
	if rules.On(Columns) {
		if err := splitColumns(pace, c); err != nil {
			return err
		}
	}
	return ctx.Err()
}
