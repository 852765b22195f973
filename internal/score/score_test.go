package score_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/text"
)

func document(clean string) *text.Document {
	d := &text.Document{Source: clean, Clean: clean, Provenance: text.Identity(len(clean))}
	for _, s := range text.Paragraphs(clean) {
		d.Blocks = append(d.Blocks, text.Block{Kind: text.Paragraph, Span: s})
	}
	return d
}

// run judges a text and checks what must hold for any.
func run(t testing.TB, clean string, o score.Options) *score.Report {
	t.Helper()
	if err := score.Check(o); err != nil {
		t.Fatal(err)
	}
	r, err := score.Run(t.Context(), document(clean), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Signals {
		finite(t, s.Name, s.Value)
		inside(t, s.Name, clean, s.Spans)
	}
	for _, l := range r.Lines {
		inside(t, "line", clean, []text.Span{l.Span})
		for _, s := range l.Signals() {
			finite(t, s.Name, s.Value)
		}
	}
	for _, p := range r.Profiles {
		if (p.Verdict == score.RejectDocument) != (len(p.Failures) > 0) {
			t.Fatalf("%s: verdict %v with %d failures", p.Name, p.Verdict, len(p.Failures))
		}
		for _, f := range p.Failures {
			finite(t, f.ID, f.Value)
			inside(t, f.ID, clean, f.Spans)
			if f.Margin < 0 {
				t.Fatalf("%s: margin %v", f.ID, f.Margin)
			}
		}
		replays(t, clean, p)
	}
	return r
}

func finite(t testing.TB, name string, v float64) {
	t.Helper()
	if math.IsNaN(v) || math.IsInf(v, 0) {
		t.Fatalf("%s is %v", name, v)
	}
}

func inside(t testing.TB, name, clean string, spans []text.Span) {
	t.Helper()
	if len(spans) > 64 {
		t.Fatalf("%s: %d spans", name, len(spans))
	}
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(clean) {
			t.Fatalf("%s: span %v of %d", name, s, len(clean))
		}
	}
}

// replays checks that the edits of a profile give the text that it passes on.
func replays(t testing.TB, clean string, p score.Result) {
	t.Helper()
	if p.Edits.Len() == 0 {
		return
	}
	got := p.Edits.Replay(clean, func(s text.Segment) string { return s.Clean.Of(p.Edited) })
	if got != p.Edited {
		t.Fatalf("%s: the edits give %q, not %q", p.Name, got, p.Edited)
	}
}

func everything() score.Options {
	return score.Options{Features: score.Everything, Spans: true, Edits: true}
}

// failed are the ids of the rules that failed.
func failed(r *score.Report) []string {
	var ids []string
	for _, p := range r.Profiles {
		for _, f := range p.Failures {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// prose passes every rule of every profile.
const prose = `The harbour of Saltmarsh was quiet that evening, and nobody saw the boat leave. A keeper on the cliff had
heard an engine, he said later, but he took it for the ferry that brings the mail from Kestrel Bay.

By morning the storm had passed. Two fishermen found the hull near the northern reef with its lamp still burning.
They towed it home, and the mayor came down to the quay to have a look. Who had sailed it, and why, is not known yet.`

// TestTables holds the tables of the references together: each name once, each rule with a signal that exists.
func TestTables(t *testing.T) {
	t.Parallel()
	signals := map[string]bool{}
	for _, s := range score.Signals() {
		if signals[s.Name] || s.Description == "" || s.Unit == "" {
			t.Errorf("signal %+v is there twice, or not described", s)
		}
		signals[s.Name] = true
	}
	names, rules := map[string]bool{}, map[string]bool{}
	for _, p := range score.Profiles() {
		if names[p.Name] || p.Version == "" || p.Description == "" {
			t.Errorf("profile %q is there twice, or not described", p.Name)
		}
		for _, step := range p.Steps {
			if !names[step] {
				t.Errorf("%s: step %q is not before it", p.Name, step)
			}
		}
		names[p.Name] = true
		for _, r := range p.Rules {
			if rules[r.ID] || !signals[r.Signal] || !strings.HasPrefix(r.ID, p.Name+".") {
				t.Errorf("rule %+v of %s", r, p.Name)
			}
			rules[r.ID] = true
		}
	}
}

func TestProse(t *testing.T) {
	t.Parallel()
	for _, id := range failed(run(t, prose, everything())) {
		if !strings.HasPrefix(id, "datatrove-c4-paragraph.") { // it wants three paragraphs of 200 characters
			t.Errorf("prose fails %s", id)
		}
	}
}

func TestNothingIsNaN(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]string{
		"empty": "", "one word": "word", "emoji": "😀😀 😀", "list": "- one\n- two\n- three", "table": "a\tb\n1\t2\n3\t4",
		"capitals": strings.Repeat("ALL IN CAPITALS. ", 20), "Chinese": strings.Repeat("港口很安静。", 30), "Russian": strings.Repeat("В гавани было тихо. ", 30),
		"Arabic": strings.Repeat("كان الميناء هادئا. ", 30), "Thai": strings.Repeat("ท่าเรือเงียบสงบ", 30), "white space": " \n\n\t \u2028 ", "marks": "?! ... ; —",
		"combining": "\u0301\u0301 \u200d", "one letter a line": strings.Repeat("a\n", 200), "a long word": strings.Repeat("w", 3000), "NUL": "a\x00b \x00",
	} {
		for _, language := range []string{"", "en", "de", "zh", "xx"} {
			o := everything()
			o.Language = language
			if r := run(t, s, o); r.Fingerprints == nil {
				t.Errorf("%s: no fingerprints", name)
			}
		}
	}
}

func TestLanguageWithoutThresholds(t *testing.T) {
	t.Parallel()
	r := run(t, "Kurz.", score.Options{
		Features: score.ProfilesFeature, Profiles: []string{"datatrove-gopher-quality"}, Language: "de-AT",
	})
	if got := r.Profiles[0].Verdict; got != score.NotApplicable {
		t.Errorf("verdict is %v", got)
	}
}

func TestCustomProfile(t *testing.T) {
	t.Parallel()
	own := score.Profile{Name: "own", Rules: []score.Rule{{
		ID: "own.long_enough", Signal: "nemo.word_count", Comparison: profile.Below, Threshold: 1000,
	}}}
	o := score.Options{Features: score.ProfilesFeature, Custom: []score.Profile{own}, Profiles: []string{"nemo-heuristic"}}
	if diff := cmp.Diff([]string{"own.long_enough"}, failed(run(t, prose, o))[:1]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, broken := range map[string]score.Profile{
		"taken":   {Name: "dolma-c4", Rules: own.Rules},
		"unknown": {Name: "x", Rules: []score.Rule{{Signal: "no.such"}}},
		"steps":   {Name: "x", Steps: []string{"dolma-c4"}},
	} {
		if score.Check(score.Options{Custom: []score.Profile{broken}}) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// TestFineWebEdits follows the text through the steps of a recipe: what C4 takes out no longer counts for what comes after.
func TestFineWebEdits(t *testing.T) {
	t.Parallel()
	r := run(t, prose+"\nUse of cookies is made on this page, as on all.\n", score.Options{Features: score.ProfilesFeature, Profiles: []string{"fineweb"}, Edits: true})
	if got := r.Profiles[0]; got.Edits.Len() == 0 || strings.Contains(got.Edited, "cookies") {
		t.Errorf("passes on %q", got.Edited)
	}
}

func TestChosenSignals(t *testing.T) {
	t.Parallel()
	r := run(t, prose, score.Options{Features: score.SignalsFeature, Signals: []string{"dolma-gopher-v1.word_count", "dclm."}})
	for _, s := range r.Signals {
		if s.Name != "dolma-gopher-v1.word_count" && !strings.HasPrefix(s.Name, "dclm.") {
			t.Errorf("%s was not asked for", s.Name)
		}
	}
	if !slices.ContainsFunc(r.Signals, func(s score.Signal) bool { return s.Name == "dolma-gopher-v1.word_count" }) {
		t.Error("what was asked for by name is missing")
	}
	if score.Check(score.Options{Signals: []string{"dclm"}}) == nil {
		t.Error("the beginning of a name without a full stop is accepted")
	}
}

// TestDeterministic judges texts in turn with memory that others used before.
func TestDeterministic(t *testing.T) {
	t.Parallel()
	texts := []string{prose, strings.Repeat("go on ", 100), "", prose + prose, "{ lorem ipsum }\n- a\n- b"}
	var first []*score.Report
	for _, s := range texts {
		first = append(first, run(t, s, everything()))
	}
	for i := range texts {
		k := len(texts) - 1 - i
		if diff := cmp.Diff(first[k], run(t, texts[k], everything())); diff != "" {
			t.Errorf("text %d (-first +again):\n%s", k, diff)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add(prose)
	f.Add("\n\n- …\n{")
	f.Add("a a a a a a a a a a a a\na a a\n\u2028\u0085\x1c1. 😀 [edit] 12K likes")
	f.Fuzz(func(t *testing.T, s string) { run(t, strings.ToValidUTF8(s, ""), everything()) })
}

func BenchmarkRun(b *testing.B) {
	d := document(strings.Repeat(prose+"\n\n", 12))
	for _, bench := range []struct {
		name string
		o    score.Options
	}{
		{"everything", score.Options{Features: score.All}},
		{"signals and profiles", score.Options{Features: score.SignalsFeature | score.ProfilesFeature}},
		{"one profile", score.Options{Features: score.ProfilesFeature, Profiles: []string{"datatrove-gopher-quality"}}},
		{"fingerprints", score.Options{Features: score.FingerprintsFeature}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Clean)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := score.Run(b.Context(), d, bench.o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
