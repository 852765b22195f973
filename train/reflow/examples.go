package main

import "strings"

// sample is one text to learn from.
type sample struct {
	text   string
	ends   map[int]bool // where true paragraphs end, in letters
	part   int          // of parts, by page
	weight float32
}

// parts is how many parts the pages are cut into, so that the second look learns from a first look at pages unseen.
const parts = 4

// samples returns the texts of the training pages and of articles, broken and, as documents that nothing is wrong with,
// whole.
func samples(records []record, articles []article) []sample {
	var all []sample
	for _, r := range records {
		if f := fold(r.Source); f > 0 {
			all = append(all, newSample(r.Broken, r.Gold, f-1, 1), newSample(strings.Join(r.Gold, "\n\n"), r.Gold, f-1, wholeWeight))
		}
	}
	for i, a := range articles {
		var gold []string
		for k := range severities {
			var s string
			s, gold = a.broken(k)
			all = append(all, newSample(s, gold, i%parts, pageWeight))
		}
		all = append(all, newSample(strings.Join(gold, "\n\n"), gold, i%parts, pageWeight))
	}
	return all
}

func newSample(s string, gold []string, part int, weight float32) sample {
	ends := map[int]bool{}
	at := 0
	for _, g := range gold {
		at += letters(g)
		ends[at] = true
	}
	return sample{text: s, ends: ends, part: part, weight: weight}
}

const (
	// wholeWeight is what a break in a whole text counts for: most texts that are met are whole.
	wholeWeight = 2

	// pageWeight is what a break in a text broken here counts for: true paragraphs of these pages are less sure.
	pageWeight = .7
)

// heldParagraphs are the long paragraphs of the validation pages, which no page to learn from may have.
func heldParagraphs(records []record) map[string]bool {
	held := map[string]bool{}
	for _, r := range records {
		if fold(r.Source) != 0 {
			continue
		}
		for _, p := range r.Gold {
			if len(p) >= longParagraph {
				held[p] = true
			}
		}
	}
	return held
}
