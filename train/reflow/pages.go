package main

import (
	"archive/tar"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/clean/page"
	"github.com/copydesk/copydesk/internal/text"
)

// archives hold the pages that more broken texts are made of.
var archives = []string{"wcxb-dev", "trafilatura-eval", "htmldate-eval", "readability-pages"}

const (
	// maxText is how much of a page is used, in bytes: broken texts of any length would let a few pages outweigh all.
	maxText = 8000

	// longParagraph is the length in bytes from which on a paragraph that two pages share makes them one page.
	longParagraph = 60
)

// article is the main text of a page: its paragraphs, and where in each the links stand.
type article struct {
	key        string
	paragraphs []paragraph
}

type paragraph struct {
	text  string
	links []text.Span
}

// readPages returns the articles of all archives in folder that share no long paragraph with those in held.
func readPages(ctx context.Context, folder string, held map[string]bool) ([]article, error) {
	var articles []article
	seen := map[string]bool{}
	for _, name := range archives {
		err := eachPage(folder+"/"+name+".tar.xz", func(file string, html string) error {
			a, err := newArticle(ctx, name+"/"+file, html)
			if err == nil && a.usable() && !a.shares(held) && !a.shares(seen) {
				articles = append(articles, a)
				a.remember(seen)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return articles, nil
}

// eachPage calls use for every page of an archive.
func eachPage(archive string, use func(file, html string) error) error {
	f, err := os.Open(archive) //nolint:gosec // the user names it
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReader(f))
	if err != nil {
		return err
	}
	for r := tar.NewReader(x); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if !strings.HasSuffix(h.Name, ".html") || strings.HasSuffix(h.Name, "expected.html") {
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := use(h.Name, strings.ToValidUTF8(string(b), "\uFFFD")); err != nil {
			return err
		}
	}
}

func newArticle(ctx context.Context, key, html string) (article, error) {
	a := article{key: key}
	main, err := page.Run(ctx, html)
	if err != nil {
		return a, err
	}
	size := 0
	for s := range strings.SplitSeq(main.Text, "\n") {
		if s == "" || size > maxText {
			continue
		}
		size += len(s)
		a.paragraphs = append(a.paragraphs, paragraph{text: strings.Clone(s)})
	}
	a.addLinks(main)
	return a, nil
}

// addLinks places the links of main in the paragraphs, which stand in main.Text in the same order.
func (a *article) addLinks(main page.Result) {
	at, next := 0, 0
	for i := range a.paragraphs {
		p := &a.paragraphs[i]
		at += strings.Index(main.Text[at:], p.text)
		for ; next < len(main.Anchors) && main.Anchors[next].Span.Start < at+len(p.text); next++ {
			if s := main.Anchors[next].Span.Shift(-at); s.Start >= 0 && s.End <= len(p.text) && s.Len()*5 < len(p.text)*4 {
				p.links = append(p.links, s)
			}
		}
		at += len(p.text)
	}
}

// usable reports whether there is running text with links in a.
func (a *article) usable() bool {
	long, linked := 0, 0
	for _, p := range a.paragraphs {
		if len(p.text) >= longParagraph {
			long++
			linked += min(len(p.links), 1)
		}
	}
	return long >= 3 && linked >= 1 && long*4 > len(a.paragraphs)
}

func (a *article) shares(paragraphs map[string]bool) bool {
	return slices.ContainsFunc(a.paragraphs, func(p paragraph) bool { return paragraphs[p.text] })
}

func (a *article) remember(paragraphs map[string]bool) {
	for _, p := range a.paragraphs {
		if len(p.text) >= longParagraph {
			paragraphs[p.text] = true
		}
	}
}
