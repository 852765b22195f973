package extract

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCases holds kinds of dates, contacts and addresses with their opposites, which look alike and are none. A case with a
// fault is known to fail; it says why.
func TestCases(t *testing.T) {
	t.Parallel()
	for file, list := range map[string]func(*Facts) map[string]string{
		"testdata/dates.json": func(f *Facts) map[string]string {
			got := map[string]string{}
			for _, d := range f.Dates {
				got[d.Text] = d.Value
			}
			return got
		},
		"testdata/contacts.json": func(f *Facts) map[string]string {
			got := map[string]string{}
			for _, c := range f.Contacts {
				got[c.Text] = c.Value
			}
			return got
		},
		"testdata/links.json": func(f *Facts) map[string]string {
			got := map[string]string{}
			for _, l := range f.Links {
				got[l.Text] = l.URL
			}
			return got
		},
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []struct {
			Kind, Text, Fault string
			Want              map[string]string // value by text
		}
		if err := json.Unmarshal(data, &cases); err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			switch diff := cmp.Diff(c.Want, list(run(t, document(c.Text)))); {
			case c.Fault == "" && diff != "":
				t.Errorf("%s: %q (-want +got):\n%s", c.Kind, c.Text, diff)
			case c.Fault != "" && diff == "":
				t.Errorf("%s: %q no longer fails: take out its fault", c.Kind, c.Text)
			}
		}
	}
}
