package main

import (
	"context"
	"io"
	"path"
	"strings"

	"github.com/copydesk/copydesk/train/packed"
	"github.com/copydesk/copydesk/train/reflow/page"
)

// archives hold the pages that more broken texts are made of.
var archives = []string{"html/wcxb-dev", "html/trafilatura-eval", "html/htmldate-eval", "html/readability-pages", "html-more/html-2013-2026"}

const (
	// maxText is how much of a page is used, in bytes: broken texts of any length would let a few pages outweigh all.
	maxText = 8000

	// longParagraph is the length in bytes from which on a paragraph that two pages share makes them one page.
	longParagraph = 60
)

// article is the main text of a page.
type article struct {
	key        string
	part       int
	marked     bool // its paragraphs are those that the data says are true, not what page.Lines finds
	paragraphs []paragraph
}

// paragraph is one, with its inline elements in order.
type paragraph struct {
	text   string
	inside []inline
}

// library collects articles, no two of which share a long paragraph.
type library struct {
	articles []article
	gold     map[string][]string // by the page's key, the true paragraphs
	parts    map[string]int      // by long paragraph of the data, the part of its page
	seen     map[string]bool     // long paragraphs of articles
}

// newLibrary returns an empty library for pages of which some are those of records.
func newLibrary(records []record) *library {
	l := library{gold: map[string][]string{}, parts: map[string]int{}, seen: map[string]bool{}}
	for _, r := range records {
		l.gold[r.Source] = r.Gold
		for _, p := range r.Gold {
			if len(p) >= longParagraph {
				l.parts[p] = fold(r.Source)
			}
		}
	}
	return &l
}

// read adds the articles of all archives in folder.
func (l *library) read(ctx context.Context, folder string) error {
	for _, name := range archives {
		err := eachPage(folder+"/"+name+".tar.xz", func(file, html string) error { return l.add(ctx, path.Base(name), file, html) })
		if err != nil {
			return err
		}
	}
	return nil
}

// eachPage calls use for every page of an archive.
func eachPage(archive string, use func(file, html string) error) error {
	return packed.Each(archive, func(name string, r io.Reader) error {
		if !strings.HasSuffix(name, ".html") || strings.HasSuffix(name, "expected.html") {
			return nil
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		return use(name, strings.ToValidUTF8(string(b), "\uFFFD"))
	})
}

// add adds the article of a page if it is of use and not one that is there already.
func (l *library) add(ctx context.Context, archive, file, html string) error {
	a := article{key: archive + "/" + file}
	lines, err := l.paragraphs(ctx, archive, file, html)
	if err != nil {
		return err
	}
	a.marked = len(l.goldOf(archive, file)) > 0
	inside, size := inlineOf(html), 0
	for _, s := range lines {
		if s = strings.Join(strings.Fields(s), " "); s != "" && size <= maxText {
			size += len(s)
			a.paragraphs = append(a.paragraphs, paragraph{s, inside[s]})
		}
	}
	if a.part = l.partOf(&a); a.part >= 0 && a.usable() {
		l.articles = append(l.articles, a)
		for _, p := range a.paragraphs {
			l.seen[p.text] = l.seen[p.text] || len(p.text) >= longParagraph
		}
	}
	return nil
}

// goldOf returns the true paragraphs of a page, if it is one of the data's.
func (l *library) goldOf(archive, file string) []string {
	name := file[strings.LastIndexByte(file, '/')+1:]
	if gold := l.gold[archive+"/"+name]; gold != nil {
		return gold
	}
	return l.gold[archive+"/"+strings.TrimSuffix(name, ".html")]
}

func (l *library) paragraphs(ctx context.Context, archive, file, html string) ([]string, error) {
	if gold := l.goldOf(archive, file); gold != nil {
		return gold, nil
	}
	return page.Lines(ctx, html)
}

// partOf returns the part that a belongs to: that of the page of the data that it shares a long paragraph with, if there is
// one. It is negative if a shares one with pages of two parts or with an earlier article.
func (l *library) partOf(a *article) int {
	part, known := fold(a.key), false
	for _, p := range a.paragraphs {
		if l.seen[p.text] {
			return -1
		}
		if other, ok := l.parts[p.text]; ok {
			if known && other != part {
				return -1
			}
			part, known = other, true
		}
	}
	return part
}

// usable reports whether there is running text with inline elements in a.
func (a *article) usable() bool {
	long, rich := 0, 0
	for _, p := range a.paragraphs {
		if len(p.text) >= longParagraph {
			long++
			rich += min(len(p.inside), 1)
		}
	}
	return long >= 3 && rich >= 1 && long*4 > len(a.paragraphs)
}
