package structure_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/text"
)

type block struct {
	Kind  text.BlockKind
	Level int
	Text  string
}

func find(t testing.TB, clean string) []text.Block {
	t.Helper()
	blocks, err := structure.Blocks(t.Context(), clean)
	if err != nil {
		t.Fatal(err)
	}
	return blocks
}

func blocksOf(t testing.TB, clean string) []block {
	t.Helper()
	var got []block
	for _, b := range find(t, clean) {
		got = append(got, block{b.Kind, b.Level, b.Span.Of(clean)})
	}
	return got
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []block
	}{
		{"headings", "Lighthouse Reopens\n\nThe lamp was lit again on Tuesday.\n\nWhat comes next\n\nThe tower will be painted in spring.", []block{
			{text.Heading, 1, "Lighthouse Reopens"},
			{text.Paragraph, 0, "The lamp was lit again on Tuesday."},
			{text.Heading, 2, "What comes next"},
			{text.Paragraph, 0, "The tower will be painted in spring."},
		}},
		{"no headings", "The end.\n\nA last line without a stop", []block{
			{text.Paragraph, 0, "The end."},
			{text.Paragraph, 0, "A last line without a stop"},
		}},
		{"marked heading", "### Tides ###\n\nx", []block{{text.Heading, 3, "### Tides ###"}, {text.Paragraph, 0, "x"}}},
		{"hashtag", "#harbour", []block{{text.Paragraph, 0, "#harbour"}}},
		{"list", "- one\n- two\n  goes on\n    - deeper\n- three", []block{
			{text.ListItem, 1, "- one"},
			{text.ListItem, 1, "- two\n  goes on"},
			{text.ListItem, 2, "- deeper"},
			{text.ListItem, 1, "- three"},
		}},
		{"numbered list", "1. one\n2) two", []block{{text.ListItem, 1, "1. one"}, {text.ListItem, 1, "2) two"}}},
		{"year at the start", "2021. That was the year.", []block{{text.Paragraph, 0, "2021. That was the year."}}},
		{"indented code", "Run:\n\n    x := 1\n    y := 2\n\nDone.", []block{
			{text.Paragraph, 0, "Run:"}, {text.Code, 0, "    x := 1\n    y := 2"}, {text.Paragraph, 0, "Done."},
		}},
		{"indented code with a blank line", "    x := 1\n\n    y := 2\n\n```\nz\n```\n\n    v", []block{
			{text.Code, 0, "    x := 1\n\n    y := 2"}, {text.Code, 0, "```\nz\n```"}, {text.Code, 0, "    v"},
		}},
		{"fenced code", "```go\nx := 1\n\n\ny := 2\n```\n\nDone.", []block{
			{text.Code, 0, "```go\nx := 1\n\n\ny := 2\n```"}, {text.Paragraph, 0, "Done."},
		}},
		{"fence that is not closed", "``` go\n\nx\n\n~~~\n\n``` go", []block{
			{text.Paragraph, 0, "``` go"}, {text.Paragraph, 0, "x"}, {text.Paragraph, 0, "~~~"}, {text.Paragraph, 0, "``` go"},
		}},
		{"quotation", "> Keep the lamp lit.\n> Always.", []block{{text.Quote, 0, "> Keep the lamp lit.\n> Always."}}},
		{"table", "Boat\tCrew\nPetrel\t4\nDunlin\t6", []block{{text.Table, 0, "Boat\tCrew\nPetrel\t4\nDunlin\t6"}}},
		{"table with bars", "| Boat | Crew |\n|---|---|\n| Petrel | 4 |", []block{{text.Table, 0, "| Boat | Crew |\n|---|---|\n| Petrel | 4 |"}}},
		{"rows that differ", "Boat\tCrew\nPetrel", []block{{text.Verse, 0, "Boat\tCrew\nPetrel"}}},
		{"verse", "The lamp is lit,\nthe boats are in,\nthe harbour sleeps.", []block{
			{text.Verse, 0, "The lamp is lit,\nthe boats are in,\nthe harbour sleeps."},
		}},
		{"caption", "Figure 3: The tower in 1911\n\nText follows here and goes on.", []block{
			{text.Caption, 0, "Figure 3: The tower in 1911"}, {text.Paragraph, 0, "Text follows here and goes on."},
		}},
		{"formula", `\[E = mc^2\]`, []block{{text.Math, 0, `\[E = mc^2\]`}}},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, blocksOf(t, tt.in)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCancelled checks that every step gives up: lines, paragraphs, items, fences.
func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, in := range []string{"a\n", "a\n\n", "- a\n", "```\n\n", "a b "} {
		if _, err := structure.Blocks(ctx, strings.Repeat(in, 1<<17)); !errors.Is(err, context.Canceled) {
			t.Errorf("%q…: error is %v", in, err)
		}
	}
}

// FuzzBlocks holds that blocks are in order and cover everything but white space.
func FuzzBlocks(f *testing.F) {
	f.Add("# a\n\n- b\n  - c\n\n```\nd\n\n```\n\n> e\n\n|f|\n|g|\n\n\th")
	f.Fuzz(func(t *testing.T, clean string) {
		end := 0
		for _, b := range find(t, clean) {
			if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(clean) || strings.TrimSpace(clean[end:b.Span.Start]) != "" {
				t.Fatalf("block %+v after %d of %q", b, end, clean)
			}
			end = b.Span.End
		}
		if strings.TrimSpace(clean[end:]) != "" {
			t.Fatalf("%q is in no block", clean[end:])
		}
	})
}

func BenchmarkBlocks(b *testing.B) {
	clean := strings.Repeat(strings.Repeat("The harbour was quiet, and nobody saw the boat leave. ", 8)+"\n\n", 300)
	b.SetBytes(int64(len(clean)))
	b.ReportAllocs()
	for b.Loop() {
		find(b, clean)
	}
}
