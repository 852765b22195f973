// Package pages measures what is made of HTML pages: main content, metadata, speed, memory.
package pages

import (
	"errors"
	"fmt"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/metric"
	"github.com/copydesk/copydesk/eval/peers"
)

// pageKinds are WCXB's page types.
var pageKinds = []string{"article", "service", "forum", "listing", "product", "collection", "documentation"}

// Content prints how much of pages' main content is found, beside the peers: by models that have not seen the set of a page, and on
// the two largest sets by models that have not seen its site.
func Content() error {
	return withSets(func(sets []pageSet) error {
		var rows []contentRow
		for _, set := range sets {
			given, err := contentScores(set)
			if err != nil {
				return err
			}
			printContent(set, given)
			rows = append(rows, contentRow{set, given})
		}
		printMacro(rows)
		printLead(rows)
		return nil
	})
}

// contentRow is how the systems do on a set.
type contentRow struct {
	set    pageSet
	scores []*contentScore
}

// contentScore is how a system does on a set.
type contentScore struct {
	name     string
	all      figures
	byKind   map[string]*figures // of a set with pages of several types
	snippets metric.Snippets
	breaks   metric.Breaks // of articles
	segments metric.Segments
	pieces   bool
	failed   int
}

// figures compare texts with golds.
type figures struct {
	words    metric.Words
	shingles metric.Shingles
}

func (f *figures) add(gold, text string) {
	f.words.Add(gold, text)
	f.shingles.Add(gold, text)
}

func scoreContent(name string, set pageSet, given []answer) *contentScore {
	s := &contentScore{name: name, byKind: map[string]*figures{}, pieces: set.name == "trafilatura"}
	for i, p := range set.pages {
		s.add(p, given[i])
	}
	return s
}

func (s *contentScore) add(p page, a answer) {
	s.failed += data.OneIf(a.Failed)
	if s.pieces {
		s.segments.Add(p.with, p.without, a.Text)
		return
	}
	s.all.add(p.gold, a.Text)
	s.snippets.Add(p.with, p.without, a.Text)
	if s.byKind[p.kind] == nil {
		s.byKind[p.kind] = &figures{}
	}
	s.byKind[p.kind].add(p.gold, a.Text)
	if p.kind == "article" {
		s.breaks.Add(p.gold, a.Text)
	}
}

// headline is the figure that is averaged over sets: the F-measure of words, of segments for a set of pieces.
func (s *contentScore) headline() float64 {
	if s.pieces {
		return s.segments.F1()
	}
	return s.all.words.F1()
}

// contentScores scores every system on a set. Peers that are not installed are left out.
func contentScores(set pageSet) ([]*contentScore, error) {
	var scores []*contentScore
	for _, s := range systems {
		if peers.Alone && s.module != "" {
			continue
		}
		given, err := answers(s, set)
		if errors.Is(err, peers.ErrNotInstalled) || errors.Is(err, errNoModel) {
			fmt.Printf("%s: %s is left out: %v\n", set.name, s.name, err)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		if given != nil {
			scores = append(scores, scoreContent(s.name, set, given))
		}
	}
	return scores, nil
}

// printMacro prints the mean of each system's figures over the sets.
func printMacro(rows []contentRow) {
	fmt.Printf("\nmacro over %d sets\n", len(rows))
	for _, s := range systems {
		sum, n := 0.0, 0
		for _, r := range rows {
			for _, of := range r.scores {
				if of.name == s.name {
					sum += of.headline()
					n++
				}
			}
		}
		if n == len(rows) {
			switch s.name { // peers' figures are no floors
			case "copydesk":
				floor.AtLeast("content-unseen/macro", sum/float64(n)) // a prefix of its own: the models may be absent
			case shipped:
				floor.AtLeast("content/macro", sum/float64(n))
			}
			fmt.Printf("%-17s %7.3f\n", s.name, sum/float64(n))
		}
	}
}
