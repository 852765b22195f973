package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/text"
)

// score sums the metric of ../shared/data/reflow over texts.
type score struct{ joined, broken, lost, gold, untouched, texts int }

// sets are the kinds of texts that figures are printed for.
var sets = []string{"link 100", "link 50", "link 20", "wrap"}

// partRange are the parts from first to before end.
type partRange struct{ first, end int }

// keeper keeps the models of parts in a folder, so that changes which need no new ones are measured at once; in none if it has
// no name.
type keeper struct {
	folder string
	learn  func() (*learner, error)
}

// model returns the model that has not seen part.
func (k keeper) model(part int) ([]byte, error) {
	file := filepath.Join(k.folder, fmt.Sprintf("without-%d.model", part))
	if k.folder != "" {
		if data, err := os.ReadFile(file); err == nil { //nolint:gosec // the user names the folder
			return data, nil
		}
	}
	l, err := k.learn()
	if err != nil {
		return nil, err
	}
	data, err := l.model(part)
	if err != nil || k.folder == "" {
		return data, err
	}
	return data, os.WriteFile(file, data, 0o600)
}

// crossValidate prints, for some parts, the figures of models that have not seen the pages they are measured on, and
// with show every mistake.
func crossValidate(ctx context.Context, models keeper, records []record, measured partRange, show bool) error {
	sums := map[string]*score{}
	for _, set := range sets {
		sums[set] = &score{}
	}
	for part := measured.first; part < measured.end; part++ {
		data, err := models.model(part)
		if err != nil {
			return err
		}
		m, err := reflow.OpenModel(string(data))
		if err != nil {
			return err
		}
		for _, r := range records {
			if fold(r.Source) != part {
				continue
			}
			if err := sums[r.set()].add(ctx, m, r, show); err != nil {
				return err
			}
		}
	}
	fmt.Printf("parts %d to %d of %d, each unseen\n%-10s %7s %7s %7s %9s\n", measured.first+1, measured.end, parts, "", "P", "R", "lost", "untouched")
	for _, set := range sets {
		s := sums[set]
		fmt.Printf("%-10s %7.4f %7.4f %7.4f %9.4f\n", set, ratio(s.joined, s.joined+s.lost), ratio(s.joined, s.broken),
			ratio(s.lost, s.gold), ratio(s.untouched, s.texts))
	}
	return nil
}

func (r record) set() string {
	if r.Kind == "wrap" {
		return "wrap"
	}
	return fmt.Sprintf("link %d", r.Severity)
}

func (s *score) add(ctx context.Context, m *reflow.Model, r record, show bool) error {
	whole := strings.Join(r.Gold, "\n\n")
	out, err := joined(ctx, m, r.Broken)
	if err != nil {
		return err
	}
	same, err := joined(ctx, m, whole)
	if err != nil {
		return err
	}
	in, gold, left := endsOf(r.Broken), endsOf(whole), endsOf(out)
	for end := range in {
		if !gold[end] {
			s.broken++
			s.joined += count(!left[end])
		}
	}
	for end := range gold {
		s.gold++
		s.lost += count(!left[end])
	}
	s.texts++
	s.untouched += count(same == whole)
	if show {
		showMistakes(r, in, gold, left)
	}
	return nil
}

// showMistakes prints every true break of r that was joined and every false one that was left, between its two lines.
func showMistakes(r record, in, gold, left map[int]bool) {
	at, before := 0, ""
	for line := range strings.SplitSeq(r.Broken, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		switch {
		case before == "" || !in[at]:
		case gold[at] && !left[at]:
			fmt.Printf("LOST\t%s\t%s\t%q\t%q\n", r.set(), r.ID, before, line)
		case !gold[at] && left[at]:
			fmt.Printf("LEFT\t%s\t%s\t%q\t%q\n", r.set(), r.ID, before, line)
		}
		at += letters(line)
		before = line
	}
}

func joined(ctx context.Context, m *reflow.Model, in string) (string, error) {
	c := text.NewChain(in)
	rules := slices.DeleteFunc(slices.Clone(reflow.Rules), func(r text.RuleInfo) bool { return r.ID == reflow.Hyphen })
	if err := m.Run(ctx, c, text.NewRuleSet(rules, nil, nil)); err != nil {
		c.Close()
		return "", err
	}
	out, _ := c.Done()
	return out, nil
}

// endsOf returns where the lines of s end, in letters, but for the last.
func endsOf(s string) map[int]bool {
	ends := map[int]bool{}
	at, last := 0, 0
	for line := range strings.SplitSeq(s, "\n") {
		if n := letters(line); n > 0 {
			at += n
			ends[at] = true
			last = at
		}
	}
	delete(ends, last)
	return ends
}

func ratio(n, all int) float64 { return float64(n) / float64(max(all, 1)) }

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
