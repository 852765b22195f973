package layout_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/layout"
	"github.com/copydesk/copydesk/internal/text"
)

// run returns in as it is laid out by the default rules, and holds the provenance to its promise.
func run(t testing.TB, in string) string {
	t.Helper()
	c := text.NewChain(in)
	if err := layout.Run(t.Context(), c, text.NewRuleSet(layout.Rules, nil, nil)); err != nil {
		t.Fatal(err)
	}
	out, account := c.Done()
	if got := account.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); got != out {
		t.Fatalf("replay of %q gives %q, want %q", in, got, out)
	}
	return out
}

// TestCases reads pages from testdata/cases.json, as lines. One without "want" must stay as it is.
func TestCases(t *testing.T) {
	var cases []struct {
		Name     string
		In, Want []string
	}
	data, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if c.Want == nil {
				c.Want = c.In
			}
			in, want := strings.Join(c.In, "\n"), strings.Join(c.Want, "\n")
			got := run(t, in)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if again := run(t, got); again != got {
				t.Errorf("a second time: %s", cmp.Diff(got, again))
			}
		})
	}
}
