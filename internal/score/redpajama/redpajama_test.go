package redpajama

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/wordlist"
	"github.com/copydesk/copydesk/internal/text"
)

func readCases[T any](t *testing.T, file string) []T {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// values measures all signals of a text: by name, "rpv2." left out, the undefined ones not among them.
func values(m *pytext.Text) map[string]float64 {
	all := map[string]float64{}
	for _, g := range Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(m, v)
		for i, s := range g.Signals {
			if !math.IsNaN(v[i]) {
				all[strings.TrimPrefix(s.Name, "rpv2.rps_")] = v[i]
			}
		}
	}
	return all
}

func allLines(m *pytext.Text) (list []LineValues) {
	EachLine(m, func(l LineValues) { list = append(list, l) })
	return list
}

// lineCase is what is expected of a line; what is not zero.
type lineCase struct {
	Start, End, Words, JavaScript int
	Terminal, Bullet              bool
	Uppercase, Numerical          float64
}

// The expected values of testdata/values.json come from eval/peers/golden_redpajama.py.
func TestValues(t *testing.T) {
	for _, c := range readCases[struct {
		Name, Language, Text string
		Want                 map[string]*float64 // null where undefined; what is missing is 0
		Lines                []lineCase
	}](t, "values.json") {
		t.Run(c.Name, func(t *testing.T) {
			m := pytext.New(c.Text)
			defer m.Release()
			m.Language = c.Language
			got := values(m)
			for _, g := range Groups {
				for _, s := range g.Signals {
					name := strings.TrimPrefix(s.Name, "rpv2.rps_")
					if strings.HasPrefix(name, "lines_") {
						continue
					}
					want, listed := c.Want[name]
					v, defined := got[name]
					if undefined := listed && want == nil; undefined == defined {
						t.Errorf("%s is %v, defined %v", name, v, defined)
					}
					if !listed && v != 0 || want != nil && v != *want {
						t.Errorf("%s is %v, want %v", name, v, want)
					}
				}
			}
			lines := []lineCase{}
			for _, l := range allLines(m) {
				lines = append(lines, lineCase{l.Span.Start, l.Span.End, l.Words, l.JavaScript, l.Terminal, l.Bullet, l.Uppercase, l.Numerical})
			}
			if diff := cmp.Diff(c.Lines, lines); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLineMeans(t *testing.T) {
	m := pytext.New("One line.\n– two 22\n\njavascript")
	defer m.Release()
	got := values(m)
	for name, want := range map[string]float64{
		"lines_num_words": 6.0 / 4, // the dash is a word, for only ASCII punctuation goes
		"lines_ending_with_terminal_punctution_mark": 0.25,
		"lines_start_with_bulletpoint":               0.25,
		"lines_javascript_counts":                    0.25,
		"lines_uppercase_letter_fraction":            0.1 / 4,
		"lines_numerical_chars_fraction":             0.25 / 4,
	} {
		if math.Abs(got[name]-want) > 1e-8 {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}
}

func TestLanguagesWithoutLists(t *testing.T) {
	m := pytext.New("Fergen var sen igen, og ingen spurte hvorfor.")
	defer m.Release()
	m.Language = "nb"
	got := values(m)
	if v, ok := got["doc_stop_word_fraction"]; ok {
		t.Errorf("the fraction of stop words is %v without a list", v)
	}
	if v, ok := got["doc_ldnoobw_words"]; !ok || v != 0 {
		t.Errorf("the number of blocked words is %v, %v", v, ok)
	}
}

// The reference compares its lists as they stand with a text that it has normalised, so that it cannot find some entries.
// Those are counted here that hold no other entry either.
func TestBlockedEntries(t *testing.T) {
	lost := map[string]int{}
	for _, language := range languages {
		for _, entry := range wordlist.List(language) {
			m := pytext.New("before " + entry + " after")
			m.Language = language
			n := normalOf(m)
			words := make([]string, 0, 8)
			for _, id := range n.IDs[1 : n.Len()-1] {
				words = append(words, n.Type(id))
			}
			found := n.blocked(nil)
			if same := strings.Join(words, " ") == entry; same && found == 0 {
				t.Errorf("%s: entry %q is not found", language, entry)
			} else if !same && found == 0 {
				lost[language]++
			}
			m.Release()
		}
	}
	want := map[string]int{"en": 2, "de": 6, "es": 60, "fr": 17, "it": 2}
	if diff := cmp.Diff(want, lost); diff != "" {
		t.Error(diff)
	}
}

// Entries may overlap, and each is counted.
func TestBlockedCounts(t *testing.T) {
	list := newLists(nil, []string{"red herring", "herring", "red herring pie", "red herring"})
	for s, want := range map[string]int{
		"": 0, "herring": 1, "Red, herring!": 2, "red herring pie": 3, "red red herring": 2, "redherring": 0, "pie red": 0, "red her-ring pie": 3,
	} {
		m := pytext.New(s)
		n := normalOf(m)
		n.lists, n.seen = list, 0
		for id := range n.traits {
			if n.Counts[id] > 0 {
				n.traits[id] = n.traitsOf(n.Type(uint32(id)))
				n.seen |= n.traits[id]
			}
		}
		if got := n.blocked(nil); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
		m.Release()
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range readCases[struct {
		Signal, Text string
		Most         int
		Places       []string
	}](t, "places.json") {
		m := pytext.New(c.Text)
		got := []string{}
		for _, g := range Groups {
			for i, s := range g.Signals {
				if s.Name == "rpv2.rps_"+c.Signal {
					for _, span := range g.Places(m, i, c.Most).Spans {
						got = append(got, span.Of(c.Text))
					}
				}
			}
		}
		if diff := cmp.Diff(c.Places, got); diff != "" {
			t.Errorf("%s of %q:\n%s", c.Signal, c.Text, diff)
		}
		m.Release()
	}
}

func TestDefinitions(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range Groups {
		for _, s := range g.Signals {
			if seen[s.Name] || !strings.HasPrefix(s.Name, "rpv2.rps_") || s.Unit == "" || s.Description == "" {
				t.Errorf("%+v", s)
			}
			seen[s.Name] = true
		}
	}
	if len(seen) != 28 {
		t.Errorf("%d signals", len(seen))
	}
	if len(Profiles) != 1 || len(Profiles[0].Rules) != 0 {
		t.Errorf("%+v: no thresholds were published", Profiles)
	}
}

// checkPlaces checks the places of every signal against what profile.Group promises.
func checkPlaces(t *testing.T, m *pytext.Text, most int) {
	t.Helper()
	for _, g := range Groups {
		for i, s := range g.Signals {
			end := 0
			spans := g.Places(m, i, most).Spans
			if len(spans) > most {
				t.Errorf("%s has %d places, more than %d", s.Name, len(spans), most)
			}
			for _, span := range spans {
				if span.Empty() || span.Start < 0 || span.End > len(m.S) || span.Start < end && !strings.Contains(s.Name, "ldnoobw") && !strings.Contains(s.Name, "top_") {
					t.Errorf("%s of %q has places %v", s.Name, m.S, spans)
				}
				end = span.End
			}
			if len(spans) > 0 && strings.Contains(s.Name, "doc_frac_lines") && !isEllipsis(text.Span{Start: spans[0].Start, End: spans[0].End}.Of(m.S)) {
				t.Errorf("%q has no ellipsis", spans[0].Of(m.S))
			}
		}
	}
}
