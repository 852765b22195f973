package main

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

func TestWithoutComments(t *testing.T) {
	const clean = "The harbour was quiet.\n\nI saw the boat!\n\nNobody left."
	block := func(kind text.BlockKind, words string) text.Block {
		at := strings.Index(clean, words)
		return text.Block{Kind: kind, Span: text.Span{Start: at, End: at + len(words)}}
	}
	d := &text.Document{Clean: clean, Blocks: []text.Block{
		block(text.Paragraph, "The harbour was quiet."),
		block(text.Comment, "I saw the boat!"),
		block(text.Paragraph, "Nobody left."),
	}}
	if got, want := withoutComments(d), "The harbour was quiet.\n\n\n\nNobody left."; got != want {
		t.Errorf("withoutComments: got %q, want %q", got, want)
	}
	if d.Blocks = nil; withoutComments(d) != clean {
		t.Errorf("a text without comments is changed")
	}
}

// A page is taken by its name, so that no two may have the same, and what it is measured by must be the first.
func TestHostilePages(t *testing.T) {
	seen := map[string]bool{}
	for _, h := range hostilePages() {
		if seen[h.name] {
			t.Errorf("%q stands twice", h.name)
		}
		seen[h.name] = true
	}
	if first := hostilePages()[0]; !strings.Contains(first.build(1), "<article>") {
		t.Errorf("%q is no ordinary page", first.name)
	}
}

func TestArticlePage(t *testing.T) {
	page := articlePage(500_000)
	if len(page) < 500_000 || len(page) > 510_000 {
		t.Errorf("a page of 500 kB has %d bytes", len(page))
	}
	seen := map[string]bool{}
	for line := range strings.Lines(page) {
		if seen[line] {
			t.Fatalf("%q stands twice", line)
		}
		seen[line] = true
	}
}
