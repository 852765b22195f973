package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/text"
)

// cleaner runs the whole of Clean on plain text with its defaults.
type cleaner struct{ options clean.Options }

func newCleaner() (cleaner, error) {
	rules, err := clean.NewRuleSet(false, nil, nil)
	return cleaner{clean.Options{Rules: rules}}, err
}

func (c cleaner) run(s string) (*text.Document, error) {
	return clean.Run(context.Background(), clean.Input{Form: clean.Text, Content: s}, c.options)
}

// wholeClean prints what must hold for every text, and how time grows with hostile ones.
func wholeClean() error {
	c, err := newCleaner()
	if err != nil {
		return err
	}
	if err := invariants(c); err != nil {
		return err
	}
	return hostileTimes(c)
}

// invariants counts on all development texts how often a promise of Clean is broken.
func invariants(c cleaner) error {
	texts, err := developmentTexts()
	if err != nil {
		return err
	}
	var invalid, replay, again, unsteady int
	for _, s := range texts {
		d, err := c.run(s)
		if err != nil {
			return err
		}
		second, err := c.run(d.Clean)
		if err != nil {
			return err
		}
		third, err := c.run(s)
		if err != nil {
			return err
		}
		count(&invalid, !utf8.ValidString(d.Clean))
		count(&replay, d.Provenance.Replay(s, func(g text.Segment) string { return g.Clean.Of(d.Clean) }) != d.Clean)
		count(&again, second.Clean != d.Clean)
		count(&unsteady, third.Clean != d.Clean)
	}
	fmt.Printf("%d texts: not UTF-8 %d, replay differs %d, Clean(Clean(x)) != Clean(x) %d, second run differs %d\n",
		len(texts), invalid, replay, again, unsteady)
	return nil
}

func count(n *int, broken bool) {
	if broken {
		*n++
	}
}

// developmentTexts returns the damaged texts of all development sets that concern Clean, and news.
func developmentTexts() ([]string, error) {
	var texts []string
	add := func(file string, field func(map[string]any) string) error {
		records, err := readJSONL[map[string]any](file)
		for _, r := range records {
			texts = append(texts, field(r))
		}
		return err
	}
	named := func(name string) func(map[string]any) string {
		return func(r map[string]any) string { s, _ := r[name].(string); return s }
	}
	article := ""
	err := errors.Join(
		add("repair/mojibake-dev.jsonl.xz", named("damaged")),
		add("repair/negatives-dev.jsonl.xz", named("text")),
		add("reflow/dev.jsonl.xz", named("broken")),
		add("reflow/traps.jsonl", named("broken")),
		add("lines/tails.jsonl", named("line")),
		add("lines/lines.jsonl", func(r map[string]any) string { // a line is met inside an article
			line, _ := r["line"].(string)
			article = "The harbour was quiet that evening, and nobody saw the boat leave.\n\n" + line +
				"\n\nFog had come in from the sea before noon, as it often does in autumn."
			return article
		}),
	)
	if err != nil {
		return nil, err
	}
	news, err := newsTexts(4000)
	return append(texts, news...), err
}

// newsTexts returns about n texts of news-train, spread over its sources.
func newsTexts(n int) ([]string, error) {
	records, err := readJSONL[struct{ Text string }]("news/news-train.jsonl.xz")
	var texts []string
	for i := 0; i < len(records); i += max(1, len(records)/n) {
		texts = append(texts, records[i].Text)
	}
	return texts, err
}

// hostileTimes prints the time per byte of texts made to be slow, as a multiple of that of news.
func hostileTimes(c cleaner) error {
	news, err := newsTexts(500)
	if err != nil {
		return err
	}
	plain, err := perByte(c, strings.Join(news, "\n\n"))
	if err != nil {
		return err
	}
	fmt.Printf("\n%-34s %10s %10s\n", "time", "ns/byte", "x news")
	fmt.Printf("%-34s %10.1f %10.2f\n", "news", plain, 1.0)
	for _, h := range hostileTexts() {
		t, err := perByte(c, h.text)
		if err != nil {
			return err
		}
		fmt.Printf("%-34s %10.1f %10.2f\n", h.name, t, t/plain)
	}
	return nil
}

// perByte returns the nanoseconds a byte of the quickest of five runs.
func perByte(c cleaner, s string) (float64, error) {
	best := time.Duration(1 << 62)
	for range 5 {
		start := time.Now()
		if _, err := c.run(s); err != nil {
			return 0, err
		}
		best = min(best, time.Since(start))
	}
	return float64(best.Nanoseconds()) / float64(len(s)), nil
}
