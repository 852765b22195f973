package general

import (
	"encoding/json"
	"math"
	"os"
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

func TestSyllables(t *testing.T) {
	b, err := os.ReadFile("testdata/syllables.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases struct {
		Words map[string]int

		// KnownFailures are what is counted, and what is spoken.
		KnownFailures map[string][2]int `json:"known_failures"`
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	var l letters
	for word, want := range cases.Words {
		if got := l.spell(word).syllables; got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
	for word, n := range cases.KnownFailures {
		if got := l.spell(word).syllables; got != n[0] {
			t.Errorf("%s: %d, was %d; it is spoken as %d", word, got, n[0], n[1])
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0},
		{"--- ***", 0},
		{"A headline\nIt went well. Or did it? Yes!", 4},
		{"Mr. Gray met Dr. Ames on Jan. 5 in St. Ives.", 1},
		{"It rose by 3.5 percent. Then it fell.", 2},
		{"“Will you?” she asked. “I will.” He left.", 3},
		{"J. Marsh wrote it. So did I. We know.", 3},
		{"It rained… and then it snowed… Then the sun came.", 2},
		{"one\n\n  two\r\n\tthree", 3},
		{"(It was late.) We left.", 2},
	}
	for _, tt := range tests {
		m := pytext.New(tt.text)
		if got := int(read(m).sentences); got != tt.want {
			t.Errorf("%q: %d sentences, want %d", tt.text, got, tt.want)
		}
		m.Release()
	}
}

// TestReadability holds the formulas to values reckoned by hand.
func TestReadability(t *testing.T) {
	// 13 words, 3 sentences, 16 syllables, 1 word of three, 51 letters.
	const s = "The old boat left. The passengers came to the quay. It was winter."
	words, sentences, syllables, long, letters := 13.0, 3.0, 16.0, 1.0, 51.0
	got := values(s, "en-GB")
	want := map[string]float64{
		"flesch_reading_ease":         206.835 - 1.015*(words/sentences) - 84.6*(syllables/words),
		"flesch_kincaid_grade":        0.39*(words/sentences) + 11.8*(syllables/words) - 15.59,
		"gunning_fog":                 0.4 * (words/sentences + 100*long/words),
		"smog_index":                  1.043*math.Sqrt(30*long/sentences) + 3.1291,
		"coleman_liau_index":          0.0588*(100*letters/words) - 0.296*(100*sentences/words) - 15.8,
		"automated_readability_index": 4.71*(letters/words) + 0.5*(words/sentences) - 21.43,
	}
	for name, v := range want {
		if math.Abs(got[name]-v) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, got[name], v)
		}
	}
}

func TestEnglish(t *testing.T) {
	const english = "The boat left the harbour and the crew was on deck with the mail for the island."
	tests := []struct {
		name, text, language string
		want                 bool
	}{
		{"by itself", english, "", true},
		{"told so", "Boats sail.", "en", true},
		{"told so, with a region", "Boats sail.", "EN-gb", true},
		{"told otherwise", english, "nl", false},
		{"German", "Das Boot lief am Morgen aus, und die Post war für die Insel bestimmt.", "", false},
		{"Dutch", "De boot is met de post van het eiland vertrokken en was op tijd terug.", "", false},
		{"Spanish", "El barco salió del puerto por la mañana con el correo a bordo.", "", false},
		{"no words", "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got := values(tt.text, tt.language)["flesch_reading_ease"]
			if got != tt.want {
				t.Errorf("English is %v", got)
			}
		})
	}
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
	if values(long, "")["compression_ratio"] != values(long+"what stands behind is not looked at", "")["compression_ratio"] {
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

// TestHistogram holds counts to those of a map, in memory that was used before.
func TestHistogram(t *testing.T) {
	for _, s := range []string{"", "abc", "aéa中é\U0010FFFFa", string(pattern(0x5000)), "中中"} {
		want, got := map[rune]int{}, map[rune]int{}
		for _, r := range s {
			want[r]++
		}
		h := newHistogram(s)
		h.each(func(r rune, n int) { got[r] += n })
		h.release()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.10q (-want +got):\n%s", s, diff)
		}
	}
}

// FuzzGeneral looks for texts with values that are no numbers, or that change.
func FuzzGeneral(f *testing.F) {
	for _, s := range []string{
		"", "y", "'", "Mr.", "the e-e’e", "the eyes of the beyond-y", "the ÀÉß of þÿ×÷", "日本語ー", "\x1c.", "the\n.\n!", "of\u00a0the “No.” …",
		strings.Repeat("supercalifragilistic", 9) + " of the", "of of of -ism esque",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("texts are valid UTF-8")
		}
		first := values(s, "en")
		for name, v := range first {
			if math.IsInf(v, 0) {
				t.Errorf("%s is %v", name, v)
			}
		}
		if diff := cmp.Diff(first, values(s, "en")); diff != "" {
			t.Errorf("differs the second time:\n%s", diff)
		}
	})
}

// BenchmarkGroups measures each group by itself, on a text whose words are known.
func BenchmarkGroups(b *testing.B) {
	s := strings.Repeat("The harbour’s keeper opened the northern gate early, and several vessels waited outside until evening. ", 3) +
		prose
	s = strings.Repeat(s, 3)
	for _, g := range Groups {
		b.Run(strings.TrimPrefix(g.Signals[0].Name, prefix), func(b *testing.B) {
			t := pytext.New(s)
			defer t.Release()
			t.Words()
			v := make([]float64, len(g.Signals))
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				g.Measure(t, v)
			}
		})
	}
}

// prose has as many types of words as an article of its length.
const prose = `Nobody on the island had expected the council to vote before winter. Fishermen complained that quotas, announced
in a letter nobody answered, would ruin families already paying more for diesel. “We were promised an inquiry,” said one of
them, who repairs engines between seasons. The ministry replied that negotiations continue and declined further comment.
Meanwhile schoolchildren painted banners, a retired teacher organised transport, and the bakery stayed open all night. By
Tuesday, roughly four hundred people stood along the breakwater; some sang. Whether their protest changes anything depends on
an appeal that judges may not hear until spring, when the larger trawlers usually return. `
