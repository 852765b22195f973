package dclm_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// valuesOf returns the signals of s by name, those that are undefined too.
func valuesOf(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	values := map[string]float64{}
	for _, g := range dclm.Groups {
		v := make([]float64, len(g.Signals))
		g.Measure(t, v)
		for i, signal := range g.Signals {
			values[signal.Name] = v[i]
		}
	}
	return values
}

// cases reads cases from a file of testdata.
func cases[T any](t *testing.T, file string) (list []T) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestSignals(t *testing.T) {
	t.Parallel()
	for _, c := range cases[struct {
		Name, Text string
		Want       map[string]float64
		Undefined  []string
	}](t, "signals.json") {
		t.Run(c.Name, func(t *testing.T) {
			got := valuesOf(c.Text)
			for name, want := range c.Want {
				if v, ok := got[name]; !ok || v != want {
					t.Errorf("%s is %v, want %v", name, v, want)
				}
			}
			for _, name := range c.Undefined {
				if v, ok := got[name]; !ok || !math.IsNaN(v) {
					t.Errorf("%s is %v, want it undefined", name, v)
				}
			}
		})
	}
}

func TestModifiers(t *testing.T) {
	t.Parallel()
	byName := map[string]profile.Profile{}
	for _, m := range dclm.Modifiers {
		byName[strings.TrimPrefix(m.Name, "dclm-modifier:")] = m
	}
	for _, c := range cases[struct{ Modifier, In, Out string }](t, "modifiers.json") {
		text := pytext.New(c.In)
		if diff := cmp.Diff(c.Out, byName[c.Modifier].Edit(text).Apply(c.In)); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", c.Modifier, c.In, diff)
		}
		text.Release()
	}
}

// TestChain follows a page through all the modifiers, of which the later ones see what the earlier ones left.
func TestChain(t *testing.T) {
	t.Parallel()
	const s = "\n 42 \nMENU\nThe ferry left the quay at nine.\n\n\n\nSign items in cart-in here now\nRead more...\n 7 likes \nlogin\n "
	text := pytext.New(s)
	defer text.Release()
	var got [][2]string
	edits := dclm.Profiles[0].Edit(text)
	for e := range edits.All() {
		got = append(got, [2]string{strings.TrimPrefix(dclm.Profiles[0].EditRules[e.Rule], "dclm-refinedweb."), e.Span().Of(s)})
	}
	want := [][2]string{
		{"uppercase_ratio_line", "\n"},
		{"line_length_min2", " 42 \n"},
		{"uppercase_ratio_line", "MENU\n"},
		{"newline_removal", "\n\n"},
		{"substring_sign_in", "Sign"},
		{"substring_items_in_cart", " items in cart"},
		{"substring_sign_in", "-in "},
		{"substring_read_more", "\nRead more..."},
		{"counter_line", "\n 7 likes "},
		{"line_length_min2", "\nlogin"},
		{"uppercase_ratio_line", "\n "},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("The ferry left the quay at nine.\n\nhere now", edits.Apply(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRules checks the profile's rules against the signals that there are.
func TestRules(t *testing.T) {
	t.Parallel()
	values, ids := valuesOf(""), map[string]bool{}
	for _, r := range dclm.Profiles[0].Rules {
		if _, ok := values[r.Signal]; !ok {
			t.Errorf("%s looks at %s, which there is not", r.ID, r.Signal)
		}
		if ids[r.ID] || !strings.HasPrefix(r.ID, "dclm-refinedweb.") {
			t.Errorf("rule %q", r.ID)
		}
		ids[r.ID] = true
	}
	if len(ids) != 30 {
		t.Errorf("%d rules", len(ids))
	}
}
