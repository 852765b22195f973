package nemo

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// values returns the defined values of s by the reference's names.
func values(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	byName := map[string]float64{}
	for _, g := range Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(t, v)
		for i, signal := range g.Signals {
			if !math.IsNaN(v[i]) {
				byName[strings.TrimPrefix(signal.Name, prefix)] = v[i]
			}
		}
	}
	return byName
}

// TestValues checks values against those of the reference's own code, which made the file. Where it stopped with an error, there
// is none; among the commonest n-grams it took the first of the text.
func TestValues(t *testing.T) {
	b, err := os.ReadFile("testdata/values.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Name, Text string
		Times      int
		Values     map[string]float64
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if diff := cmp.Diff(c.Values, values(strings.Repeat(c.Text, max(1, c.Times)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestProfile(t *testing.T) {
	signals := map[string]bool{}
	for _, g := range Groups {
		for _, s := range g.Signals {
			if signals[s.Name] || s.Description == "" || s.Unit == "" {
				t.Errorf("%s: twice, or without description or unit", s.Name)
			}
			signals[s.Name] = true
		}
	}
	judged := map[string]bool{}
	ids := map[string]bool{}
	for _, r := range Profiles[0].Rules {
		if !signals[r.Signal] || ids[r.ID] || !strings.HasPrefix(r.ID, Profiles[0].Name+".") {
			t.Errorf("%s: no signal %s, or not of this profile, or twice", r.ID, r.Signal)
		}
		ids[r.ID], judged[r.Signal] = true, true
	}
	if diff := cmp.Diff(signals, judged); diff != "" {
		t.Errorf("signals without a rule (-want +got):\n%s", diff)
	}
}

func TestPlaces(t *testing.T) {
	tests := []struct {
		signal, text string
		want         []string
	}{
		{"alpha_numeric", "ab - c; d.", []string{" - ", "; "}},
		{"numbers_ratio", "in 2024 or 7", []string{"2024", "7"}},
		{"white_space", "a  b\tc", []string{"  ", "\t"}},
		{"parentheses_ratio", "(a) ⟨b⟩", []string{"(", ")", "⟨", "⟩"}},
		{"urls_ratio", "x http://a.example y https://b.example/é", []string{"http://a.example", "https://b.example/"}},
		{"pornographic_urls", "http://a.example http://porn.example", []string{"http://porn.example"}},
		{"symbol_to_word", "# a ... #b", []string{"#", "..."}},
		{"words_without_alphabets", "a 12 -- b", []string{"12", "--"}},
		{"max_word_length", "to them, those", []string{"them,", "those"}},
		{"word_count", "a b", nil},
		{"repeated_lines", "a\nb\na\n \na\n", []string{"a", "a"}},
		{"repeated_lines_char", "a\na", []string{"a"}},
		{"punctuation", "A.\n  B \nC!", []string{"B"}},
		{"ellipsis", "A...\nB\nread More", []string{"A...", "read More"}},
		{"bullet_ratio", " • a\n- b", []string{"• a"}},
		{"repeated_paragraphs", "a\n\nb\n\na", []string{"a"}},
		{"repeated_paragraphs_char", "a\nb\n\na\nb", []string{"a\nb"}},
		{"boilerplate_string_ratio", "Terms of use\n\nno\n\nuse cookies", []string{"Terms of use", "use cookies"}},
		{"repeating_top_2grams", "a b c a b d a b", []string{"a b", "a b", "a b"}},
		{"repeating_dup_5gram", "a b c d e f x a b c d e f y a b c d e", []string{"a b c d e f", "a b c d e"}},
	}
	for _, tt := range tests {
		t.Run(tt.signal, func(t *testing.T) {
			m := pytext.New(tt.text)
			defer m.Release()
			g, i := find(t, tt.signal)
			var got []string
			for _, p := range g.Places(m, i, 10).Spans {
				got = append(got, p.Of(tt.text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if n := len(g.Places(m, i, 1).Spans); n > 1 {
				t.Errorf("%d places where one was asked for", n)
			}
		})
	}
}

func find(t *testing.T, name string) (g profile.Group, i int) {
	t.Helper()
	for _, g := range Groups {
		for i, s := range g.Signals {
			if s.Name == prefix+name {
				return g, i
			}
		}
	}
	t.Fatalf("no signal %s", name)
	return g, i
}

// FuzzNemo looks for texts with values that are not finite, that change, or with invalid places.
func FuzzNemo(f *testing.F) {
	for _, s := range []string{
		"", " ", "one", "a b a b a b a b", "• x\n\n…\n\n• x", "http://porn.example/(x", "\u212a terms of use", "⟨1⟩\r\n\u2028\x1c",
		"lorem ipsum", strings.Repeat("the boat ", 30), "日本語の文章です。\n日本語の文章です。", "#\x85# 🙂",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("texts are valid UTF-8")
		}
		first := values(s)
		for name, v := range first {
			if math.IsInf(v, 0) || v < 0 {
				t.Errorf("%s is %v", name, v)
			}
		}
		if diff := cmp.Diff(first, values(s)); diff != "" {
			t.Errorf("differs the second time:\n%s", diff)
		}
		m := pytext.New(s)
		defer m.Release()
		for _, g := range Groups {
			for i := range g.Signals {
				checkPlaces(t, s, g.Signals[i].Name, g.Places(m, i, 3).Spans)
			}
		}
	})
}

func checkPlaces(t *testing.T, s, name string, places []text.Span) {
	t.Helper()
	last := 0
	for _, p := range places {
		if p.Start < last || p.Empty() || p.End > len(s) || !utf8.ValidString(p.Of(s)) {
			t.Errorf("%s: place %v after %d in %d bytes", name, p, last, len(s))
		}
		last = p.End
	}
	if len(places) > 3 {
		t.Errorf("%s: %d places where 3 were asked for", name, len(places))
	}
}
