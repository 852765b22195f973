package readability

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
	none := pytext.New("")
	defer none.Release()
	for word, want := range cases.Words {
		if got := l.spell(none, word).syllables; got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
	for word, n := range cases.KnownFailures {
		if got := l.spell(none, word).syllables; got != n[0] {
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

// TestReadability compares with the formulas, for counts made by hand.
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
		{"by its tag", "Boats sail.", "en", true},
		{"by its tag, with a region", "Boats sail.", "EN-gb", true},
		{"against its tag", english, "nl", false},
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

// FuzzReadability looks for texts with values that are not finite, or that change.
func FuzzReadability(f *testing.F) {
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
