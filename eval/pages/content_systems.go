package pages

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/html/content"
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

	// take returns one answer for each page, or nil where the set is none for the system.
	take func(set pageSet) ([]answer, error)
}

// shipped is the model that is shipped, which has learnt from most of these pages: its figures show a change, not how good it is.
const shipped = "copydesk, shipped"

// systems in the order in which they are printed. Readers' comments are left out wherever a system can tell them, as the
// published figures have it, and tables are taken.
var systems = []system{
	{"copydesk", "", unseenSet},
	{"copydesk by sites", "", unseenSite},
	{shipped, "", func(set pageSet) ([]answer, error) {
		return takeAll(set.pages, func(page) *content.Model { return nil })
	}},
	{"go-trafilatura", "github.com/markusmobius/go-trafilatura", onePage(goTrafilatura)},
	{"go-readability", "github.com/go-shiori/go-readability", onePage(goReadability)},
	{"trafilatura", "trafilatura", pythonPeer("trafilatura")},
	{"rs-trafilatura", "rs-trafilatura", rustPeer},
	{"readability-lxml", "readability-lxml", pythonPeer("readability-lxml")},
	{"resiliparse", "resiliparse", pythonPeer("resiliparse")},
}

// onePage makes a system of what works on one page.
func onePage(take func(p page, content string) (string, error)) func(pageSet) ([]answer, error) {
	return func(set pageSet) ([]answer, error) {
		answers := make([]answer, len(set.pages))
		for i, p := range set.pages {
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
	return clean.Run(context.Background(), cleanInput(p, content), clean.Options{Rules: pageRules})
}

func cleanInput(p page, content string) clean.Input {
	in := clean.Input{Form: clean.Raw, Content: content, URL: p.url, MediaType: "text/html"}
	if p.utf8 {
		in.Form, in.MediaType = clean.HTML, ""
	}
	return in
}

// withoutComments returns the text of a document without what is marked as a reader's comment.
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
