package wall

import (
	"context"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// mostBare is how many words an empty shell has at most outside its menus, header and footer. Those among WCXB's pages have 18 or fewer.
	mostBare = 30

	// mostCells is how many lines in tables: a table of scores has few words.
	mostCells = 5

	// maxUp is how many elements up from a line are looked at for what they are called.
	maxUp = 12
)

// Nothing returns what a page is of which nothing is left: an empty shell, if it has next to no words besides menus, header and footer. The error is
// ctx.Err() if ctx ended first.
func Nothing(ctx context.Context, t *dom.Tree, parts []dom.Part) (text.Page, error) {
	d := detector{t: t, parts: parts, pace: text.NewPace(ctx)}
	d.readLines()
	bare, cells := 0, 0
	for i := range d.lines {
		l := &d.lines[i]
		if d.stop(256) {
			break
		}
		if l.in&(around|dom.Header|dom.Form|dom.Dialog|dom.Fallback) != 0 || d.isFrame(l) {
			continue
		}
		bare += l.words
		if l.in&dom.Table != 0 {
			cells++
		}
	}
	if d.err == nil {
		d.err = ctx.Err()
	}
	if d.err != nil || bare > mostBare || cells > mostCells || len(t.Nodes) < 2 || !isWhole(t) {
		return text.Page{}, d.err
	}
	return text.Page{Kind: text.PageEmpty, Confidence: confidence(0), Evidence: []text.PageEvidence{{Rule: byNothing}}}, nil
}

// isWhole reports whether the source is a page and no piece of one: it has what only pages have, or no text at all.
func isWhole(t *dom.Tree) bool {
	if len(t.Texts) == 0 {
		return true
	}
	for i := range t.Nodes {
		switch t.Nodes[i].Tag { //nolint:exhaustive // only these make a page
		case atom.Html, atom.Head, atom.Body, atom.Title, atom.Script:
			return true
		}
	}
	return false
}

// frameNames are parts of the classes and ids of menus, headers, footers and the like.
var frameNames = [...]string{"foot", "nav", "header", "menu", "cart", "lang", "breadcrumb", "cookie", "skip"}

// isFrame reports whether a line is in an element that is named so.
func (d *detector) isFrame(l *line) bool {
	node := d.t.Texts[l.from].Parent
	for n := 0; n < maxUp && node > 0; n++ {
		for _, key := range [...]dom.Key{dom.Class, dom.ID} {
			name := strings.ToLower(firstRunes(d.t.Raw(node, key), maxVendor))
			for _, part := range frameNames {
				if name != "" && strings.Contains(name, part) {
					return true
				}
			}
		}
		if tag := d.t.Nodes[node].Tag; tag == atom.Main || tag == atom.Article {
			return false
		}
		node = d.t.Nodes[node].Parent
	}
	return false
}
