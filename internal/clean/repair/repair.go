package repair

import (
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/text"
)

// pass is one walk over the text, by any of its rules.
type pass struct {
	need  need // when it has something to do; none for one that looks for itself
	rules []text.Rule

	// edit edits the text of the chain; pace says when to give up.
	edit func(pace *text.Pace, c *text.Chain, rules text.RuleSet) error

	// within is edit for a pass that leaves code as it is.
	within func(pace *text.Pace, c *text.Chain, rules text.RuleSet, isCode func(source text.Span) bool) error
}

// passes in the order in which they go over a text: what hides other damage is undone first.
var passes = [...]pass{
	{0, []text.Rule{Escapes}, escapes, nil},
	{needEntities, []text.Rule{Entities}, entities, nil},
	{needMojibake, []text.Rule{Mojibake}, mendMojibake, nil},
	{needTerminal, []text.Rule{TerminalEscapes}, terminalEscapes, nil},
	{needQuotes, []text.Rule{Quotes}, characters, nil},
	{needCharacters, characterRules, characters, nil},
	{needSpaces, []text.Rule{Spaces, SpaceDebris}, spaces, nil},
	{0, []text.Rule{NFKC}, compatibility, nil},
	{needCompose, []text.Rule{NFC}, normalize, nil},
	{needWhitespace, []text.Rule{Whitespace, BlankRuns}, nil, whitespace},
}

// applies reports whether the pass has a rule in use.
func (p *pass) applies(rules text.RuleSet) bool { return slices.ContainsFunc(p.rules, rules.On) }

// Run repairs the text of c, which must be valid UTF-8, until no pass finds anything more to do: one repair can uncover
// damage of another kind, as an entity inside mojibake does. So Run(Run(x)) is Run(x).
//
// That comes to an end because every change makes the text lighter. An ASCII character weighs 1, "&" 5, any other
// character 3, and one that a rule replaces by itself 1 more than its replacement. So an entity weighs more than the
// character that it encodes, a damaged sequence of n characters weighs at least 6 and 3n, and what is dropped weighs
// something; an escape is no shorter than what it stands for. Two changes keep the weight, and cannot be undone by others: marks that NFC put in order, and "Ã" that became
// "à".
//
// The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	return RunWithin(ctx, c, rules, func(text.Span) bool { return false })
}

// RunWithin is Run for a text of which isCode knows, by a place in the source of c, what is code: the gaps in its lines stay.
func RunWithin(ctx context.Context, c *text.Chain, rules text.RuleSet, isCode func(source text.Span) bool) error {
	pace := text.NewPace(ctx)
	found, err := scan(pace, c.Text())
	for i := 0; i < len(passes) && err == nil; {
		p := &passes[i]
		if i++; p.need != 0 && found&p.need == 0 || !p.applies(rules) {
			continue
		}
		before := c.Steps()
		if p.within != nil {
			err = p.within(pace, c, rules, isCode)
		} else {
			err = p.edit(pace, c, rules)
		}
		if err == nil && c.Steps() != before {
			i = 0
			found, err = scan(pace, c.Text())
		}
	}
	if err != nil {
		return err
	}
	return ctx.Err()
}
