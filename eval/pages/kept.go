package pages

import (
	"context"
	"fmt"
	"os"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// looked is a page that was cleaned, with what became of each of its texts.
type looked struct {
	page

	doc  *text.Document
	tree *dom.Tree

	// kept is, by text of the tree, how many of its bytes, white space aside, are in the clean text.
	kept []int

	// why is, by text, the rule that dropped the most of it; empty where none did.
	why []text.Rule
}

// size is the length of text i of the page in bytes, white space aside.
func (l *looked) size(i int32) int { return solid(l.tree.Span(i).Of(l.tree.Page)) }

// solid returns how many bytes of s are no white space.
func solid(s string) (n int) {
	for i := range len(s) {
		if s[i] > ' ' {
			n++
		}
	}
	return n
}

// lookAt cleans the pages of all sets by the shipped model and hands them to do one after the other.
func lookAt(do func(set pageSet, l *looked) error) error {
	return withSets(func(sets []pageSet) error {
		for _, set := range sets {
			for _, p := range set.pages {
				l, err := look(p)
				if err != nil {
					return fmt.Errorf("%s: %w", p.id, err)
				}
				if err := do(set, l); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func look(p page) (*looked, error) {
	ctx := context.Background()
	content, err := p.read()
	if err != nil {
		return nil, err
	}
	if !p.utf8 {
		decoded, err := charset.Decode(ctx, content, "text/html")
		if err != nil {
			return nil, err
		}
		content, p.utf8 = decoded.Text, true
	}
	l := &looked{page: p}
	if l.doc, err = cleanPage(p, content); err != nil {
		return nil, err
	}
	if l.tree, err = dom.Parse(ctx, content); err != nil {
		return nil, err
	}
	l.follow()
	return l, nil
}

// follow finds out what became of each text.
func (l *looked) follow() {
	l.kept, l.why = make([]int, len(l.tree.Texts)), make([]text.Rule, len(l.tree.Texts))
	most := make([]int, len(l.tree.Texts))
	i := 0
	for s := range l.doc.Provenance.Segments() {
		for i < len(l.tree.Texts) && int(l.tree.Texts[i].End) <= s.Source.Start {
			i++
		}
		for k := i; k < len(l.tree.Texts) && int(l.tree.Texts[k].Start) < s.Source.End; k++ {
			part := text.Span{Start: max(int(l.tree.Texts[k].Start), s.Source.Start), End: min(int(l.tree.Texts[k].End), s.Source.End)}
			n := solid(part.Of(l.tree.Page))
			switch {
			case !s.Clean.Empty():
				l.kept[k] += n
			case n > most[k]:
				most[k], l.why[k] = n, s.Change.Rule
			}
		}
	}
}

// showing says that each fault is printed: set EVAL_SHOW.
var showing = os.Getenv("EVAL_SHOW") != ""
