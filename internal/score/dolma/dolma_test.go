package dolma_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// values returns the values of all signals that are defined for s.
func values(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	all := map[string]float64{}
	for _, g := range dolma.Groups {
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

func TestValues(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/values.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Why, Text string
		Values    map[string]*float64
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, tt := range cases {
		got := values(tt.Text)
		for name, want := range tt.Values {
			v, defined := got[name]
			if want == nil {
				if defined {
					t.Errorf("%s: %s = %v, want none", tt.Why, name, v)
				}
			} else if !defined || math.Abs(v-*want) > 1e-12 {
				t.Errorf("%s: %s = %v (defined: %v), want %v", tt.Why, name, v, defined, *want)
			}
		}
	}
}

// TestMedianOfLongWords has more long words than short ones, the longest first.
func TestMedianOfLongWords(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]float64{200: 200, 201: 200.5, 300: 250} {
		s := strings.Repeat("x", 400) + " " + strings.Repeat("y", n) + " a " + strings.Repeat("z", 200)
		if got := values(s)["dolma-gopher-v1.median_word_length"]; got != want {
			t.Errorf("%d: %v, want %v", n, got, want)
		}
	}
}

// signal returns the group of a signal and its place there.
func signal(t *testing.T, name string) (g profile.Group, i int) {
	t.Helper()
	for _, g := range dolma.Groups {
		for i, s := range g.Signals {
			if s.Name == name {
				return g, i
			}
		}
	}
	t.Fatalf("there is no signal %q", name)
	return g, i
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	tests := []struct {
		signal, text string
		most         int
		want         []string
	}{
		{"dolma-gopher-v1.word_count", "a b", 9, nil},
		{"dolma-gopher-v1.symbol_to_word_ratio", "#a b c… ##", 2, []string{"#a", "c…"}},
		{"dolma-gopher-v2.fraction_of_words_with_alpha_character", "a 1 b --", 9, []string{"1", "--"}},
		{"dolma-gopher-v1.required_word_count", "The end of the day", 9, []string{"of", "the"}},
		{"dolma-gopher-v1.fraction_of_lines_starting_with_bullet_point", "* a\nb\n- c", 9, []string{"* a\n", "- c"}},
		{"dolma-gopher-v1.fraction_of_lines_ending_with_ellipsis", "a…\nb", 9, []string{"a…\n"}},
		{"dolma-gopher-v1.fraction_of_duplicate_lines", "a\n\nb\n\na", 9, []string{"a\n", "\n", "\n", "a"}},
		{"dolma-gopher-v2.fraction_of_duplicate_lines", "a\n\nb\n\na", 9, []string{"a\n", "a"}},
		{"dolma-gopher-v2.fraction_of_duplicate_lines", "\nb\n", 9, []string{"\n"}},
		{"dolma-gopher-v1.fraction_of_characters_in_most_common_2grams", "x a b y a  b", 9, []string{"a b", "a  b"}},
		{"dolma-gopher-v1.fraction_of_characters_in_most_common_3grams", "x a b y", 9, []string{"x a b"}},
		{"dolma-gopher-v2.fraction_of_characters_in_duplicate_5grams", "1 2 3 4 5 6 x 1 2 3 4 5 6", 9, []string{"1 2 3 4 5 6", "1 2 3 4 5 6"}},
		{"dolma-gopher-v2.fraction_of_characters_in_duplicate_5grams", "1 2 3 4 5", 9, nil},
		{"dolma-gopher-v2.fraction_of_characters_in_duplicate_10grams", "1 2 3", 9, nil},
		{"dolma-c4-v1.lines_with_no_ending_punctuation", "A line\nA line.\nÉ", 9, []string{"A line\n", "É"}},
		{"dolma-c4-v2.lines_with_too_few_words", "a b\na b c\n\n", 2, []string{"a b\n", "\n"}},
		{"dolma-c4-v2.has_naughty_word", "\u0130\u0130 butt butt, BUTT", 9, []string{"butt", "BUTT"}},
		{"dolma-c4-v1.has_javascript", "javascript. javascript", 9, []string{"javascript"}},
		{"dolma-c4-v2.has_javascript", "javascript. javascript", 9, []string{"javascript", "javascript"}},
		{"dolma-c4-v2.has_lorem_ipsum", "Lorem ipsum lorem ipsum", 1, []string{"Lorem ipsum"}},
		{"dolma-c4-v2.has_curly_brace", "{a} {b}", 9, []string{"{", "{"}},
		{"dolma-c4-v2.line_count", "a\nb", 9, nil},
	}
	for _, tt := range tests {
		g, i := signal(t, tt.signal)
		m := pytext.New(tt.text)
		var got []string
		for _, s := range g.Places(m, i, tt.most).Spans {
			got = append(got, s.Of(tt.text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s in %q (-want +got):\n%s", tt.signal, tt.text, diff)
		}
		m.Release()
	}
}

// edited returns s as the profile passes it on, and the rules that it was changed by.
func edited(t *testing.T, s string) (out string, rules []string) {
	t.Helper()
	m := pytext.New(s)
	defer m.Release()
	var b strings.Builder
	at := 0
	p := profileNamed(t, "dolma-c4")
	for e := range p.Edit(m).All() {
		if e.Span().Start < at || e.Span().Empty() || e.With() != "" {
			t.Fatalf("edit %v at %d", e, at)
		}
		b.WriteString(s[at:e.Start])
		at = e.Span().End
		rules = append(rules, strings.TrimPrefix(p.EditRules[e.Rule], "dolma-c4."))
	}
	return b.String() + s[at:], rules
}

func profileNamed(t *testing.T, name string) profile.Profile {
	t.Helper()
	for _, p := range dolma.Profiles {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("there is no profile %q", name)
	return profile.Profile{}
}

func TestEdit(t *testing.T) {
	t.Parallel()
	const unended, short = "lines_with_no_ending_punctuation", "lines_with_too_few_words"
	tests := []struct {
		text, want string
		rules      []string
	}{
		{"", "", nil},
		{"It is a line.\nIt is another.", "It is a line.\nIt is another.", nil},
		{"MENU\n\nIt is a line.\nShort one.\nIt goes on", "It is a line.\n", []string{unended, short, unended}},
		{"It is a line.\n", "It is a line.\n", nil},
	}
	for _, tt := range tests {
		got, rules := edited(t, tt.text)
		if got != tt.want {
			t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
		}
		if diff := cmp.Diff(tt.rules, rules); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestProfiles holds the tables together: every rule looks at a signal that there is, and no two have the same id.
func TestProfiles(t *testing.T) {
	t.Parallel()
	ids := map[string]bool{}
	for _, p := range dolma.Profiles {
		for _, r := range p.Rules {
			signal(t, r.Signal)
			if ids[r.ID] || !strings.HasPrefix(r.ID, p.Name+".") {
				t.Errorf("%s has rule %q", p.Name, r.ID)
			}
			ids[r.ID] = true
		}
	}
}

func TestVerdicts(t *testing.T) {
	t.Parallel()
	paragraph := "They have said that the boat is to be of use, and that with the tide it will leave the quay at number "
	var b strings.Builder
	for _, n := range []string{"one", "two", "three", "four"} {
		b.WriteString(paragraph[:60] + n + " " + paragraph[60:] + n + ".\n\n")
	}
	tests := []struct {
		profile, text string
		want          []string
	}{
		{"dolma-gopher-v2", "To be.", []string{"word_count_min", "median_word_length_min", "required_word_count"}},
		{"dolma-gopher-v1", strings.Repeat("\n", 9) + b.String(), []string{"fraction_of_duplicate_lines"}},
		{"dolma-c4", "See { lorem ipsum", []string{"has_curly_brace", "has_lorem_ipsum"}},
		{"dolma-c4", "A fine day.", nil},
	}
	for _, tt := range tests {
		v := values(tt.text)
		var got []string
		for _, r := range profileNamed(t, tt.profile).Rules {
			// How often the paragraphs repeat each other is not what these texts are about.
			if value, ok := v[r.Signal]; ok && r.Fails(value) && !strings.Contains(r.Signal, "grams") {
				got = append(got, strings.TrimPrefix(r.ID, tt.profile+"."))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.profile, diff)
		}
	}
}
