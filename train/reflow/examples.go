package main

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/train/boost"
)

// examples returns every break of the training pages, in broken texts and, as a document that nothing is wrong with, in
// their true paragraphs.
func examples(ctx context.Context, records []record) (boost.Data, error) {
	var data boost.Data
	var d breaks.Document
	for _, r := range records {
		if fold(r.Source) == 0 {
			continue
		}
		texts := []string{r.Broken, strings.Join(r.Gold, "\n\n")}
		for k, s := range texts {
			weight := float32(1)
			if k == 1 {
				weight = 2
			}
			if err := d.Scan(ctx, s); err != nil {
				return data, err
			}
			add(&data, &d, s, r.Gold, weight)
		}
	}
	return data, nil
}

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

// pageWeight is what a break that was made here counts for: true paragraphs of these pages are less sure.
const pageWeight = .5

// addPages adds the breaks of articles, in broken texts and in whole ones.
func addPages(ctx context.Context, data *boost.Data, articles []article) error {
	var d breaks.Document
	for _, a := range articles {
		var whole []string
		for _, severity := range severities {
			s, gold := a.broken(severity)
			if err := d.Scan(ctx, s); err != nil {
				return err
			}
			add(data, &d, s, gold, pageWeight)
			whole = gold
		}
		s := strings.Join(whole, "\n\n")
		if err := d.Scan(ctx, s); err != nil {
			return err
		}
		add(data, &d, s, whole, pageWeight)
	}
	return nil
}

// add adds the breaks of d, which was made of s and has the true paragraphs gold.
func add(data *boost.Data, d *breaks.Document, s string, gold []string, weight float32) {
	ends := map[int]bool{}
	at := 0
	for _, g := range gold {
		at += letters(g)
		ends[at] = true
	}
	at = 0
	for i := range len(d.Pieces) - 1 {
		at += letters(d.Pieces[i].Span.Of(s))
		if !d.Judged(i) {
			continue
		}
		var f breaks.Features
		d.Features(i, &f)
		data.Rows = append(data.Rows, f[:])
		data.Labels = append(data.Labels, !ends[at])
		data.Weight = append(data.Weight, weight)
	}
}
