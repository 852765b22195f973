package pages

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
