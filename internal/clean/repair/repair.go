package repair

import (
	"cmp"
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/text"
)

// pass is one walk over the text, by any of its rules.
type pass struct {
	need  need
	rules []text.Rule

	// run edits the text of the chain; pace says when to give up.
	run func(pace *text.Pace, c *text.Chain, rules text.RuleSet) error
}

// passes in the order in which they go over a text: what hides other damage is undone first.
var passes = [...]pass{
	{needEntities, []text.Rule{Entities}, entities},
	{needMojibake, []text.Rule{Mojibake}, mendMojibake},
	{needTerminal, []text.Rule{TerminalEscapes}, terminalEscapes},
	{needQuotes, []text.Rule{Quotes}, characters},
	{needCharacters, characterRules, characters},
	{needSpaces, []text.Rule{Spaces, SpaceDebris}, spaces},
	{needCompose, []text.Rule{NFC}, normalize},
	{needWhitespace, []text.Rule{Whitespace, BlankRuns}, whitespace},
}

// applies reports whether the pass has a rule in use.
func (p *pass) applies(rules text.RuleSet) bool { return slices.ContainsFunc(p.rules, rules.On) }

// Run repairs the text of c, which must be valid UTF-8, until no pass finds anything more to do: one repair can uncover
// damage of another kind, as an entity inside mojibake does. So Run(Run(x)) is Run(x).
//
// That comes to an end because every change makes the text lighter, where an ASCII character weighs 1, "&" 5, another
// character 3, and one that a rule replaces one by one, or that NFC or a ligature stands for, 1 more than what comes of
// it: an entity weighs more than what it stands for, a damaged sequence of n characters at least 6 and 3n, what is
// dropped more than nothing. What keeps the weight cannot come back: marks that NFC put in order, and "Ã" that became "à".
//
// The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	pace := text.NewPace(ctx)
	found, err := scan(pace, c.Text())
	for i := 0; i < len(passes) && err == nil; {
		p := &passes[i]
		if i++; found&p.need == 0 || !p.applies(rules) {
			continue
		}
		before := c.Steps()
		if err = p.run(pace, c, rules); err == nil && c.Steps() != before {
			i = 0
			found, err = scan(pace, c.Text())
		}
	}
	return cmp.Or(err, ctx.Err())
}
