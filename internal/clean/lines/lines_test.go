package lines_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/lines"
	"github.com/copydesk/copydesk/internal/text"
)

func run(t testing.TB, in string, level lines.Level) (string, []text.Dropped) {
	t.Helper()
	c := text.NewChain(in)
	dropped, err := lines.Run(t.Context(), c, level, text.NewRuleSet(lines.Rules, nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	out, p := c.Done()
	if got := p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); got != out {
		t.Fatalf("replay gives %q, want %q", got, out)
	}
	return out, dropped
}

func TestRun(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"rights line", "Text stands here.\n\nCopyright ©2023 Kestrel Bay Courier. All Rights Reserved.", "Text stands here."},
		{"rights line with id", "Text.\n\n© 2023 Courier, Ltd. All rights reserved. 0f3a9c1be2d44758a6c3e1f09b7d2a55", "Text."},
		{"id", "Text.\n0f3a9c1be2d44758a6c3e1f09b7d2a55\nMore text.", "Text.\nMore text."},
		{"contact", "Text.\n\nWrite to Tom Ellery at tom@courier.example\n\nMore text.", "Text.\n\nMore text."},
		{"share bar", "Share this article\n\nText.", "Text."},
		{"newsletter in the middle", "One.\n\nSign up for our morning newsletter\n\nTwo.", "One.\n\nTwo."},
		{"indentation stays", "if x {\nADVERTISEMENT\n    y()\n}", "if x {\n    y()\n}"},
		{"glued id", "The end came. 0f3a9c1be2d44758a6c3e1f09b7d2a55", "The end came."},
		{"glued pointer", "The end came. Read more", "The end came."},
		{
			"prose about cookies",
			"The regulator said the site uses cookies to track children across more than four hundred pages, and fined it.",
			"The regulator said the site uses cookies to track children across more than four hundred pages, and fined it.",
		},
		{"prose about copyright", "The copyright on the song ran out in 2016.", "The copyright on the song ran out in 2016."},
		{"prose with a rights line glued on", "The bridge opened on Monday after two years of work by the town. Copyright 2023 Courier. All rights reserved.",
			"The bridge opened on Monday after two years of work by the town."},
		{"prose about rights",
			"The publisher let the copyright lapse in 1994, and the words all rights reserved on the cover mean nothing, a judge said.",
			"The publisher let the copyright lapse in 1994, and the words all rights reserved on the cover mean nothing, a judge said."},
		{"code", "set [email\u00a0protected]=3", "set [email\u00a0protected]=3"},
		{"surest phrase counts", "Download on the App Store", ""},
		{"prose about sharing", "Share prices fell.", "Share prices fell."},
		{"address in prose", "She told the court that the message from tom@courier.example had been deleted by her assistant.",
			"She told the court that the message from tom@courier.example had been deleted by her assistant."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, _ := run(t, tt.in, lines.Balanced)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if kept, _ := run(t, tt.in, lines.Keep); kept != tt.in {
				t.Errorf("Keep dropped something: %q", kept)
			}
			if again, dropped := run(t, got, lines.Balanced); again != got {
				t.Errorf("not idempotent: %q, dropped %v", again, dropped)
			}
		})
	}
}
