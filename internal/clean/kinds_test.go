package clean_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
)

// minCases and minGuards are how many cases a kind of fault has at least, and how many texts that only look like it. A kind without
// cases is one of texts that must stay.
const minCases, minGuards = 5, 2

// TestKinds reads kinds of faults that people report from testdata/kinds.json, and cleans texts that have them. The guards must
// stay as they are.
func TestKinds(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/kinds.json")
	if err != nil {
		t.Fatal(err)
	}
	var kinds map[string]struct {
		Why    string
		Cases  []struct{ In, Want string }
		Guards []string
	}
	if err := json.Unmarshal(data, &kinds); err != nil {
		t.Fatal(err)
	}
	for name, kind := range kinds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if len(kind.Cases) > 0 && len(kind.Cases) < minCases || len(kind.Guards) < minGuards || len(kind.Cases)+len(kind.Guards) < minCases {
				t.Errorf("%d cases and %d guards are too few", len(kind.Cases), len(kind.Guards))
			}
			for _, c := range kind.Cases {
				if diff := cmp.Diff(c.Want, cleaned(t, c.In)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", kind.Why, diff)
				}
			}
			for _, g := range kind.Guards {
				if diff := cmp.Diff(g, cleaned(t, g)); diff != "" {
					t.Errorf("guard (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// cleaned returns in after cleaning, which must leave its own result as it is.
func cleaned(t *testing.T, in string) string {
	t.Helper()
	d := run(t, clean.Input{Form: clean.Text, Content: in})
	checkInvariants(t, d)
	if again := run(t, clean.Input{Form: clean.Text, Content: d.Clean}).Clean; again != d.Clean {
		t.Errorf("a second time (-first +second):\n%s", cmp.Diff(d.Clean, again))
	}
	return d.Clean
}
