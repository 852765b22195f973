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

// works keeps memory between texts.
var works = sync.Pool{New: func() any { return new(work) }}

// maxPooled is the number of lines up to which memory is kept.
const maxPooled = 1 << 14

// work is the joining of one text.
type work struct {
	*Model

	rules text.RuleSet
	d     breaks.Document
	odds  []float32 // by break, how sure it is that it is false
	clear int       // how many it is sure of that a link made and that stand behind no sentence
}

// Run joins what belongs together in the text of c, which has line feeds. The error is ctx.Err() if ctx ended first.
//
// It looks at the text until it finds nothing more to join, so that running it again changes nothing: a paragraph
// made whole may show that the next line belongs to it too. Every round but the last takes breaks away and none ever
// adds one, so there is a last; most texts have two.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	return builtIn().Run(ctx, c, rules)
}

// Run is the package's Run by another model than the one that is built in.
func (m *Model) Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	if strings.IndexByte(c.Text(), '\n') < 0 {
		return ctx.Err()
	}
	w := works.Get().(*work) //nolint:forcetypeassert // the pool holds nothing else
	w.Model, w.rules, w.d.Lexicon = m, rules, m.lexicon
	defer func() {
		if w.d.Forget(); cap(w.d.Pieces) <= maxPooled {
			works.Put(w)
		}
	}()
	for {
		if err := w.judge(ctx, c.Text()); err != nil {
			return err
		}
		if !w.join(c) {
			return ctx.Err()
		}
	}
}

// judge finds how sure it is that each break of in is false.
func (w *work) judge(ctx context.Context, in string) error {
	w.odds, w.clear = w.odds[:0], 0
	if err := w.d.Scan(ctx, in); err != nil {
		return err
	}
	asked, err := w.first(ctx)
	if err != nil || !asked {
		return err
	}
	return w.second(ctx)
}

// first takes the first look at every break and reports whether there was any to look at.
func (w *work) first(ctx context.Context) (asked bool, err error) {
	pace := text.NewPace(ctx)
	var f breaks.Features
	for i := range w.d.Breaks() {
		odds, cost := float64(never), 0
		if w.d.Judged(i) {
			w.d.Features(i, &f)
			odds, cost, asked = w.firstLook.ScoreUntil(f[:], breaks.Sure), breakCost, true
		}
		w.d.SetOdds(odds)
		if err := pace.Step(cost); err != nil {
			return false, err
		}
	}
	return asked, nil
}

// second takes the second look where the first was not sure. A blank line behind a sentence that is followed by what may
// begin one stays: a link that ends a sentence leaves such a break, but so does every paragraph.
func (w *work) second(ctx context.Context) error {
	pace := text.NewPace(ctx)
	var f breaks.Second
	for i := range w.d.Breaks() {
		odds, cost := w.d.Odds(i), 0
		switch {
		case !w.d.Single(i) && w.d.Innocent(i), w.d.BeforeNotice(i):
			odds = never
		case w.d.Doubtful(i):
			w.d.Second(i, &f)
			odds, cost = w.secondLook.ScoreUntil(f[:], enough), breakCost
		}
		if odds > never && (w.d.PartsWord(i) || w.d.Continues(i)) {
			odds = max(odds, wordLogOdds)
		}
		if odds > never && w.d.BesideCode(i) {
			odds = never
		}
		w.clear += count(odds >= evidence && !w.d.Single(i))
		w.odds = append(w.odds, float32(odds))
		if err := pace.Step(cost); err != nil {
			return err
		}
	}
	return nil
}

// join joins the lines of c that belong together, and reports whether there were any.
func (w *work) join(c *text.Chain) bool {
	e := c.Edit()
	j := joiner{in: c.Text(), pieces: w.d.Pieces, hyphens: w.rules.On(Hyphen)}
	for i, odds := range w.odds {
		if rule := ruleOf(&w.d, i); odds >= w.least(rule) && w.rules.On(rule) {
			j.join(e, i, rule, float64(odds))
		}
	}
	return c.Apply()
}

// least returns how sure it must be that a break is false for rule to join there.
func (w *work) least(rule text.Rule) float32 {
	switch {
	case rule == Wrap:
		return minWrap
	case w.clear == 0:
		return evidence
	case w.clear < many:
		return minFew
	default:
		return minLink
	}
}

// How sure a join must be, in log-odds: it is wrong to leave a break too, but two paragraphs run together cannot be told
// apart later. The figures are those at which, over pages that the model has not seen, 97 of 100 joins are right and 99
// of 100 whole texts stay as they are.
const (
	minWrap = .4

	// minLink is for a text that shows many broken links, minFew for one with fewer: more of what it has is true.
	minLink = .2
	minFew  = .9
	many    = 12

	// evidence is how sure it must be of at least one break of a text that links have broken it: whole texts have breaks
	// that look odd too, but hardly ever more than that.
	evidence = 1.5
)

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// wordLogOdds are those of a line that ends in a hyphen and goes on in small letters, or that goes on with a word that
// begins nothing: 95 of 100 are right.
const wordLogOdds = 3.0

// enough is how far from even, in log-odds, the second look need not look further: hardly one answer in a thousand that
// goes so far comes back.
const enough = 3.0

// never is the log-odds of a break that must not be joined.
const never = -10

// breakCost is how long a look at a break takes, in bytes of ordinary work.
const breakCost = 256

// ruleOf returns the rule that would join the lines at break i.
func ruleOf(d *breaks.Document, i int) text.Rule {
	if d.Single(i) {
		return Wrap
	}
	return Link
}
