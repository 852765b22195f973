package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/train/boost"
	"github.com/copydesk/copydesk/train/labelled"
)

// small is a recipe of a few trees.
var small = recipe{
	first:  boost.Params{Trees: 12, Depth: 4, Rate: .3, Lambda: 1, MinWeight: 1, Rows: .8, Columns: .5, Seed: 1},
	second: boost.Params{Trees: 12, Depth: 4, Rate: .3, Lambda: 1, MinWeight: 1, Rows: .8, Columns: .5, Seed: 2},
}

var nouns = strings.Fields("boat harbour keeper reef lamp ferry storm mayor council quay mast sail tide fog gull anchor captain rope deck bell")

// madeUp makes pages of some sites. Each site has classes of its own, and text in short paragraphs is content on half of the sites: what
// a page's classes mean can be learnt from the site's own pages only.
func madeUp(t *testing.T, sites, each int) []*sample {
	t.Helper()
	rng := rand.New(rand.NewPCG(1, 1))
	sentence := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = nouns[rng.IntN(len(nouns))]
		}
		return "The " + strings.Join(words, " ") + "."
	}
	d := newDictionary()
	var samples []*sample
	for site := range sites {
		for n := range each {
			var page, gold strings.Builder
			fmt.Fprintf(&page, "<html><title>%s</title><body><ul class=nav%d>", sentence(4), site)
			for range 6 {
				fmt.Fprintf(&page, "<li><a href=x>%s</a>", sentence(2))
			}
			fmt.Fprintf(&page, "</ul><div class=text%d>", site)
			for range 4 {
				s := sentence(30)
				fmt.Fprintf(&page, "<p>%s</p>", s)
				gold.WriteString(s + "\n")
			}
			fmt.Fprintf(&page, "</div><div class=extra%d>", site)
			for range 4 {
				s := sentence(12)
				fmt.Fprintf(&page, "<p>%s</p>", s)
				if site%2 == 0 {
					gold.WriteString(s + "\n")
				}
			}
			page.WriteString("</div></body></html>")
			s, err := newSample(t.Context(), &labelled.Page{
				Set: labelled.SetNamed("news4k"), ID: fmt.Sprint(site, ".", n), Site: fmt.Sprint("site", site), Kind: "article", HTML: page.String(), UTF8: true,
				Gold: gold.String(), Complete: true,
			}, d)
			if err != nil {
				t.Fatal(err)
			}
			samples = append(samples, s)
		}
	}
	weigh(samples, 1<<20)
	return samples
}

// swap swaps the labels of a site: what was content is none.
func swap(samples []*sample, site string) {
	for _, s := range samples {
		if s.Site == site {
			for i := range s.labels {
				s.labels[i] = 1 - s.labels[i]
			}
		}
	}
}

// TestNoLeak swaps the labels of one site. What the later stages see of its pages must not change: neither rows nor the chances of the first
// trees may come from a model that has seen it.
func TestNoLeak(t *testing.T) {
	t.Parallel()
	samples := madeUp(t, 24, 2)
	site := samples[len(samples)-1].Site
	type seen struct {
		Rows    []content.Row
		Seconds []content.Second
	}
	look := func() (all []seen) {
		in := small.inputs(samples, learnWords(samples))
		for i, s := range samples {
			if s.Site == site {
				all = append(all, seen{Rows: in.rows[i], Seconds: in.seconds[i]})
			}
		}
		return all
	}
	before := look()
	swap(samples, site)
	if diff := cmp.Diff(before, look()); diff != "" {
		t.Errorf("the labels of a site change what is learnt from its own pages (-before +after):\n%.2000s", diff)
	}
	// The test itself must be able to fail: models that have seen the site do change.
	rows := func() []content.Row {
		m := learnLinear(samples, nobody)
		list, err := samples[len(samples)-1].parsed.Rows(m.lexicon, m.kinds)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	swapped := rows()
	swap(samples, site)
	if cmp.Equal(swapped, rows()) {
		t.Error("labels change nothing at all")
	}
}

// TestSeenAndUnseen holds how much better a model is on the pages that it has learnt from than on others of the same kind: what it learns by
// heart it will miss on new pages.
func TestSeenAndUnseen(t *testing.T) {
	t.Parallel()
	samples := madeUp(t, 60, 1)
	seen, unseen := samples[:40], samples[40:]
	f := small.fit(seen)
	measure := func(list []*sample) float64 {
		m := &score{}
		for _, s := range list {
			c := s.parsed.AsWhole(f.chances(s))
			keep, _ := s.parsed.Choose(c, content.Balanced)
			m.add(s, keep, s.parsed.Confidence(c, keep))
		}
		return m.headline()
	}
	if a, b := measure(seen), measure(unseen); a-b > .06 || b < .7 {
		t.Errorf("F is %.3f on pages seen, %.3f on others", a, b)
	}
}
