package main

import "strings"

// sample is one text to learn from.
type sample struct {
	text   string
	ends   map[int]bool // where true paragraphs end, in letters
	part   int          // by page, see fold
	weight float32      // of one of its breaks
}

// What a break counts for.
const (
	// wholeWeight is for one in a whole text: most texts that are met are whole.
	wholeWeight = 2

	// markedWeight is for one in a text broken here of true paragraphs, foundWeight for one of paragraphs that page.Lines
	// finds, which are less sure.
	markedWeight = .5
	foundWeight  = .7
)

// samples returns the texts of records and articles, broken and, as documents that nothing is wrong with, whole.
func samples(records []record, articles []article) []sample {
	var all []sample
	for _, r := range records {
		part := fold(r.Source)
		all = append(all, newSample(r.Broken, r.Gold, part, 1), newSample(strings.Join(r.Gold, "\n\n"), r.Gold, part, wholeWeight))
	}
	for _, a := range articles {
		weight := float32(foundWeight)
		if a.marked {
			weight = markedWeight
		}
		var gold []string
		for k := range severities {
			var s string
			s, gold = a.broken(k)
			all = append(all, newSample(s, gold, a.part, weight))
		}
		if !a.marked {
			all = append(all, newSample(strings.Join(gold, "\n\n"), gold, a.part, weight))
		}
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
