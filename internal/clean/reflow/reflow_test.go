package reflow_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/text"
)

// testCase is one text; Want is empty if it must stay as it is, KnownFailure says why it does not come out right yet.
type testCase struct {
	Name         string `json:"name"`
	In           string `json:"in"`
	Want         string `json:"want"`
	KnownFailure string `json:"known_failure"`
}

func cases(t testing.TB) []testCase {
	t.Helper()
	b, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []testCase
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if all[i].Want == "" {
			all[i].Want = all[i].In
		}
	}
	return all
}

func run(t testing.TB, in string, disable ...text.Rule) (string, text.Provenance) {
	t.Helper()
	c := text.NewChain(in)
	if err := reflow.Run(t.Context(), c, text.NewRuleSet(reflow.Rules, nil, disable)); err != nil {
		t.Fatal(err)
	}
	return c.Done()
}

func TestCases(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			got, _ := run(t, c.In)
			diff := cmp.Diff(c.Want, got)
			switch {
			case c.KnownFailure != "" && diff == "":
				t.Errorf("comes out right now: take out known_failure %q", c.KnownFailure)
			case c.KnownFailure == "" && diff != "":
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRules(t *testing.T) {
	t.Parallel()
	all := cases(t)
	for _, c := range []struct {
		name string
		rule text.Rule
	}{{"linked names", reflow.Link}, {"wrapped", reflow.Wrap}, {"hyphen of a split word", reflow.Hyphen}, {"page number and running head inside a sentence", reflow.Page}} {
		for _, k := range all {
			if k.Name == c.name {
				checkRule(t, k.In, c.rule)
			}
		}
	}
}

// checkRule holds that rule works on in, says how sure it is, and can be turned off.
func checkRule(t *testing.T, in string, rule text.Rule) {
	t.Helper()
	count := func(p text.Provenance) (n int) {
		for s := range p.Segments() {
			if s.Rule == rule {
				n++
				if s.Confidence <= .5 || s.Confidence > 1 {
					t.Errorf("%s: confidence %v", rule, s.Confidence)
				}
			}
		}
		return n
	}
	if _, p := run(t, in); count(p) == 0 {
		t.Errorf("%s did nothing", rule)
	}
	if _, p := run(t, in, rule); count(p) != 0 {
		t.Errorf("%s was off and joined", rule)
	}
}

// checkInvariants holds what is promised of every text.
func checkInvariants(t testing.TB, in string) {
	t.Helper()
	out, p := run(t, in)
	if replayed := p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); replayed != out {
		t.Fatalf("replay of %q gives %q, want %q", in, replayed, out)
	}
	if utf8.ValidString(in) && !utf8.ValidString(out) {
		t.Fatalf("%q became %q, which is not UTF-8", in, out)
	}
	if again, _ := run(t, out); again != out {
		t.Fatalf("%q became %q and then %q", in, out, again)
	}
	if same, _ := run(t, in); same != out {
		t.Fatalf("%q became %q once and %q once", in, out, same)
	}
	hyphens := strings.NewReplacer("-", "", "\u00ad", "")
	bare := func(s string) string { return hyphens.Replace(strings.Join(strings.Fields(s), "")) }
	var rest strings.Builder // without what stands between two pages
	for s := range p.Segments() {
		if s.Rule != reflow.Page {
			rest.WriteString(s.Source.Of(in))
		}
	}
	if bare(out) != bare(rest.String()) {
		t.Fatalf("%q became %q: more than white space and hyphens changed", in, out)
	}
	if kept, _ := run(t, in, reflow.Page); bare(kept) != bare(in) {
		t.Fatalf("%q became %q without the rule for pages: more than white space and hyphens changed", in, kept)
	}
}

func TestInvariants(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		checkInvariants(t, c.In)
		checkInvariants(t, strings.ReplaceAll(c.In, "\n\n", "\n"))
		checkInvariants(t, strings.ReplaceAll(c.In, " ", "\n\n"))
		checkInvariants(t, strings.ReplaceAll(c.In, " ", "\n"))
	}
}

func FuzzRun(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.In)
	}
	f.Add("a-\nb\n\xff\n, c\n\n(\n\nd")
	f.Fuzz(func(t *testing.T, in string) { checkInvariants(t, in) })
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := text.NewChain(strings.Repeat("a line of this text\n", 10_000))
	defer c.Close()
	if err := reflow.Run(ctx, c, text.NewRuleSet(reflow.Rules, nil, nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}
