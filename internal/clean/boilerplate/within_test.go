package boilerplate_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

// TestRunWithin holds that structures that are kept whole lose no line, and that items of lists may repeat each other.
func TestRunWithin(t *testing.T) {
	t.Parallel()
	const (
		long   = "The channel was closed again on Monday, and nobody could say when the boats would be let through once more."
		prompt = "Sign up for our newsletter"
	)
	in := strings.Join([]string{long, prompt, long, "The end of the matter is not known."}, "\n\n")
	tests := []struct {
		kind            text.BlockKind
		copies, prompts int
	}{
		{0, 1, 0},
		{text.Paragraph, 1, 0},
		{text.ListItem, 2, 0},
		{text.Quote, 2, 1},
		{text.Table, 2, 1},
		{text.Code, 2, 1},
		{text.Math, 2, 1},
	}
	for _, tt := range tests {
		c := text.NewChain(in)
		_, err := boilerplate.RunWithin(t.Context(), c, boilerplate.Balanced, text.NewRuleSet(boilerplate.Rules, nil, nil), func(text.Span) text.BlockKind { return tt.kind })
		if err != nil {
			t.Fatal(err)
		}
		out, _ := c.Done()
		if copies, prompts := strings.Count(out, long), strings.Count(out, prompt); copies != tt.copies || prompts != tt.prompts {
			t.Errorf("kind %d: %d copies, %d prompts, want %d and %d: %q", tt.kind, copies, prompts, tt.copies, tt.prompts, out)
		}
	}
}
