package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/train/corpus"
)

// readArticles reads news articles in which names are annotated, to be measured on. Those of which the model or the lexicon has learnt
// machine labels are left out. Their annotation counts titles and articles as parts of names, which other sets do not: they are cut off.
func readArticles(data string) ([]document, error) {
	learnt := map[string]bool{}
	err := corpus.EachSilver(data, teachers[0], func(s *corpus.Silver) error { // the teacher of all documents that another has labelled
		learnt[s.ID] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	file, err := os.ReadFile(filepath.Join(data, "quotes", "news-dev.jsonl")) //nolint:gosec // the caller's choice
	if err != nil {
		return nil, err
	}
	var docs []document
	for line := range bytes.Lines(file) {
		var a struct {
			ID, Text string
			Entities []struct {
				Type     string
				Mentions [][2]int
			}
		}
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, err
		}
		if learnt[a.ID] {
			continue
		}
		offsets := corpus.Offsets(a.Text)
		d := document{text: a.Text}
		for _, e := range a.Entities {
			for _, m := range e.Mentions {
				n := span{offsets[m[0]], offsets[m[1]], classes[strings.ToLower(e.Type)]}
				n.start = n.end - len(bare(a.Text[n.start:n.end], n.class))
				d.names = append(d.names, n)
			}
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// bare is name without an article, or the titles of a person.
func bare(name string, class tagger.Class) string {
	for {
		word, rest, several := strings.Cut(name, " ")
		if !several || !strings.EqualFold(word, "the") && (class != tagger.Person || !gazetteer.Look(word).Has(gazetteer.Title)) {
			return name
		}
		name = rest
	}
}
