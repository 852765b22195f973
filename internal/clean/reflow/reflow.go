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

// Run joins what belongs together in a text with line feeds and no trailing spaces. The error is ctx.Err() if ctx
// ended first.
func Run(ctx context.Context, in string, rules text.RuleSet) (string, text.Provenance, error) {
	if strings.IndexByte(in, '\n') < 0 {
		return in, text.Identity(len(in)), ctx.Err()
	}
	out, p := in, text.Identity(len(in))
	for range maxRounds {
		next, step, err := round(ctx, out, rules)
		if err != nil {
			return "", nil, err
		}
		if next == out {
			break
		}
		out, p = next, p.Compose(step)
	}
	return out, p, nil
}

// maxRounds bounds how often the text is looked at: a paragraph that was joined can show that the next belongs to it
// too. Texts need two rounds, one of them to find nothing more to do.
const maxRounds = 8

// round joins what can be told by the text as it stands.
func round(ctx context.Context, in string, rules text.RuleSet) (string, text.Provenance, error) {
	out, p, err := unwrap(ctx, in, rules)
	if err != nil || !rules.On(Link) {
		return out, p, err
	}
	joined, step, err := unlink(ctx, out)
	if err != nil {
		return "", nil, err
	}
	return joined, p.Compose(step), nil
}

// glue is what stands between two pieces that are joined: nothing where the first ends in an open bracket or a
// hyphen, or the second begins with what belongs to the word before.
func glue(a, b string) string {
	if endsOpen(a) || endsHyphen(a) || beginsClosing(b) {
		return ""
	}
	return " "
}
