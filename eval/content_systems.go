package main

import (
	"bytes"
	"context"
	"errors"
	"strings"

	readability "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/text"
)

// answer is what a system takes for a page's main content.
type answer struct {
	Text string

	// Failed says that the system gave an error; the text is then empty.
	Failed bool
}

// system is something that takes the main content of pages.
type system struct {
	name string

	// module is the Go module or Python package whose pinned version its answers depend on; empty for ours.
	module string

	take func(pages []page) ([]answer, error)
}

// systems in the order in which they are printed. Readers' comments are left out wherever a system can tell them, as the
// published figures have it, and tables are taken.
var systems = []system{
	{"copydesk", "", onePage(copydesk)},
	{"go-trafilatura", "github.com/markusmobius/go-trafilatura", onePage(goTrafilatura)},
	{"go-readability", "github.com/go-shiori/go-readability", onePage(goReadability)},
	{"trafilatura", "trafilatura", pythonPeer("trafilatura")},
	{"readability-lxml", "readability-lxml", pythonPeer("readability-lxml")},
	{"resiliparse", "resiliparse", pythonPeer("resiliparse")},
}

// onePage makes a system of what works on one page.
func onePage(take func(p page, content string) (string, error)) func([]page) ([]answer, error) {
	return func(pages []page) ([]answer, error) {
		answers := make([]answer, len(pages))
		for i, p := range pages {
			content, err := p.read()
			if err != nil {
				return nil, err
			}
			if answers[i].Text, err = take(p, content); err != nil {
				answers[i] = answer{Failed: true}
			}
		}
		return answers, nil
	}
}

// pageRules are the rules that a caller gets who asks for nothing.
var pageRules = func() text.RuleSet {
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		panic(err) // no rule was named, so that none can be unknown
	}
	return rules
}()

// cleanPage runs Clean with its defaults.
func cleanPage(p page, content string) (*text.Document, error) {
	in := clean.Input{Form: clean.Raw, Content: content, URL: p.url, MediaType: "text/html"}
	if p.utf8 {
		in.Form, in.MediaType = clean.HTML, ""
	}
	return clean.Run(context.Background(), in, clean.Options{Rules: pageRules})
}

// copydesk returns the text of the document without what is marked as a reader's comment.
func copydesk(p page, content string) (string, error) {
	d, err := cleanPage(p, content)
	if err != nil {
		return "", err
	}
	return withoutComments(d), nil
}

func withoutComments(d *text.Document) string {
	var b strings.Builder
	at := 0
	for _, block := range d.Blocks {
		if block.Kind == text.Comment {
			b.WriteString(d.Clean[at:block.Span.Start])
			at = block.Span.End
		}
	}
	b.WriteString(d.Clean[at:])
	return b.String()
}

func goTrafilatura(p page, content string) (string, error) {
	r, err := extractTrafilatura(p, content)
	if err != nil {
		return "", err
	}
	return r.ContentText, nil
}

func extractTrafilatura(p page, content string) (*trafilatura.ExtractResult, error) {
	o := trafilatura.Options{EnableFallback: true, ExcludeComments: true, OriginalURL: p.address()}
	if !p.utf8 {
		return trafilatura.Extract(strings.NewReader(content), o)
	}
	doc, err := html.Parse(strings.NewReader(content)) // Extract would believe what the page says of its encoding
	if err != nil {
		return nil, err
	}
	return trafilatura.ExtractDocument(doc, o)
}

func goReadability(p page, content string) (string, error) {
	if p.utf8 {
		doc, err := html.Parse(strings.NewReader(content)) // as above
		if err != nil {
			return "", err
		}
		a, err := readability.FromDocument(doc, p.address())
		return a.TextContent, err
	}
	a, err := readability.FromReader(bytes.NewReader([]byte(content)), p.address())
	return a.TextContent, err
}

// pythonPeer makes a system of what peers/main_content.py calls by this name.
func pythonPeer(name string) func([]page) ([]answer, error) {
	type file struct {
		Path, URL string
		UTF8      bool
	}
	return func(pages []page) ([]answer, error) {
		files := make([]file, len(pages))
		for i, p := range pages {
			files[i] = file{p.path, p.url, p.utf8}
		}
		var reply struct{ Texts []*string }
		if err := callPeer("main_content.py", map[string]any{"system": name, "files": files}, &reply); err != nil {
			return nil, err
		}
		if len(reply.Texts) != len(pages) {
			return nil, errors.New("main_content.py: not one answer a page")
		}
		answers := make([]answer, len(pages))
		for i, t := range reply.Texts {
			answers[i].Failed = t == nil
			if t != nil {
				answers[i].Text = *t
			}
		}
		return answers, nil
	}
}
