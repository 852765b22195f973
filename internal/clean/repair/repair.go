package repair

import (
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/text"
)

// pass is one walk over the text, by any of its rules.
type pass struct {
	need  need
	rules []text.Rule
	run   func(context.Context, *text.Chain, text.RuleSet) error
}

// passes in the order in which they go over a text: what hides other damage is undone first.
var passes = [...]pass{
	{needEntities, []text.Rule{Entities}, plainly(entities)},
	{needMojibake, []text.Rule{Mojibake}, mendMojibake},
	{needTerminal, []text.Rule{TerminalEscapes}, plainly(terminalEscapes)},
	{needQuotes, []text.Rule{Quotes}, plainly(characters)},
	{needCharacters, characterRules, plainly(characters)},
	{needSpaces, []text.Rule{Spaces, SpaceDebris}, plainly(spaces)},
	{needCompose, []text.Rule{NFC}, plainly(compose)},
	{needWhitespace, []text.Rule{Whitespace, BlankRuns}, plainly(whitespace)},
}

// applies reports whether the pass has a rule in use.
func (p *pass) applies(rules text.RuleSet) bool { return slices.ContainsFunc(p.rules, rules.On) }

// plainly makes a pass of one that takes no longer than reading the text does.
func plainly(run func(*text.Chain, text.RuleSet)) func(context.Context, *text.Chain, text.RuleSet) error {
	return func(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		run(c, rules)
		return nil
	}
}

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
	for i, found := 0, scan(c.Text()); i < len(passes); {
		p := &passes[i]
		if i++; found&p.need == 0 || !p.applies(rules) {
			continue
		}
		before := c.Steps()
		if err := p.run(ctx, c, rules); err != nil {
			return err
		}
		if c.Steps() != before {
			i, found = 0, scan(c.Text())
		}
	}
	return ctx.Err()
}
