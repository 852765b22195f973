package reflow

import (
	"context"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	Link   text.Rule = "reflow.link"
	Wrap   text.Rule = "reflow.wrap"
	Hyphen text.Rule = "reflow.hyphen"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Wrap, Default: true, Description: "joins lines that were wrapped at a fixed width; wrong for verse as long as prose"},
	{ID: Link, Default: true, Description: "joins blocks that an inline link or emphasis broke apart; wrong where a paragraph begins in lower case"},
	{ID: Hyphen, Default: true, Description: "drops the hyphen of a word parted at a line end if the document has the word in one; wrong where it has both forms in different senses"},
}

// documents keeps memory between texts.
var documents = sync.Pool{New: func() any { return &breaks.Document{Lexicon: model.lexicon} }}

// maxPooled is the number of lines up to which memory is kept.
const maxPooled = 1 << 14

// Run joins what belongs together in the text of c, which has line feeds. The error is ctx.Err() if ctx ended first.
//
// It looks at the text until it finds nothing more to join, so that running it again changes nothing: a paragraph
// made whole may show that the next line belongs to it too. Every round but the last takes breaks away and none ever
// adds one, so there is a last.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	if strings.IndexByte(c.Text(), '\n') < 0 {
		return ctx.Err()
	}
	d := documents.Get().(*breaks.Document) //nolint:forcetypeassert // the pool holds nothing else
	defer func() {
		if cap(d.Pieces) <= maxPooled {
			documents.Put(d)
		}
	}()
	for {
		if err := d.Scan(ctx, c.Text()); err != nil {
			return err
		}
		changed, err := join(ctx, c, d, rules)
		if err != nil || !changed {
			return err
		}
	}
}

// join joins the lines of c, described by d, that belong together, and reports whether there were any.
func join(ctx context.Context, c *text.Chain, d *breaks.Document, rules text.RuleSet) (bool, error) {
	if err := look(ctx, d); err != nil {
		return false, err
	}
	e := c.Edit()
	j := joiner{in: c.Text(), pieces: d.Pieces, hyphens: rules.On(Hyphen)}
	pace := text.NewPace(ctx)
	var f breaks.Second
	for i := range max(len(d.Pieces)-1, 0) {
		if err := pace.Step(breakCost); err != nil {
			return false, err
		}
		rule := ruleOf(d, i)
		if !rules.On(rule) {
			continue
		}
		odds := d.Odds(i)
		if d.Doubtful(i) {
			d.Second(i, &f)
			odds = model.second.ScoreUntil(f[:], enough)
		}
		if rule == Wrap && d.PartsWord(i) || d.Continues(i) {
			odds = max(odds, wordLogOdds)
		}
		if odds >= minLogOdds {
			j.join(e, i, rule, odds)
		}
	}
	return c.Apply(), nil
}

// look takes the first look at every break of d.
func look(ctx context.Context, d *breaks.Document) error {
	pace := text.NewPace(ctx)
	var f breaks.Features
	for i := range max(len(d.Pieces)-1, 0) {
		if err := pace.Step(breakCost); err != nil {
			return err
		}
		odds := never
		if d.Judged(i) {
			d.Features(i, &f)
			odds = model.first.ScoreUntil(f[:], breaks.Sure)
		}
		d.SetOdds(odds)
	}
	return nil
}

// wordLogOdds are those of a line that ends in a hyphen and goes on in small letters, or that goes on with a word that
// begins nothing: 95 of 100 are right.
const wordLogOdds = 3.0

// enough is how far from even, in log-odds, the second look need not look further: hardly one answer in a thousand that
// goes so far comes back.
const enough = 3.0

// never is the log-odds of a break that must not be joined.
const never = -10.0

// breakCost is how long a look at a break takes, in bytes of ordinary work.
const breakCost = 256

// ruleOf returns the rule that would join the lines at break i.
func ruleOf(d *breaks.Document, i int) text.Rule {
	if d.Single(i) {
		return Wrap
	}
	return Link
}
