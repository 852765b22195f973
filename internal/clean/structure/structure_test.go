package structure_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/text"
)

func TestBlocks(t *testing.T) {
	t.Parallel()
	const clean = "Lighthouse Reopens\n\nThe lamp was lit again on Tuesday.\n\n- one\n- two\n  goes on\n\n    x := 1\n    y := 2\n\nDone."
	type block struct {
		Kind text.BlockKind
		Text string
	}
	want := []block{
		{text.Heading, "Lighthouse Reopens"},
		{text.Paragraph, "The lamp was lit again on Tuesday."},
		{text.ListItem, "- one"},
		{text.ListItem, "- two\n  goes on"},
		{text.Code, "x := 1\n    y := 2"},
		{text.Paragraph, "Done."},
	}
	var got []block
	for _, b := range structure.Blocks(clean) {
		got = append(got, block{b.Kind, b.Span.Of(clean)})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
