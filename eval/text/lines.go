package text

import (
	"context"
	"crypto/sha1" //nolint:gosec // the data was split by it
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

// recurring is a line that occurs in several articles of one source.
type recurring struct {
	Source, Line, Group string
	Articles            int
	Drop                bool
}

// tail is a line picked by hand, and what should become of it.
type tail struct{ Action, Kind, Line, Kept string }

// dropper says what is left of a line by itself.
type dropper struct {
	name string
	keep func(line string) string
}

var droppers = []dropper{
	{"balanced", func(l string) string { return runLines(l, boilerplate.Balanced) }},
	{"strict", func(l string) string { return runLines(l, boilerplate.Strict) }},
	{"C4", c4Lines},
	{"DCLM", dclmLines},
}

// Lines prints how many boilerplate lines are found, and how many lines of articles are taken for such.
func Lines() error {
	all, err := data.ReadJSONL[recurring]("lines/lines.jsonl")
	if err != nil {
		return err
	}
	tuned, held := splitRecurring(all)
	printRecall("sources used for tuning", tuned)
	printRecall("sources looked at last", held)
	articles, err := data.ReadJSONL[news]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	seen, unseen := unlabelled(articles, all)
	printRecall("lines without a label, sources looked at", seen)
	printRecall("lines without a label, sources seen in a list of misses only", unseen)
	if err := printTails(); err != nil {
		return err
	}
	if err := printLanguages(); err != nil {
		return err
	}
	if err := printFalseDropsPages(); err != nil {
		return err
	}
	if err := printFalseDropsGolds(); err != nil {
		return err
	}
	printFalseDropsNews(articles, held)
	return nil
}

// Sources are split by the SHA-1 of their names: those whose bytes 0 to 3 leave 70 or more of 100 take no part here,
// and of the rest some were looked at last, when .68 of their lines were found. Of their articles only counts were seen.
func isReserved(source string) bool { return hashOf(source, 0)%100 >= 70 }

func isHeld(source string) bool {
	sum := sha1.Sum([]byte(source))                                                                  //nolint:gosec // the data was split by it
	return hashOf(source, 4)%10 >= 6 && sum[8]%2 == 1 && sum[9]%2 == 1 && source != "CNN (Web News)" // whose lines other sources share
}

func hashOf(name string, at int) uint32 {
	sum := sha1.Sum([]byte(name)) //nolint:gosec // the data was split by it
	return binary.BigEndian.Uint32(sum[at:])
}

func splitRecurring(all []recurring) (tuned, held []recurring) {
	for _, l := range all {
		if isHeld(l.Source) {
			held = append(held, l)
		} else {
			tuned = append(tuned, l)
		}
	}
	return tuned, held
}

// unlabelled returns the lines that stand in five or more articles of one source, have no label and look like
// boilerplate by the simple pattern, but name nobody who contributed: those of the sources that were looked at, and the
// others. Lines of both had been seen in a list of what was kept, before the prompts were put together anew; of the latter
// nothing was looked at after that but how many are found.
func unlabelled(articles []news, labelled []recurring) (seen, unseen []recurring) {
	known := map[string]bool{}
	for _, l := range labelled {
		known[l.Source+"\n"+l.Line] = true
	}
	for _, l := range recurringLines(articles) {
		if known[l.Source+"\n"+l.Line] || !simplePattern.MatchString(l.Line) || contributed.MatchString(l.Line) {
			continue
		}
		if hashOf(l.Source, 12)%2 == 0 {
			seen = append(seen, l)
		} else {
			unseen = append(unseen, l)
		}
	}
	return seen, unseen
}

var contributed = regexp.MustCompile(`(?i)contribut|^By |opinion|editorial`)

// recurringLines returns the lines that stand in five or more articles of one source, in order.
func recurringLines(articles []news) []recurring {
	at := map[string]int{}
	var all []recurring
	for _, a := range articles {
		once := map[string]bool{}
		for line := range strings.Lines(a.Text) {
			line = strings.TrimSpace(line)
			if key := a.Source + "\n" + line; line != "" && !once[key] {
				once[key] = true
				if _, ok := at[key]; !ok {
					at[key] = len(all)
					all = append(all, recurring{Source: a.Source, Line: line, Group: "no label", Drop: true})
				}
				all[at[key]].Articles++
			}
		}
	}
	return slices.DeleteFunc(all, func(l recurring) bool { return l.Articles < 5 })
}

// share is a part of a whole.
type share struct{ part, whole int }

func (s *share) add(hit bool, n int) {
	s.whole += n
	if hit {
		s.part += n
	}
}

func (s share) String() string {
	return fmt.Sprintf("%.3f", float64(s.part)/float64(max(s.whole, 1)))
}

// printRecall prints the share of the lines to be dropped that are: of all, weighted by articles, and by group.
func printRecall(title string, records []recurring) {
	fmt.Printf("%s: recall of lines\n%-12s", title, "")
	for _, d := range droppers {
		fmt.Printf("%16s", d.name)
	}
	fmt.Println()
	groups := []string{"all", "weighted"}
	for _, r := range records {
		if r.Drop && !slices.Contains(groups, r.Group) {
			groups = append(groups, r.Group)
		}
	}
	slices.Sort(groups[2:])
	for _, g := range groups {
		fmt.Printf("%-12s", g)
		for i, d := range droppers {
			s := recall(records, g, d)
			if i == 0 && (g == "all" || g == "weighted") {
				floor.AtLeast("lines/"+title+"/"+g, float64(s.part)/float64(max(s.whole, 1)))
			}
			fmt.Printf("%16s", fmt.Sprintf("%v of %d", s, s.whole))
		}
		fmt.Println()
	}
}

func recall(records []recurring, group string, d dropper) share {
	var s share
	for _, r := range records {
		if r.Drop && (group == r.Group || group == "all" || group == "weighted") {
			n := 1
			if group == "weighted" {
				n = r.Articles
			}
			s.add(d.keep(r.Line) == "", n)
		}
	}
	return s
}

// printTails prints how many of the lines picked by hand come out exactly.
func printTails() error {
	tails, err := data.ReadJSONL[tail]("lines/tails.jsonl")
	if err != nil {
		return err
	}
	fmt.Println("lines picked by hand that come out exactly")
	for _, action := range []string{"drop_line", "strip_suffix", "keep"} {
		fmt.Printf("%-12s", action)
		for i, d := range droppers {
			var s share
			for _, t := range tails {
				if t.Action == action {
					want := map[string]string{"strip_suffix": t.Kept, "keep": t.Line}[action]
					s.add(d.keep(t.Line) == want, 1)
				}
			}
			if i == 0 {
				floor.AtLeast("lines/by hand, "+action, float64(s.part))
			}
			fmt.Printf("%16s", fmt.Sprintf("%d of %d", s.part, s.whole))
		}
		fmt.Println()
	}
	return nil
}

func runLines(line string, level boilerplate.Level) string {
	c := text.NewChain(line)
	_, _ = boilerplate.Run(context.Background(), c, level, text.NewRuleSet(boilerplate.Rules, nil, nil))
	out, _ := c.Done()
	return out
}
