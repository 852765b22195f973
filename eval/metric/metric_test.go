package metric

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// about allows for figures that are written with four places.
var about = cmpopts.EquateApprox(0, 0.00006)

// cases reads testdata/name.json.
func cases[T any](t *testing.T, name string) []T {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return all
}

// pair is a page's wanted text and a system's answer.
type pair struct{ Gold, Answer string }

// snippetPage is what is known of a page, and a system's answer.
type snippetPage struct {
	With, Without []string
	Answer        string
}

func TestTokens(t *testing.T) {
	for _, c := range cases[struct {
		Text string
		Want []string
	}](t, "tokens") {
		if diff := cmp.Diff(c.Want, Tokens(c.Text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("Tokens(%q): %s", c.Text, diff)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range cases[struct {
		Name  string
		Pages []pair
		Want  []float64 // F1, P, R
	}](t, "words") {
		var w Words
		for _, p := range c.Pages {
			w.Add(p.Gold, p.Answer)
		}
		if diff := cmp.Diff(c.Want, []float64{w.F1(), w.Precision(), w.Recall()}, about); diff != "" {
			t.Errorf("%s: %s", c.Name, diff)
		}
	}
}

func TestShingles(t *testing.T) {
	for _, c := range cases[struct {
		Name  string
		Pages []pair
		Want  []float64 // F1, P, R, exact share
	}](t, "shingles") {
		var s Shingles
		for _, p := range c.Pages {
			s.Add(p.Gold, p.Answer)
		}
		if diff := cmp.Diff(c.Want, []float64{s.F1(), s.Precision(), s.Recall(), s.Exact()}, about); diff != "" {
			t.Errorf("%s: %s", c.Name, diff)
		}
	}
}

func TestSnippets(t *testing.T) {
	for _, c := range cases[struct {
		Name  string
		Pages []snippetPage
		Want  []float64 // with, without
	}](t, "snippets") {
		var s Snippets
		for _, p := range c.Pages {
			s.Add(p.With, p.Without, p.Answer)
		}
		if diff := cmp.Diff(c.Want, []float64{s.With(), s.Without()}, about); diff != "" {
			t.Errorf("%s: %s", c.Name, diff)
		}
	}
}

func TestSegments(t *testing.T) {
	for _, c := range cases[struct {
		Name  string
		Pages []snippetPage
		Want  []float64 // F1, P, R, accuracy
	}](t, "segments") {
		var s Segments
		for _, p := range c.Pages {
			s.Add(p.With, p.Without, p.Answer)
		}
		if diff := cmp.Diff(c.Want, []float64{s.F1(), s.Precision(), s.Recall(), s.Accuracy()}, about); diff != "" {
			t.Errorf("%s: %s", c.Name, diff)
		}
	}
}

func TestBreaks(t *testing.T) {
	for _, c := range cases[struct {
		Name  string
		Pages []pair
		Want  []float64 // F1, P, R, spurious breaks, pages with one
	}](t, "breaks") {
		var b Breaks
		for _, p := range c.Pages {
			b.Add(p.Gold, p.Answer)
		}
		spurious, pages := b.Spurious()
		if diff := cmp.Diff(c.Want, []float64{b.F1(), b.Precision(), b.Recall(), float64(spurious), float64(pages)}, about); diff != "" {
			t.Errorf("%s: %s", c.Name, diff)
		}
	}
}

func TestAlign(t *testing.T) {
	for _, c := range cases[struct {
		A, B string
		Want [][3]int // where in A, where in B, how many
	}](t, "align") {
		got := [][3]int{}
		for _, m := range align(strings.Fields(c.A), strings.Fields(c.B)) {
			got = append(got, [3]int{m.a, m.b, m.n})
		}
		if diff := cmp.Diff(c.Want, got); diff != "" {
			t.Errorf("align(%q, %q): %s", c.A, c.B, diff)
		}
	}
}

// A text measured against itself has nothing wrong, whatever it is.
func FuzzSame(f *testing.F) {
	for _, s := range []string{"", "a", "a\nb", "one two three four five\n\none two", "\xff\n\u00a0é", strings.Repeat("a ", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		var b Breaks
		b.Add(s, s)
		if spurious, _ := b.Spurious(); spurious > 0 || b.missed > 0 {
			t.Errorf("breaks of %q: %d spurious, %d missed", s, spurious, b.missed)
		}
		var w Words
		var h Shingles
		h.Add(s, s)
		if w.Add(s, s) != 1 || h.Exact() != 1 {
			t.Errorf("%q does not equal itself", s)
		}
	})
}
