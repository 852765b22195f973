// Package pages measures what is made of HTML pages: main content, metadata, speed, memory.
package pages

import (
	"errors"
	"fmt"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/metric"
	"github.com/copydesk/copydesk/eval/peers"
)

// pageKinds are WCXB's page types.
var pageKinds = []string{"article", "service", "forum", "listing", "product", "collection", "documentation"}

// Content prints how much of pages' main content is found, beside the peers.
func Content() error {
	fmt.Println("copydesk's model has learnt from these pages: on sites unseen, go -C train run ./html -folds")
	if err := withPages("wcxb-dev", wcxbContent); err != nil {
		return err
	}
	return withPages("trafilatura-eval", segmentContent)
}

// eachSystem calls score with every system's answers for a set, but for peers that are not installed.
func eachSystem(set pageSet, score func(system, []answer)) error {
	for _, s := range systems {
		if peers.Alone && s.module != "" {
			continue
		}
		given, err := answers(s, set)
		if errors.Is(err, peers.ErrNotInstalled) {
			fmt.Printf("%-17s %v\n", s.name, err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		score(s, given)
	}
	return nil
}

// wcxbScore is how a system does on WCXB.
type wcxbScore struct {
	name               string
	words              metric.Words
	byKind             map[string]*metric.Words
	snippets           metric.Snippets
	shingles, articles metric.Shingles
	breaks             metric.Breaks // of articles
	failed             int
	leftEmpty          int // pages without main content that were answered by nothing
}

func scoreWCXB(name string, pages []page, given []answer) *wcxbScore {
	s := &wcxbScore{name: name, byKind: map[string]*metric.Words{}}
	for _, kind := range pageKinds {
		s.byKind[kind] = &metric.Words{}
	}
	for i, p := range pages {
		s.add(p, given[i])
	}
	return s
}

func (s *wcxbScore) add(p page, a answer) {
	s.words.Add(p.gold, a.Text)
	s.byKind[p.kind].Add(p.gold, a.Text)
	s.snippets.Add(p.with, p.without, a.Text)
	s.shingles.Add(p.gold, a.Text)
	if p.kind == "article" {
		s.articles.Add(p.gold, a.Text)
		s.breaks.Add(p.gold, a.Text)
	}
	s.failed += data.OneIf(a.Failed)
	s.leftEmpty += data.OneIf(isEmpty(p.gold) && isEmpty(a.Text))
}

func isEmpty(s string) bool { return len(metric.Tokens(s)) == 0 }

// wcxbContent prints the figures on WCXB's development pages.
func wcxbContent(set pageSet) error {
	if err := printKinds(set.pages); err != nil {
		return err
	}
	var scores []*wcxbScore
	err := eachSystem(set, func(s system, given []answer) {
		scores = append(scores, scoreWCXB(s.name, set.pages, given))
	})
	if err != nil {
		return err
	}
	printWCXB(scores)
	printByKind(scores)
	printArticles(scores)
	return nil
}

// segmentContent prints the figures on the pages of trafilatura's evaluation.
func segmentContent(set pageSet) error {
	fmt.Printf("\n%-17s %7s %7s %7s %7s %7s   %s, %d pages\n", "segments", "F", "P", "R", "acc", "failed", set.name, len(set.pages))
	return eachSystem(set, func(s system, given []answer) {
		var score metric.Segments
		failed := 0
		for i, p := range set.pages {
			score.Add(p.with, p.without, given[i].Text)
			failed += data.OneIf(given[i].Failed)
		}
		fmt.Printf("%-17s %7.3f %7.3f %7.3f %7.3f %7d\n", s.name, score.F1(), score.Precision(), score.Recall(), score.Accuracy(), failed)
	})
}
