package pages

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/text"
)

// leastOfHost is of how many pages a host is measured.
var leastOfHost = func() int {
	if n, err := strconv.Atoi(os.Getenv("EVAL_HOST_PAGES")); err == nil {
		return n
	}
	return 3
}()

// Site prints how the main content of pages changes when lines that recur on pages of their host are dropped: of hosts with at least three
// pages in all sets together, each page counted with the others.
func Site() error {
	return withSets(func(sets []pageSet) error {
		counter := site.NewCounter()
		byHost := map[string]int{}
		for _, set := range sets {
			for _, p := range set.pages {
				content, err := p.read()
				if err != nil {
					return err
				}
				lines, err := clean.SiteLines(context.Background(), cleanInput(p, content))
				if err != nil {
					return err
				}
				counter.Add(site.Host(p.url), lines)
				byHost[site.Host(p.url)]++
			}
		}
		delete(byHost, "")
		counts, err := site.Open(string(counter.Bytes()))
		if err != nil {
			return err
		}
		fmt.Printf("%d bytes of counts\n%-14s %7s %7s %7s %9s %9s %7s %7s %8s %7s\n", len(counter.Bytes()), "set (pages)", "hosts", "words", "with", "shingles", "with",
			"exact", "with", "changed", "lines")
		for _, set := range sets {
			if err := measureSite(set, byHost, counts); err != nil {
				return err
			}
		}
		return nil
	})
}

func measureSite(set pageSet, byHost map[string]int, counts site.Counts) error {
	hosts := map[string]bool{}
	var without, with contentScore
	without.pieces = set.name == "trafilatura"
	with.pieces = without.pieces
	without.byKind, with.byKind = map[string]*figures{}, map[string]*figures{}
	pages, changed, dropped := 0, 0, 0
	for _, p := range set.pages {
		if byHost[site.Host(p.url)] < leastOfHost {
			continue
		}
		content, err := p.read()
		if err != nil {
			return err
		}
		plain, err := cleanPage(p, content)
		if err != nil {
			return err
		}
		d, err := clean.Run(context.Background(), cleanInput(p, content), clean.Options{Rules: pageRules, Site: counts})
		if err != nil {
			return err
		}
		pages++
		hosts[site.Host(p.url)] = true
		without.add(p, answer{Text: withoutComments(plain)})
		with.add(p, answer{Text: withoutComments(d)})
		dropped += siteLines(set, p, d)
		if plain.Clean != d.Clean {
			changed++
		}
	}
	if pages == 0 {
		return nil
	}
	title := fmt.Sprintf("%s (%d)", set.name, pages)
	if with.pieces {
		fmt.Printf("%-20s %3d segments %.4f with %.4f, changed %d, lines %d\n", title, len(hosts), without.segments.F1(), with.segments.F1(), changed, dropped)
		return nil
	}
	fmt.Printf("%-20s %3d %7.4f %7.4f %9.4f %9.4f %7.3f %7.3f %8d %7d\n", title, len(hosts), without.all.words.F1(), with.all.words.F1(), without.all.shingles.F1(),
		with.all.shingles.F1(), without.all.shingles.Exact(), with.all.shingles.Exact(), changed, dropped)
	if set.name == "wcxb" {
		floor.AtLeast("site/wcxb", with.all.words.F1())
	}
	return nil
}

// siteLines counts the lines that were dropped for recurring.
func siteLines(set pageSet, p page, d *text.Document) (n int) {
	for _, l := range d.Dropped {
		if l.Rule == site.Rule {
			n++
			if showing {
				fmt.Printf("DROPPED %s %s %s: %.100q\n", set.name, p.id, l.Detail, l.Text)
			}
		}
	}
	return n
}
