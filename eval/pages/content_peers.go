package pages

import (
	"errors"
	"strings"

	readability "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/eval/peers"
)

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
	a, err := readability.FromReader(strings.NewReader(content), p.address())
	return a.TextContent, err
}

// pythonPeer makes a system of what peers/main_content.py calls by this name.
func pythonPeer(name string) func(pageSet) ([]answer, error) {
	type file struct {
		Path, URL string
		UTF8      bool
	}
	return func(set pageSet) ([]answer, error) {
		pages := set.pages
		files := make([]file, len(pages))
		for i, p := range pages {
			files[i] = file{p.path, p.url, p.utf8}
		}
		var reply struct{ Texts []*string }
		if err := peers.Call("main_content.py", map[string]any{"system": name, "files": files}, &reply); err != nil {
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
