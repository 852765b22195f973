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
	return func(set pageSet) ([]answer, error) {
		return outside(set, func(files []peerFile, reply any) error {
			return peers.Call("main_content.py", map[string]any{"system": name, "files": files}, reply)
		})
	}
}

// rustPeer is rs-trafilatura, asked by the program in peers/rs-trafilatura.
func rustPeer(set pageSet) ([]answer, error) {
	return outside(set, func(files []peerFile, reply any) error {
		return peers.Run("rs-trafilatura-peer", map[string]any{"files": files}, reply)
	})
}

// peerFile is a page as a peer outside this program gets it.
type peerFile struct {
	Path, URL string
	UTF8      bool
}

// outside asks a peer outside this program for one text a page.
func outside(set pageSet, ask func(files []peerFile, reply any) error) ([]answer, error) {
	files := make([]peerFile, len(set.pages))
	for i, p := range set.pages {
		files[i] = peerFile{p.path, p.url, p.utf8}
	}
	var reply struct{ Texts []*string }
	if err := ask(files, &reply); err != nil {
		return nil, err
	}
	if len(reply.Texts) != len(files) {
		return nil, errors.New("not one answer a page")
	}
	answers := make([]answer, len(files))
	for i, t := range reply.Texts {
		answers[i].Failed = t == nil
		if t != nil {
			answers[i].Text = *t
		}
	}
	return answers, nil
}
