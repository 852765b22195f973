package reflow

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	Link text.Rule = "reflow.link"
	Wrap text.Rule = "reflow.wrap"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Wrap, Default: true, Description: "joins lines that were wrapped at a fixed width; wrong for verse as long as prose"},
	{ID: Link, Default: true, Description: "joins blocks that an inline link or emphasis broke apart; wrong where a paragraph begins in lower case"},
}

// Run joins what belongs together in the text of c, which has line feeds and no trailing spaces. The error is ctx.Err()
// if ctx ended first.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	if strings.IndexByte(c.Text(), '\n') < 0 {
		return ctx.Err()
	}
	for range maxRounds {
		before := c.Steps()
		if err := unwrap(ctx, c, rules); err != nil {
			return err
		}
		if err := unlink(ctx, c, rules); err != nil {
			return err
		}
		if c.Steps() == before {
			break
		}
	}
	return nil
}

// maxRounds bounds how often the text is looked at: a paragraph that was joined can show that the next belongs to it
// too. Texts need two rounds, one of them to find nothing more to do.
const maxRounds = 8

// glue is what stands between two pieces that are joined: nothing where the first ends in an open bracket or a
// hyphen, or the second begins with what belongs to the word before.
func glue(a, b string) string {
	if endsOpen(a) || endsHyphen(a) || beginsClosing(b) {
		return ""
	}
	return " "
}
