package datatrove_test

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/datatrove"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// filterCase is a text of testdata/filters.json, with what datatrove 0.10.1 and spaCy 3.8.18 gave for it.
type filterCase struct {
	Name, Text string

	// Decisions are the reasons by profile, or "keep".
	Decisions map[string]string

	// Values are those that a filter compares with its thresholds; a missing one has none there.
	Values map[string]float64

	// Edited are the texts that C4's filters pass on, where no line rejects the document.
	Edited map[string]string
}

func filterCases(t testing.TB) []filterCase {
	t.Helper()
	b, err := os.ReadFile("testdata/filters.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []filterCase
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// values returns the defined values of s.
func values(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	return valuesOf(t)
}

func valuesOf(t *pytext.Text) map[string]float64 {
	all := map[string]float64{}
	for _, g := range datatrove.Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(t, v)
		for i, signal := range g.Signals {
			if !math.IsNaN(v[i]) {
				all[signal.Name] = v[i]
			}
		}
	}
	return all
}

// edited returns the text that p passes on.
func edited(p profile.Profile, s string) string {
	if p.Edit == nil {
		return s
	}
	t := pytext.New(s)
	defer t.Release()
	return p.Edit(t).Apply(s)
}

func profileNamed(name string) profile.Profile {
	return datatrove.Profiles[slices.IndexFunc(datatrove.Profiles, func(p profile.Profile) bool { return p.Name == name })]
}

// failures returns the reasons for which p rejects s, in order: in a profile of steps those of the first that does.
func failures(p profile.Profile, s string) []string {
	for _, step := range p.Steps {
		if f := failures(profileNamed(step), s); len(f) > 0 {
			return f
		}
		s = edited(profileNamed(step), s)
	}
	var reasons []string
	all := values(s)
	for _, r := range p.Rules {
		if v, ok := all[r.Signal]; ok && r.Fails(v) {
			reasons = append(reasons, strings.TrimPrefix(r.ID, p.Name+"."))
		}
	}
	return reasons
}

func TestValues(t *testing.T) {
	t.Parallel()
	for _, tt := range filterCases(t) {
		got := values(tt.Text)
		for signal, want := range tt.Values {
			if v, ok := got[signal]; !ok || v != want {
				t.Errorf("%s: %s is %v (%v), want %v", tt.Name, signal, v, ok, want)
			}
		}
	}
}

// TestUndefined checks that a value that the filters cannot compute has none here.
func TestUndefined(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", " \n"} {
		got := values(s)
		for _, signal := range []string{
			"datatrove-gopher-quality.avg_word_length", "datatrove-gopher-quality.hash_ratio",
			"datatrove-gopher-quality.alpha_words_ratio", "datatrove-gopher-repetition.top_2_gram",
			"datatrove-fineweb.line_punct_ratio", "datatrove-fineweb.list_ratio",
		} {
			if v, ok := got[signal]; ok {
				t.Errorf("%q: %s is %v", s, signal, v)
			}
		}
	}
}

// TestDecisions checks the first failure against the reference's. C4's filter goes from line to line and gives the reason that it
// meets first, which is among ours.
func TestDecisions(t *testing.T) {
	t.Parallel()
	for _, tt := range filterCases(t) {
		for name, want := range tt.Decisions {
			got := failures(profileNamed(name), tt.Text)
			switch {
			case want == "keep":
				if len(got) > 0 {
					t.Errorf("%s: %s rejects: %v", tt.Name, name, got)
				}
			case strings.HasPrefix(name, "datatrove-c4") || name == "fineweb":
				if !slices.Contains(got, want) {
					t.Errorf("%s: %s rejects for %v, want %s", tt.Name, name, got, want)
				}
			case len(got) == 0 || got[0] != want:
				t.Errorf("%s: %s rejects for %v, want %s first", tt.Name, name, got, want)
			}
		}
	}
}

func TestEdited(t *testing.T) {
	t.Parallel()
	for _, tt := range filterCases(t) {
		for name, want := range tt.Edited {
			if diff := cmp.Diff(want, edited(profileNamed(name), tt.Text)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", tt.Name, name, diff)
			}
		}
	}
}

// TestTables checks that every rule has a signal, and that names and ids are unique.
func TestTables(t *testing.T) {
	t.Parallel()
	signals, ids, profiles := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, g := range datatrove.Groups {
		for _, s := range g.Signals {
			if signals[s.Name] || s.Name == "" || s.Description == "" || s.Unit == "" {
				t.Errorf("signal %+v", s)
			}
			signals[s.Name] = true
		}
	}
	for _, p := range datatrove.Profiles {
		for _, step := range p.Steps {
			if !profiles[step] {
				t.Errorf("%s: no step %s before it", p.Name, step)
			}
		}
		profiles[p.Name] = true
		for _, r := range p.Rules {
			if !signals[r.Signal] || ids[r.ID] || r.Comparison == 0 {
				t.Errorf("%s: rule %+v", p.Name, r)
			}
			ids[r.ID] = true
		}
	}
}
