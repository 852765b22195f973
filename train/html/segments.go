package main

import (
	"context"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// known is what trafilatura's evaluation says of a page: pieces of text that are content, and pieces that are not.
type known struct {
	File    string   `json:"file"`
	With    []string `json:"with"`
	Without []string `json:"without"`
}

// readSegments reads the pages of trafilatura's evaluation. They are partly known: a block that holds neither kind of
// piece is not learnt from.
func readSegments(ctx context.Context, file string) ([]*sample, error) {
	pages, knowns := map[string][]byte{}, map[string]known{}
	err := readTar(file, func(name string, b []byte) error {
		if path.Base(name) == "evaldata.json" {
			return json.Unmarshal(b, &knowns)
		}
		pages[path.Base(name)] = b
		return nil
	})
	if err != nil {
		return nil, err
	}
	urls := make([]string, 0, len(knowns))
	for u := range knowns {
		urls = append(urls, u)
	}
	slices.Sort(urls)
	var samples []*sample
	for _, u := range urls {
		k := knowns[u]
		decoded, err := charset.Decode(ctx, string(pages[k.File]), "text/html")
		if err != nil {
			return nil, err
		}
		tree, err := dom.Parse(ctx, decoded.Text)
		if err != nil {
			return nil, err
		}
		samples = append(samples, partSample(u, tree, k))
	}
	return samples, nil
}

// partSample labels the blocks of a partly known page.
func partSample(address string, tree *dom.Tree, k known) *sample {
	s := &sample{id: address, page: content.Read(tree), kind: -1, known: &k}
	s.fold = foldOf(address, address)
	for i := range s.page.Blocks {
		text := blockText(tree, &s.page.Blocks[i])
		s.texts = append(s.texts, folded(text))
		s.words = append(s.words, words(text))
		s.labels = append(s.labels, partLabel(s.texts[i], k))
	}
	return s
}

// unknown is the label of a block of which nothing is known.
const unknown = -1

// partLabel is 1 for a block with a piece of content, 0 for one with a piece of something else, else unknown.
func partLabel(text string, k known) float64 {
	with, without := holds(text, k.With), holds(text, k.Without)
	switch {
	case with == without:
		return unknown
	case with:
		return 1
	default:
		return 0
	}
}

// holds reports whether text holds one of the pieces, or is a good part of one.
func holds(text string, pieces []string) bool {
	for _, p := range pieces {
		p = folded(p)
		if p != "" && (strings.Contains(text, p) || len(text) > len(p)/3 && len(text) > 15 && strings.Contains(p, text)) {
			return true
		}
	}
	return false
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// segments counts trafilatura's metric.
type segments struct{ tp, fp, fn, tn int }

func (m *segments) add(s *sample, keep []bool) {
	var kept []string
	for i, yes := range keep {
		if yes {
			kept = append(kept, s.texts[i])
		}
	}
	text := folded(strings.Join(kept, " "))
	for _, p := range s.known.With {
		if strings.Contains(text, folded(p)) {
			m.tp++
		} else {
			m.fn++
		}
	}
	for _, p := range s.known.Without {
		if strings.Contains(text, folded(p)) {
			m.fp++
		} else {
			m.tn++
		}
	}
}
