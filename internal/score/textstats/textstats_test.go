package textstats

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// values returns the defined values of s by name.
func values(s, language string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	t.Language = language
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

func TestSignals(t *testing.T) {
	tests := []struct {
		name, text string
		want       map[string]float64
	}{
		{"two letters", "abab", map[string]float64{"character_entropy": 1, "word_entropy": 0, "uppercase_ratio": 0, "script_latin": 1}},
		{"one letter", "aaaa", map[string]float64{"character_entropy": 0}},
		{"four words", "a b c d", map[string]float64{"word_entropy": 2}},
		{"casing", "The NATO ship, BBC said, is McKay 12 I A-1", map[string]float64{"all_caps_word_ratio": 2.0 / 9, "title_case_word_ratio": 1.0 / 9}},
		{"casing beyond ASCII", "Éva ÉVA éva Жук ЖУК", map[string]float64{"all_caps_word_ratio": 0.4, "title_case_word_ratio": 0.4}},
		{"scripts", "abßж中かカーไת", map[string]float64{
			"script_latin": 0.3, "script_cyrillic": 0.1, "script_han": 0.1, "script_kana": 0.3, "script_thai": 0.1, "script_hebrew": 0.1,
		}},
		{"more scripts", "αعह한Ա", map[string]float64{
			"script_greek": 0.2, "script_arabic": 0.2, "script_devanagari": 0.2, "script_hangul": 0.2, "script_other": 0.2,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := values(tt.text, "")
			for name := range got {
				if _, ok := tt.want[name]; !ok && !(strings.HasPrefix(name, "script_") && got[name] != 0 && strings.Contains(tt.name, "scripts")) {
					delete(got, name)
				}
			}
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for _, s := range []string{"", "\n", "12 ::"} {
		for name := range values(s, "") {
			if strings.HasPrefix(name, "script_") || strings.HasSuffix(name, "case_word_ratio") {
				t.Errorf("%q: %s is defined without letters", s, name)
			}
		}
	}
}

func TestCompression(t *testing.T) {
	equal := values(strings.Repeat("the same line\n", 200), "")["compression_ratio"]
	made := strings.Map(func(r rune) rune { return 'a' + (r*r*7919/13)%26 }, string(pattern(3000)))
	if other := values(made, "")["compression_ratio"]; equal > 0.05 || other < 5*equal {
		t.Errorf("repetition: %v, less of it: %v", equal, other)
	}
	long := strings.Repeat("x", maxCompressed)
	if values(long, "")["compression_ratio"] != values(long+"what follows is not looked at", "")["compression_ratio"] {
		t.Error("more than the start is compressed")
	}
}

// pattern returns n characters, no two of the first thousands the same.
func pattern(n int) []rune {
	r := make([]rune, n)
	for i := range r {
		r[i] = rune(i + 1)
	}
	return r
}

// TestHistogram checks counts against those of a map, in memory that was used before.
func TestHistogram(t *testing.T) {
	for _, s := range []string{"", "abc", "aéa中é\U0010FFFFa", string(pattern(0x5000)), "中中"} {
		want, got := map[rune]int{}, map[rune]int{}
		for _, r := range s {
			want[r]++
		}
		m := pytext.New(s)
		h := newHistogram(m)
		h.each(func(r rune, n int) { got[r] += n })
		h.release()
		m.Release()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.10q (-want +got):\n%s", s, diff)
		}
	}
}

// FuzzValues looks for texts with values that are not finite, or that change.
func FuzzValues(f *testing.F) {
	for _, s := range []string{"", "the ÀÉß of þÿ×÷", "日本語ー", "\x1c.", "of of of -ism esque"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("texts are valid UTF-8")
		}
		first := values(s, "")
		for name, v := range first {
			if math.IsInf(v, 0) {
				t.Errorf("%s is %v", name, v)
			}
		}
		if diff := cmp.Diff(first, values(s, "")); diff != "" {
			t.Errorf("differs the second time:\n%s", diff)
		}
	})
}
