package markdown_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/text"
)

// ofPage renders all texts of a page.
func ofPage(t testing.TB, page string) *text.Document {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	chosen := make([]dom.Part, len(tree.Texts))
	for i := range chosen {
		chosen[i] = dom.Keep
	}
	r, err := render.Render(t.Context(), tree, chosen, render.Chances{})
	if err != nil {
		t.Fatal(err)
	}
	return &text.Document{
		Source: page, Clean: r.Text, Provenance: r.Provenance, Blocks: r.Blocks, Anchors: r.Anchors, Images: r.Images, Inlines: r.Inlines,
		MediaType: "text/html",
	}
}

func ofText(t testing.TB, in string) *text.Document {
	t.Helper()
	blocks, err := structure.Blocks(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return &text.Document{Source: in, Clean: in, Blocks: blocks, MediaType: "text/plain"}
}

func write(t testing.TB, d *text.Document, o markdown.Options) string {
	t.Helper()
	got, err := markdown.Write(t.Context(), d, o)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestPages(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/pages.json")
	if err != nil {
		t.Fatal(err)
	}
	var tests []struct {
		Name, Page, Want string
		Options          markdown.Options
	}
	if err := json.Unmarshal(b, &tests); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.Name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.Want, write(t, ofPage(t, tt.Page), tt.Options)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"list", "- one\n- two *three*\n    - four\n\n7. five", "- one\n- two \\*three\\*\n    - four\n7. five"},
		{"item of two lines", "- one\n  1. two", "- one\n    1. two"},
		{"bullets", "Things to bring:\n\n• rope\n• lamp oil", "Things to bring:\n\n- rope\n- lamp oil"},
		{"marked heading", "## Tides ##\n\nThe flood comes at noon.", "## Tides\n\nThe flood comes at noon."},
		{"quotation", "> lit\n>> never", "> lit\n>> never"},
		{"fenced code", "```go\na := \"*b*\"\n```", "```go\na := \"*b*\"\n```"},
		{"indented code", "So:\n\n    a_b = 1\n\tc", "So:\n\n```\na_b = 1\nc\n```"},
		{"verse", "The lamp is lit,\nthe boats are in,\nthe harbour sleeps.", "The lamp is lit,\\\nthe boats are in,\\\nthe harbour sleeps."},
		{"formula", "$$x_1 < 2$$", "$$x_1 < 2$$"},
		{"table", "a|b\tc\nd\te", "| a\\|b | c |\n| --- | --- |\n| d | e |"},
		{"no number of a list", "in 2019. And\n2019. And", "in 2019. And\\\n2019\\. And"},
		{"years and marks", "1234567890. a", "1234567890. a"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, write(t, ofText(t, tt.in), markdown.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestNested checks that the marks of nesting do not make the output grow with the square of the page.
func TestNested(t *testing.T) {
	t.Parallel()
	for _, open := range []string{"<blockquote>", "<ul><li>"} {
		page := strings.Repeat(open+"a b c", 800)
		if n := len(write(t, ofPage(t, page), markdown.Options{})); n > 20*len(page) {
			t.Errorf("%s: %d bytes of Markdown from %d", open, n, len(page))
		}
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, in := range []string{strings.Repeat("- a\n", 1<<16), strings.Repeat("* ", 1<<16), strings.Repeat("a\t\n", 1<<16)} {
		if _, err := markdown.Write(ctx, ofText(t, in), markdown.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%q…: error is %v", in[:4], err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	d := ofText(b, strings.Repeat(strings.Repeat("The harbour was *quiet*, and nobody saw the boat leave. ", 8)+"\n\n", 300))
	b.SetBytes(int64(len(d.Clean)))
	b.ReportAllocs()
	for b.Loop() {
		write(b, d, markdown.Options{})
	}
}
