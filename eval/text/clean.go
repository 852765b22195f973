// Package text measures what Clean does to plain text, and where Extract ends sentences.
package text

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
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

// Clean prints how often what must hold for every text is broken.
func Clean() error {
	c, err := newCleaner()
	if err != nil {
		return err
	}
	return invariants(c)
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
		invalid += data.OneIf(!utf8.ValidString(d.Clean))
		replay += data.OneIf(d.Provenance.Replay(s, func(g text.Segment) string { return g.Clean.Of(d.Clean) }) != d.Clean)
		again += data.OneIf(second.Clean != d.Clean)
		unsteady += data.OneIf(third.Clean != d.Clean)
	}
	floor.AtMost("clean/broken promises", float64(invalid+replay+again+unsteady))
	fmt.Printf("%d texts: not UTF-8 %d, replay differs %d, Clean(Clean(x)) != Clean(x) %d, second run differs %d\n",
		len(texts), invalid, replay, again, unsteady)
	return nil
}

// developmentTexts returns the damaged texts of all development sets that concern Clean, and news.
func developmentTexts() ([]string, error) {
	var texts []string
	add := func(file string, field func(map[string]any) string) error {
		records, err := data.ReadJSONL[map[string]any](file)
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
	records, err := data.ReadJSONL[struct{ Text string }]("news/news-train.jsonl.xz")
	var texts []string
	for i := 0; i < len(records); i += max(1, len(records)/n) {
		texts = append(texts, records[i].Text)
	}
	return texts, err
}
