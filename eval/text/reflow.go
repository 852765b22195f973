package text

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/text"
)

// reflowRecord is one text with broken paragraphs; see the data's README.
type reflowRecord struct {
	ID, Source, Lang, Kind, Broken string
	Severity                       int
	Gold                           []string
}

func (r reflowRecord) set() string {
	if r.Kind == "wrap" {
		return "wrap"
	}
	return fmt.Sprintf("link %d", r.Severity)
}

// repairers are what is measured, ours first.
var repairers = []struct {
	name string
	run  func(string) string
}{
	{"copydesk", reflowOurs},
	{"simple rule", func(s string) string { return reflowBy(s, simpleRule) }},
	{"join all", func(s string) string { return reflowBy(s, func(_, _ string) bool { return true }) }},
}

// Reflow prints how well broken paragraphs are joined. The built-in model has learnt from these pages: what it
// does on pages that it has not seen is for its trainer to say, which can make models that have not.
func Reflow() error {
	records, err := data.ReadJSONL[reflowRecord]("reflow/dev.jsonl.xz")
	if err != nil {
		return err
	}
	fmt.Println("pages that the model has learnt from; on unseen ones: go -C train run ./reflow -folds 5")
	fmt.Printf("%-12s %-8s %7s %7s %7s %7s %7s %9s %7s %7s\n", "", "set", "P", "R", "F1", "lost", "exact", "untouched", "altered", "again")
	for _, r := range repairers {
		printReflow(records, r.name, r.run)
	}
	reflowSpeed(records)
	return reflowTraps()
}

// reflowSpeed prints how fast whole and broken texts are read, each set once, on one core.
func reflowSpeed(records []reflowRecord) {
	var whole []string
	bySet := map[string][]string{}
	for _, r := range records {
		bySet[r.set()] = append(bySet[r.set()], r.Broken)
		if r.Severity == 100 {
			whole = append(whole, strings.Join(r.Gold, "\n\n"))
		}
	}
	bySet["whole"] = whole
	for _, set := range []string{"whole", "link 20", "link 50", "link 100", "wrap"} {
		size, start := 0, time.Now()
		for _, s := range bySet[set] {
			size += len(s)
			reflowOurs(s)
		}
		fmt.Printf("speed: %-8s %6.1f MB/s\n", set, float64(size)/1e6/time.Since(start).Seconds())
	}
}

func printReflow(records []reflowRecord, name string, run func(string) string) {
	for _, set := range []string{"link 100", "link 50", "link 20", "wrap"} {
		var sum reflowScore
		for _, r := range records {
			if r.set() == set {
				sum.add(r, run)
			}
		}
		p, r := sum.precision(), sum.recall()
		if name == repairers[0].name {
			floor.AtLeast("reflow/"+set+"/F1", 2*p*r/(p+r))
			floor.AtMost("reflow/"+set+"/lost", ratio(sum.lost, sum.gold))
			floor.AtLeast("reflow/"+set+"/untouched", ratio(sum.untouched, sum.records))
			floor.AtMost("reflow/"+set+"/altered or changed again", float64(sum.altered+sum.again))
		}
		fmt.Printf("%-12s %-8s %7.4f %7.4f %7.4f %7.4f %7.4f %9.4f %7d %7d\n", name, set, p, r, 2*p*r/(p+r),
			ratio(sum.lost, sum.gold), ratio(sum.exact, sum.records), ratio(sum.untouched, sum.records), sum.altered, sum.again)
	}
}

// reflowScore sums the metric: breaks are offsets in the text without white space.
type reflowScore struct {
	joined, broken, lost, gold, exact, untouched, records, altered, again int
}

func (c *reflowScore) add(r reflowRecord, run func(string) string) {
	out := run(r.Broken)
	in, gold, left := breaksOf(r.Broken), breaksOf(strings.Join(r.Gold, "\n")), breaksOf(out)
	if run(out) != out {
		c.again++
	}
	if solid(out) != solid(r.Broken) {
		c.altered++
		left = in
	}
	for b := range in {
		if !gold[b] {
			c.broken++
			c.joined += data.OneIf(!left[b])
		}
	}
	for b := range gold {
		c.gold++
		c.lost += data.OneIf(!left[b])
	}
	whole := strings.Join(r.Gold, "\n\n")
	c.records++
	c.exact += data.OneIf(slices.Equal(linesOf(out), r.Gold))
	c.untouched += data.OneIf(run(whole) == whole)
}

func (c *reflowScore) precision() float64 { return ratio(c.joined, c.joined+c.lost) }
func (c *reflowScore) recall() float64    { return ratio(c.joined, c.broken) }

func ratio(n, all int) float64 { return float64(n) / float64(max(all, 1)) }

// breaksOf returns the places of the line breaks of s, counted in characters other than white space.
func breaksOf(s string) map[int]bool {
	at, pending, out := 0, false, map[int]bool{}
	for _, r := range s {
		switch {
		case r == '\n':
			pending = true
		case unicode.IsSpace(r):
		default:
			if pending && at > 0 {
				out[at] = true
			}
			pending = false
			at++
		}
	}
	return out
}

// solid returns s without white space.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// linesOf returns the lines of s that are not blank, white space folded.
func linesOf(s string) []string {
	var lines []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func reflowOurs(s string) string {
	c := text.NewChain(s)
	if err := reflow.Run(context.Background(), c, text.NewRuleSet(reflow.Rules, nil, nil)); err != nil {
		return ""
	}
	out, _ := c.Done()
	return out
}

// reflowBy joins lines where join says so.
func reflowBy(s string, join func(a, b string) bool) string {
	var b strings.Builder
	last := ""
	for _, l := range linesOf(s) {
		switch {
		case last == "":
		case join(last, l):
			b.WriteByte(' ')
		default:
			b.WriteString("\n\n")
		}
		b.WriteString(l)
		last = l
	}
	return b.String()
}

// simpleRule is the baseline of the data's README.
func simpleRule(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	word := a[strings.LastIndexByte(a, ' ')+1:]
	return unicode.IsLower(first) || strings.ContainsRune(",.;:!?)]’'”", first) || strings.ContainsRune(",([“", last) ||
		slices.Contains(strings.Fields("a an the of to in on at by for from with and or that which who is are was were as und der die das"), word)
}

// reflowTraps prints which of the cases by hand are wrong.
func reflowTraps() error {
	traps, err := data.ReadJSONL[reflowRecord]("reflow/traps.jsonl")
	if err != nil {
		return err
	}
	right := 0
	for _, r := range traps {
		if slices.Equal(linesOf(reflowOurs(r.Broken)), r.Gold) {
			right++
		} else {
			fmt.Println("wrong:", r.ID, r.Kind)
		}
	}
	floor.AtLeast("reflow/traps", float64(right))
	fmt.Printf("traps: %d of %d right\n", right, len(traps))
	return nil
}
