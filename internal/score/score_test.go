package score_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

func document(clean string) *text.Document {
	d := &text.Document{Source: clean, Clean: clean, Provenance: text.Identity(len(clean))}
	for _, s := range text.Paragraphs(clean) {
		d.Blocks = append(d.Blocks, text.Block{Kind: text.Paragraph, Span: s})
	}
	return d
}

func failures(t testing.TB, clean string, o score.Options) []string {
	t.Helper()
	o.Features = score.All
	r, err := score.Run(t.Context(), document(clean), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Signals {
		if math.IsNaN(s.Value) || math.IsInf(s.Value, 0) {
			t.Fatalf("%s is %v", s.Name, s.Value)
		}
	}
	var ids []string
	for _, p := range r.Profiles {
		for _, f := range p.Failures {
			ids = append(ids, f.ID)
			if f.Margin < 0 || len(f.Spans) > 64 {
				t.Fatalf("failure %+v", f)
			}
			for _, s := range f.Spans {
				if s.Start < 0 || s.Empty() || s.End > len(clean) {
					t.Fatalf("%s: span %v of %d", f.ID, s, len(clean))
				}
			}
		}
	}
	return ids
}

// prose passes every rule.
const prose = `The harbour of Saltmarsh was quiet that evening, and nobody saw the boat leave. A keeper on the cliff had
heard an engine, he said later, but he took it for the ferry that brings the mail from Kestrel Bay.

By morning the storm had passed. Two fishermen found the hull near the northern reef with its lamp still burning.
They towed it home, and the mayor came down to the quay to have a look. Who had sailed it, and why, is not known yet.`

func TestRules(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string // that must be among the failures
	}{
		{"short", "Too short.", []string{"gopher.short_document", "gopher.too_few_stop_words", "c4.too_few_sentences"}},
		{"empty", "", []string{"gopher.short_document", "fineweb.empty"}},
		{"hashes", strings.Repeat("#tag one # ", 60), []string{"gopher.too_many_hashes"}},
		{"ellipses", strings.Repeat("so it goes...\n", 30), []string{"gopher.too_many_line_end_ellipses"}},
		{"bullets", strings.Repeat("- an item of the list\n", 30), []string{"gopher.too_many_bullets"}},
		{"numbers", strings.Repeat("123 456 789 ", 30), []string{"gopher.too_few_alphabetic_words"}},
		{"repeated lines", strings.Repeat("The same line once more.\n", 20), []string{
			"gopher.duplicate_lines", "gopher.duplicate_line_characters", "gopher.duplicate_5_grams", "fineweb.duplicate_characters",
		}},
		{"repeated paragraphs", strings.Repeat("The same line once more.\n\n", 20), []string{"gopher.duplicate_paragraphs"}},
		{"top n-gram", strings.Repeat("go on ", 100), []string{"gopher.top_2_gram", "gopher.top_3_gram"}},
		{"curly bracket", prose + "\nfunc main() { return }", []string{"c4.curly_bracket"}},
		{"lorem ipsum", prose + "\nLorem ipsum dolor sit amet.", []string{"c4.lorem_ipsum"}},
		{"short lines", strings.Repeat("word word\nother words\n", 30), []string{"fineweb.short_lines", "fineweb.list", "fineweb.line_punctuation"}},
		{"emoji", "😀😀 😀", []string{"gopher.short_document"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := failures(t, tt.in, score.Options{})
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s is not among the failures %v", want, got)
				}
			}
		})
	}
	if got := failures(t, prose, score.Options{}); len(got) != 0 {
		t.Errorf("prose fails %v", got)
	}
}

func TestLanguageWithoutThresholds(t *testing.T) {
	t.Parallel()
	r, err := score.Run(t.Context(), document("Kurz."), score.Options{
		Features: score.ProfilesFeature, Profiles: []string{"gopher-quality"}, Language: "de-AT",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Profiles[0].Verdict; got != score.NotApplicable {
		t.Errorf("verdict is %v", got)
	}
}

func TestCustomProfile(t *testing.T) {
	t.Parallel()
	own := score.Profile{Name: "own", Rules: []score.Rule{{
		ID: "own.long_enough", Signal: "gopher.word_count", Comparison: score.Below, Threshold: 1000,
	}}}
	got := failures(t, prose, score.Options{Custom: []score.Profile{own}})
	if diff := cmp.Diff([]string{"own.long_enough"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, broken := range map[string]score.Profile{
		"taken":   {Name: "c4", Rules: own.Rules},
		"unknown": {Name: "x", Rules: []score.Rule{{Signal: "no.such"}}},
	} {
		if score.Check(score.Options{Custom: []score.Profile{broken}}) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add(prose)
	f.Add("\n\n- …\n{")
	f.Fuzz(func(t *testing.T, s string) { failures(t, strings.ToValidUTF8(s, ""), score.Options{}) })
}

func BenchmarkRun(b *testing.B) {
	d := strings.Repeat(prose+"\n\n", 12)
	b.SetBytes(int64(len(d)))
	for b.Loop() {
		if _, err := score.Run(b.Context(), document(d), score.Options{Features: score.All}); err != nil {
			b.Fatal(err)
		}
	}
}
