package main

import (
	"archive/tar"
	"context"
	"crypto/sha1" //nolint:gosec // the data was split by it
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/clean/lines"
	"github.com/copydesk/copydesk/internal/text"
)

// recurring is a line that stands in several articles of one source.
type recurring struct {
	Source, Line, Group string
	Articles            int
	Drop                bool
}

// tail is a line picked by hand, and what should become of it.
type tail struct{ Action, Kind, Line, Kept string }

// dropper says what is left of a line that stands alone.
type dropper struct {
	name string
	keep func(line string) string
}

var droppers = []dropper{
	{"balanced", func(l string) string { return runLines(l, lines.Balanced) }},
	{"strict", func(l string) string { return runLines(l, lines.Strict) }},
	{"C4", c4Lines},
	{"DCLM", dclmLines},
}

// boilerplateLines prints how many boilerplate lines are found, and how many lines of articles are taken for such.
func boilerplateLines() error {
	all, err := readJSONL[recurring]("lines/lines.jsonl")
	if err != nil {
		return err
	}
	tuned, held := splitRecurring(all)
	printRecall("sources used for tuning", tuned)
	printRecall("sources looked at last", held)
	articles, err := readJSONL[news]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	seen, unseen := unlabelled(articles, all)
	printRecall("lines without a label, sources looked at", seen)
	printRecall("lines without a label, sources not looked at", unseen)
	if err := printTails(); err != nil {
		return err
	}
	if err := printFalseDropsPages(); err != nil {
		return err
	}
	printFalseDropsNews(articles, held)
	return nil
}

// Sources are split by the SHA-1 of their names: those whose bytes 0 to 3 leave 70 or more of 100 are not looked at,
// and of the rest some were looked at last, when .68 of their lines were found. Of their articles only counts were seen.
func isReserved(source string) bool { return hashOf(source, 0)%100 >= 70 }

func isHeld(source string) bool {
	sum := sha1.Sum([]byte(source))                                                                  //nolint:gosec // as above
	return hashOf(source, 4)%10 >= 6 && sum[8]%2 == 1 && sum[9]%2 == 1 && source != "CNN (Web News)" // whose lines other sources share
}

func hashOf(name string, at int) uint32 {
	sum := sha1.Sum([]byte(name)) //nolint:gosec // as above
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
// others. Of the latter nothing was looked at but how many are found.
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
		for _, d := range droppers {
			s := recall(records, g, d)
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
	tails, err := readJSONL[tail]("lines/tails.jsonl")
	if err != nil {
		return err
	}
	fmt.Println("lines picked by hand that come out exactly")
	for _, action := range []string{"drop_line", "strip_suffix", "keep"} {
		fmt.Printf("%-12s", action)
		for _, d := range droppers {
			var s share
			for _, t := range tails {
				if t.Action == action {
					want := map[string]string{"strip_suffix": t.Kept, "keep": t.Line}[action]
					s.add(d.keep(t.Line) == want, 1)
				}
			}
			fmt.Printf("%16s", fmt.Sprintf("%d of %d", s.part, s.whole))
		}
		fmt.Println()
	}
	return nil
}

// printFalseDropsPages prints how many lines of the main content of pages are dropped.
func printFalseDropsPages() error {
	counts := map[bool][]share{false: make([]share, len(droppers)), true: make([]share, len(droppers))}
	err := eachPage(func(id, content string) {
		held := hashOf(id, 0)%10 >= 6
		for line := range strings.Lines(content) {
			if line = strings.TrimSpace(line); line != "" {
				for i, d := range droppers {
					counts[held][i].add(d.keep(line) == "", 1)
				}
			}
		}
	})
	if err != nil {
		return err
	}
	fmt.Println("lines dropped of 10,000 of the main content of pages")
	printRate("tuning", counts[false])
	printRate("other", counts[true])
	return nil
}

func printRate(name string, counts []share) {
	fmt.Printf("%-12s", name)
	for _, s := range counts {
		fmt.Printf("%16s", fmt.Sprintf("%.1f", 1e4*float64(s.part)/float64(max(s.whole, 1))))
	}
	fmt.Printf("   (%d lines)\n", counts[0].whole)
}

// eachPage calls f with the id and the main content of each page of the archive.
func eachPage(f func(id, content string)) error {
	file, err := os.Open(dataDir + "html/wcxb-dev.tar.xz")
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // only read
	unpacked, err := xz.NewReader(file)
	if err != nil {
		return err
	}
	for archive := tar.NewReader(unpacked); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		id, isTruth := strings.CutSuffix(h.Name, ".json")
		if !isTruth {
			continue
		}
		var page struct {
			Truth struct {
				Content string `json:"main_content"`
			} `json:"ground_truth"`
		}
		if err := json.NewDecoder(archive).Decode(&page); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
		f(id[strings.LastIndexByte(id, '/')+1:], page.Truth.Content)
	}
}

// news is one article.
type news struct{ ID, Source, Text string }

// printFalseDropsNews prints what is dropped of the lines that stand in one article only, of the sources that were
// not used for tuning. Such a line counts as wrongly dropped if no simple pattern of boilerplate fits it: precision is
// the share of the others among all lines dropped, recurring ones as often as they stand in articles. With EVAL_SHOW
// set, those lines are printed.
func printFalseDropsNews(articles []news, held []recurring) {
	articles = slices.DeleteFunc(articles, func(a news) bool { return isReserved(a.Source) || !isHeld(a.Source) })
	once := linesOnce(articles)
	dropped, wrong := make([]share, len(droppers)), make([]share, len(droppers))
	for _, line := range once {
		fits := simplePattern.MatchString(line)
		for i, d := range droppers {
			gone := d.keep(line) == ""
			dropped[i].add(gone, 1)
			wrong[i].add(gone && !fits, 1)
			if os.Getenv("EVAL_SHOW") != "" && i == 0 && gone && !fits {
				fmt.Println("  ", line)
			}
		}
	}
	fmt.Println("lines of one article of other sources, dropped of 10,000")
	printRate("any", dropped)
	printRate("no pattern", wrong)
	fmt.Printf("%-12s", "precision")
	for i, d := range droppers {
		found := recall(held, "weighted", d).part + dropped[i].part
		fmt.Printf("%16.3f", 1-float64(wrong[i].part)/float64(max(found, 1)))
	}
	fmt.Println()
	printSpeed(articles)
}

// linesOnce returns the lines that stand in one article only, in order.
func linesOnce(articles []news) []string {
	count := map[string]int{}
	for _, a := range articles {
		for line := range strings.Lines(a.Text) {
			count[strings.TrimSpace(line)]++
		}
	}
	var once []string
	for _, a := range articles {
		for line := range strings.Lines(a.Text) {
			if line = strings.TrimSpace(line); line != "" && count[line] == 1 {
				once = append(once, line)
			}
		}
	}
	return once
}

// simplePattern is what the labels of the data are said to be made by, told in general terms.
var simplePattern = regexp.MustCompile(`(?i)©|copyright|all rights reserved|photo|image|getty|reuters|\bap\b|/afp|caption|video|` +
	`newsletter|sign up|subscri|inbox|advertis|stor(y|ies) continue|sponsor|\bapp\b|read more|read:|related|see also|more:|click|watch|listen|coverage|` +
	`more from|slideshow|gallery|illustration|\(c\) \d|^\W*(read|see) |also see|further reading|share|follow|twitter|facebook|instagram|@|donat|support|member|reach(ed)? at|e-?mail|contact|send tips|write to|ago$|updated|` +
	`(reporting|writing|editing) by|cookie|privacy|comment|originally|first (appeared|published)|^[^\pL\pN]*$`)

// printSpeed prints how fast articles are gone through.
func printSpeed(articles []news) {
	rules := text.NewRuleSet(lines.Rules, nil, nil)
	size, begin := 0, time.Now()
	for _, a := range articles {
		c := text.NewChain(a.Text)
		_, _ = lines.Run(context.Background(), c, lines.Balanced, rules)
		c.Close()
		size += len(a.Text)
	}
	fmt.Printf("speed %.0f MB/s (%d articles)\n", float64(size)/1e6/time.Since(begin).Seconds(), len(articles))
}

func runLines(line string, level lines.Level) string {
	c := text.NewChain(line)
	_, _ = lines.Run(context.Background(), c, level, text.NewRuleSet(lines.Rules, nil, nil))
	out, _ := c.Done()
	return out
}

// c4Lines is the line filter of C4, as datatrove has it, less the rule that a line must end in a mark, which no
// headline passes.
func c4Lines(line string) string {
	lower := strings.ToLower(line)
	for _, s := range []string{"javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies"} {
		if strings.Contains(lower, s) {
			return ""
		}
	}
	return line
}

var dclmCounter = regexp.MustCompile(`^\W*\d(?:,|\.|\d)*(?:K|k|M|m|B|b)?\s+(?:likes|shares|comments|retweets|reposts|quotes|bookmarks|upvotes|downvotes|downloads|views|followers)\W*$`)

// dclmLines is the line modifiers of DCLM's baseline.
func dclmLines(line string) string {
	words, upper, digits := strings.Fields(line), 0, 0
	for _, c := range line {
		switch {
		case 'A' <= c && c <= 'Z':
			upper++
		case '0' <= c && c <= '9':
			digits++
		}
	}
	short := len(words) <= 10
	switch lower := strings.ToLower(line); {
	case len(words) < 2, 2*upper > len(line), digits == len(line), dclmCounter.MatchString(line),
		short && strings.Contains(lower, "items in cart"), short && strings.HasSuffix(lower, "read more..."),
		short && strings.HasPrefix(lower, "sign-in"):
		return ""
	}
	return line
}
