package reflow

import (
	"context"
	"slices"
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
	Page   text.Rule = "reflow.page"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Wrap, Default: true, Description: "joins lines that were wrapped at a fixed width; wrong for verse as long as prose"},
	{ID: Link, Default: true, Description: "joins blocks that an inline link or emphasis broke apart; wrong where a paragraph begins in lower case"},
	{ID: Hyphen, Default: true, Description: "drops the hyphen of a word split at a line end if the document has the word in one piece, or has it nowhere else and it is a common word; wrong where both forms have a meaning of their own"},
	{ID: Page, Default: true, Description: "joins a sentence that the end of a printed page split, without the page number and the running heads in between; wrong where these are the text's own"},
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
	odds  []float32 // by break, the log-odds that it is false
	clear int       // how many breaks a link made beyond doubt
	hints int       // how many it may have made, without those after a colon

	labels, sureLabels int // breaks after a colon, and those of them that a link made
}

// maxRounds bounds how often a text is read. Two rounds are usual and ten the most that was seen in a text made to need
// many: the bound keeps the time linear in the text whatever it is.
const maxRounds = 16

// Run joins what belongs together in the text of c, which has line feeds. The error is ctx.Err() if ctx ended first.
//
// It reads the text until it finds nothing more to join, so that running it again changes nothing: a paragraph made
// whole may show that the next line belongs to it too.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	return builtIn().Run(ctx, c, rules)
}

// Run is the package's Run with this model.
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
	for range maxRounds {
		if err := w.judge(ctx, c.Text()); err != nil {
			return err
		}
		if joined, err := w.join(ctx, c); err != nil || !joined {
			return err
		}
	}
	return ctx.Err()
}

// judge finds the log-odds of each break of in.
func (w *work) judge(ctx context.Context, in string) error {
	w.odds, w.clear, w.hints, w.labels, w.sureLabels = w.odds[:0], 0, 0, 0, 0
	if err := w.d.Scan(ctx, in); err != nil {
		return err
	}
	asked, err := w.first(ctx)
	if err != nil || !asked {
		return err
	}
	return w.second(ctx)
}

// first takes the first look at every break, and reports whether there was one to look at.
func (w *work) first(ctx context.Context) (asked bool, err error) {
	pace := text.NewPace(ctx)
	var f breaks.Features
	for i := range w.d.Breaks() {
		odds, cost := float64(never), 0
		if w.d.JoinsCaseless(i) || w.d.JoinsHangul(i) || w.d.JoinsMark(i) {
			odds, asked = wordLogOdds, true
		} else if w.d.Judged(i) {
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

// second takes the second look where the first was not sure.
func (w *work) second(ctx context.Context) error {
	pace := text.NewPace(ctx)
	w.odds = slices.Grow(w.odds, w.d.Breaks())
	var f breaks.Second
	for i := range w.d.Breaks() {
		odds, cost := w.d.Odds(i), 0
		switch {
		case w.d.BeforeNotice(i), w.d.Unexplained(i), w.d.SeparatesEntries(i), w.d.InVerse(i), w.d.BesideFigure(i):
			odds = never
		case w.d.Doubtful(i):
			w.d.Second(i, &f)
			odds, cost = w.secondLook.ScoreUntil(f[:], enough), breakCost
		}
		odds = w.settle(i, odds)
		w.odds = append(w.odds, float32(odds))
		if err := pace.Step(cost); err != nil {
			return err
		}
	}
	return nil
}

// settle returns the log-odds of break i, for which the forests gave odds, by what its two lines show.
func (w *work) settle(i int, odds float64) float64 {
	if !w.d.Single(i) && w.d.Innocent(i) && odds < minSentence {
		odds = never
	}
	if w.d.JoinsCaseless(i) || w.d.JoinsHangul(i) {
		odds = wordLogOdds
	}
	if odds > never && (w.d.SplitsWord(i) || w.d.Continues(i) || w.d.IsCertain(i)) {
		odds = max(odds, wordLogOdds)
	}
	if odds > never && w.d.BesideCode(i) {
		odds = never
	}
	w.testify(i, odds)
	switch {
	case w.d.JoinsMark(i):
		return wordLogOdds
	case odds > never && w.d.IsLikely(i):
		return max(odds, likelyLogOdds)
	default:
		return odds
	}
}

// testify counts break i, of the given log-odds, as evidence that the text was broken at links.
func (w *work) testify(i int, odds float64) {
	if w.d.Single(i) {
		return
	}
	if w.d.AfterColon(i) {
		w.labels++
		w.sureLabels += count(odds >= minLink)
	}
	w.clear += count(odds >= evidence || odds >= openEvidence && w.d.IsOpen(i))
	if odds >= hint && !w.d.AfterColon(i) {
		w.hints++
	}
	if w.hints == minHints && w.clear == 0 {
		w.clear = 1
	}
}

// join joins the lines of c that belong together, and reports whether there were any.
func (w *work) join(ctx context.Context, c *text.Chain) (joined bool, err error) {
	e := c.Edit()
	j := joiner{in: c.Text(), pieces: w.d.Pieces, hyphens: w.rules.On(Hyphen), whole: w.whole, pace: text.NewPace(ctx)}
	for i := 0; i < len(w.odds); i++ {
		odds := w.odds[i]
		if next := w.afterPage(i); next > 0 {
			if err := j.join(e, i, next, Page, wordLogOdds); err != nil {
				return false, err
			}
			i = next - 1
			continue
		}
		if rule := ruleOf(&w.d, i); odds >= w.least(i, rule) && w.rules.On(rule) {
			if err := j.join(e, i, i+1, rule, float64(odds)); err != nil {
				return false, err
			}
		}
	}
	if joined, err = c.Apply(j.pace); err != nil {
		return false, err
	}
	return joined, ctx.Err()
}

// afterPage returns the line that goes on with the sentence of line i on the next page; 0 if there is none.
func (w *work) afterPage(i int) int {
	if !w.rules.On(Page) {
		return 0
	}
	return w.d.AfterPage(i)
}

// least returns how sure it must be that break i is false for rule to join there.
func (w *work) least(i int, rule text.Rule) float32 {
	switch {
	case rule == Wrap:
		return minWrap
	case w.d.IsOpen(i):
		return minOpen
	case w.clear == 0:
		return evidence
	case w.d.AfterColon(i):
		return w.leastLabel()
	default:
		return minLink
	}
}

// leastLabel is least for a break after a colon in a text that shows broken links.
func (w *work) leastLabel() float32 {
	switch {
	case w.labels < manyLabels:
		return evidence
	case w.sureLabels >= minSureLabels:
		return minLabel
	default:
		return minLink
	}
}

// How sure a join must be, in log-odds. Leaving a false break is a mistake too, but two paragraphs that were joined can
// never be separated again. At these figures 99 of 100 joins are right, and 995 of 1,000 true breaks and 99 of 100 whole texts
// stay as they are, on pages that the model has not seen; see docs/models/reflow.md for pages on which nothing was chosen either.
const (
	minWrap = .4

	// minLink is for a text that shows broken links.
	minLink = 1.25

	// minOpen is for a break after a word that needs another.
	minOpen = 0

	// minLabel is for a break after a colon in a text with manyLabels of them, at least minSureLabels of which are false: bold words that were
	// broken out. In a text with fewer it takes evidence: lists and quotations follow a colon, too.
	minLabel                  = 0
	manyLabels, minSureLabels = 5, 2

	// minSentence is for the end of a sentence before what may begin another: a link that ends a sentence leaves such a break,
	// but so does every paragraph.
	minSentence = 1.8

	// evidence is how sure it must be of one break before a text counts as broken at links at all: whole texts have breaks
	// that look odd, but hardly ever as odd as this.
	evidence = 2.2

	// openEvidence is the same for a break after a word that needs another; of hints it takes two.
	openEvidence, hint, minHints = .5, 1.2, 2
)

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// wordLogOdds are those of a break that the two lines alone show to be false: 95 of 100 are.
const wordLogOdds = 3.0

// likelyLogOdds are those of a break that the two lines make likely to be false in a broken text: nine of ten are.
const likelyLogOdds = 2.0

// enough is the log-odds at which the second look stops early: hardly one answer in a thousand that has come this far
// comes back.
const enough = 3.0

// never is the log-odds of a break that must stay.
const never = -10

// breakCost is what a look at a break costs, in bytes of ordinary work.
const breakCost = 256

// ruleOf returns the rule that would join the lines at break i.
func ruleOf(d *breaks.Document, i int) text.Rule {
	if d.Single(i) {
		return Wrap
	}
	return Link
}
