package choice_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/text"
)

// pageCase is a piece of a page, or a whole one, and what has to come out.
type pageCase struct {
	Kind, Name, Page string

	// Full says that Page is the whole page; else it is put between paragraphs of an article.
	Full bool

	// Has and Lacks are what is and is not in the text, white space folded.
	Has, Lacks []string

	// Text and Markdown are all that comes out between the paragraphs, if they are not empty.
	Text, Markdown string
}

const (
	pageBefore = "The harbour board met on Tuesday evening to hear how the dredging of the north channel had gone, and most members seemed pleased with it."
	pageAfter  = "Work began in early spring, when a hired vessel moved the first loads of silt to a site four miles out, and it went on through the summer."
	pageLast   = "A second stage, which would deepen the berths at the old quay, depends on a grant that the regional council will discuss this year."
)

func (c *pageCase) html() string {
	if c.Full {
		return c.Page
	}
	return "<!DOCTYPE html><html lang=en><head><title>Ports</title></head><body><article><h1>Ports</h1><p>" + pageBefore + "</p>" + c.Page +
		"<p>" + pageAfter + "</p><p>" + pageLast + "</p></article></body></html>"
}

// between returns what is between the paragraphs around a case.
func between(s string) string {
	_, s, _ = strings.Cut(s, pageBefore)
	s, _, _ = strings.Cut(s, pageAfter)
	return strings.Trim(s, "\n")
}

// TestPages holds that what is in pages comes out whole, once and as readers see it: structures, notes, formulas, quotations, dialogues.
func TestPages(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/pages.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []pageCase
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		t.Run(c.Kind+"/"+c.Name, func(t *testing.T) {
			t.Parallel()
			d, err := clean.Run(t.Context(), clean.Input{Form: clean.HTML, Content: c.html()}, clean.Options{Rules: rules})
			if err != nil {
				t.Fatal(err)
			}
			c.check(t, d)
		})
	}
}

func (c *pageCase) check(t *testing.T, d *text.Document) {
	t.Helper()
	got := d.Clean
	if c.Full {
		got = strings.Join(strings.Fields(got), " ")
	}
	for _, s := range c.Has {
		if !strings.Contains(got, s) {
			t.Errorf("lacks %q: %q", s, got)
		}
	}
	for _, s := range c.Lacks {
		if strings.Contains(got, s) {
			t.Errorf("has %q: %q", s, got)
		}
	}
	if c.Full || len(c.Has)+len(c.Lacks) > 0 {
		return
	}
	if diff := cmp.Diff(c.Text, between(got)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	md, err := markdown.Write(t.Context(), d, markdown.Options{Images: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c.Markdown, between(md)); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}
