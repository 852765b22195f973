package text

import (
	"archive/tar"
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

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
	floor.AtMost("lines/dropped of 10,000, "+name, 1e4*float64(counts[0].part)/float64(max(counts[0].whole, 1)))
	fmt.Printf("%-12s", name)
	for _, s := range counts {
		fmt.Printf("%16s", fmt.Sprintf("%.1f", 1e4*float64(s.part)/float64(max(s.whole, 1))))
	}
	fmt.Printf("   (%d lines)\n", counts[0].whole)
}

// eachPage calls f with the id and the main content of each page of the archive.
func eachPage(f func(id, content string)) error {
	return eachJSON("html/wcxb-dev.tar.xz", func(name string, r io.Reader) error {
		var page struct {
			Truth struct {
				Content string `json:"main_content"`
			} `json:"ground_truth"`
		}
		if err := json.NewDecoder(r).Decode(&page); err != nil {
			return err
		}
		f(strings.TrimSuffix(path.Base(name), ".json"), page.Truth.Content)
		return nil
	})
}

// eachJSON calls f with each JSON file of an archive below the data folder.
func eachJSON(archive string, f func(name string, r io.Reader) error) error {
	file, err := os.Open(data.Dir + archive)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // only read
	unpacked, err := xz.NewReader(bufio.NewReader(file))
	if err != nil {
		return err
	}
	for t := tar.NewReader(unpacked); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if !strings.HasSuffix(h.Name, ".json") {
			continue
		}
		if err := f(h.Name, t); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
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

// simplePattern is, in general terms, what the labels of the data are said to be made by.
var simplePattern = regexp.MustCompile(`(?i)©|copyright|all rights reserved|photo|image|getty|reuters|\bap\b|/afp|caption|video|` +
	`newsletter|sign up|subscri|inbox|advertis|stor(y|ies) continue|sponsor|\bapp\b|read more|read:|related|see also|more:|click|watch|listen|coverage|` +
	`more from|slideshow|gallery|illustration|\(c\) \d|^\W*(read|see) |also see|further reading|share|follow|twitter|facebook|instagram|@|donat|support|member|reach(ed)? at|e-?mail|contact|send tips|write to|ago$|updated|` +
	`(reporting|writing|editing) by|cookie|privacy|comment|originally|first (appeared|published)|^[^\pL\pN]*$`)

// printSpeed prints how fast articles are gone through.
func printSpeed(articles []news) {
	rules := text.NewRuleSet(boilerplate.Rules, nil, nil)
	size, begin := 0, time.Now()
	for _, a := range articles {
		c := text.NewChain(a.Text)
		_, _ = boilerplate.Run(context.Background(), c, boilerplate.Balanced, rules)
		c.Close()
		size += len(a.Text)
	}
	fmt.Printf("speed %.0f MB/s (%d articles)\n", float64(size)/1e6/time.Since(begin).Seconds(), len(articles))
}
