package e2e_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// judged is a text with something for filters to find, with characters of two UTF-16 units before it.
const judged = "🙂🙂 The boat left the quay at dawn, and nobody on the cliff had seen who was in it.[1]\n\n" +
	"We use cookies on this page, as on all of ours.\n\n" +
	"12K likes\n\n" +
	"The damn lamp of the lighthouse was out, and that with the fog to be feared {as always}."

// score judges a text with offsets in UTF-16 units.
func score(t *testing.T, text string, o *copydeskv1.ScoreOptions) *copydeskv1.ScoreResult {
	t.Helper()
	h := start(t, testOptions())
	doc := textDocument("a", text)
	doc.SetAlreadyClean(true)
	r, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{
		Document: doc, Options: o, EncodingType: copydeskv1.EncodingType_ENCODING_TYPE_UTF16,
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	return r.GetScore()
}

// in returns the part of a text at a span of UTF-16 units.
func in(text string, s *copydeskv1.Span) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[s.GetStart():s.GetEnd()]))
}

func TestScoreSignals(t *testing.T) {
	t.Parallel()
	r := score(t, judged, copydeskv1.ScoreOptions_builder{
		Features: []copydeskv1.ScoreFeature{
			copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS, copydeskv1.ScoreFeature_SCORE_FEATURE_SPANS,
			copydeskv1.ScoreFeature_SCORE_FEATURE_LINES,
		},
		Signals: []string{"ldnoobw.", "nemo.word_count"},
	}.Build())
	var names []string
	for _, s := range r.GetSignals() {
		names = append(names, s.GetName())
		if !strings.HasPrefix(s.GetName(), "ldnoobw.") && s.GetName() != "nemo.word_count" {
			t.Errorf("%s was not asked for", s.GetName())
		}
	}
	if !slices.IsSorted(names) || !slices.Contains(names, "ldnoobw.hits") {
		t.Errorf("signals are %v", names)
	}
	for _, s := range r.GetSignals() {
		if s.GetName() == "ldnoobw.hits" && s.GetValue() > 0 {
			if got := in(judged, s.GetSpans()[0].GetClean()); strings.Contains(got, " ") || got == "" {
				t.Errorf("the hit is %q", got)
			}
		}
	}
	if len(r.GetProfiles()) > 0 || r.GetFingerprints() != nil {
		t.Error("there is more than was asked for")
	}
	if n := strings.Count(judged, "\n") + 1; len(r.GetLines()) != n {
		t.Errorf("%d lines, want %d", len(r.GetLines()), n)
	}
}

// TestScoreEdits replays the removals of each profile that edits, in the caller's unit.
func TestScoreEdits(t *testing.T) {
	t.Parallel()
	r := score(t, judged, copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
		copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES, copydeskv1.ScoreFeature_SCORE_FEATURE_REMOVALS,
		copydeskv1.ScoreFeature_SCORE_FEATURE_EDITED_TEXTS,
	}}.Build())
	edited := 0
	for _, p := range r.GetProfiles() {
		if !p.HasEditedText() {
			continue
		}
		edited++
		units := utf16.Encode([]rune(judged))
		var got []uint16
		at := int32(0)
		for _, m := range p.GetRemovals() {
			got = append(got, units[at:m.GetSpan().GetClean().GetStart()]...)
			got = append(got, utf16.Encode([]rune(m.GetReplacement()))...)
			at = m.GetSpan().GetClean().GetEnd()
		}
		if got := string(utf16.Decode(append(got, units[at:]...))); got != p.GetEditedText() {
			t.Errorf("%s: replay gives %q, want %q", p.GetName(), got, p.GetEditedText())
		}
		if strings.HasPrefix(p.GetName(), "datatrove-c4") && strings.Contains(p.GetEditedText(), "cookies") {
			t.Errorf("%s passes on %q", p.GetName(), p.GetEditedText())
		}
	}
	if edited < 4 {
		t.Errorf("only %d profiles edit", edited)
	}
}

// TestPerplexity reads the values of a text, its lines and tokens, and none for a language that the model does not know.
func TestPerplexity(t *testing.T) {
	t.Parallel()
	const english = "The council met on Tuesday to discuss the new bridge.\n\n“It will take too long to build,” said one of the members."
	o := copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
		copydeskv1.ScoreFeature_SCORE_FEATURE_PERPLEXITY, copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_PERPLEXITY,
		copydeskv1.ScoreFeature_SCORE_FEATURE_TOKEN_PROBABILITIES,
	}}.Build()
	p := score(t, english, o).GetPerplexity()
	if p.GetValue() < 1 || p.GetModel() != "score.fluency" || len(p.GetParagraphs()) != 2 || len(p.GetLines()) > 0 || len(p.GetPercentiles()) < 20 {
		t.Errorf("perplexity is %v", p)
	}
	if got := in(english, p.GetParagraphs()[1].GetSpan().GetClean()); !strings.HasPrefix(got, "“It will") {
		t.Errorf("the second paragraph is %q", got)
	}
	if first := p.GetTokens()[0]; in(english, first.GetSpan().GetClean()) != "The" || first.GetLogProbability() >= 0 {
		t.Errorf("the first token is %v", first)
	}
	if p := score(t, "Der Rat kam am Dienstag zusammen, um über die neue Brücke zu beraten, und die Sitzung dauerte lange.", o).GetPerplexity(); p != nil {
		t.Errorf("German has perplexity %v", p.GetValue())
	}
}

// TestSpun reads the probability of a spun text and of a plain one with its findings, none of what is too short, and nothing of German.
func TestSpun(t *testing.T) {
	t.Parallel()
	cases, err := os.ReadFile("../score/spun/testdata/cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	o := copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SPUN}}.Build()
	seen := map[string]bool{}
	for line := range strings.Lines(string(cases)) {
		var c struct{ Name, Want, Text string }
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		if seen[c.Want] {
			continue
		}
		seen[c.Want] = true
		r := score(t, c.Text, o).GetSpun()
		if r.GetModel() != "score.spun" && c.Want != "none" || r.HasProbability() != (c.Want != "none") || (r.GetProbability() >= .9) != (c.Want == "spun") {
			t.Errorf("%s: %v", c.Name, r)
		}
		if (len(r.GetFindings()) > 2) != (c.Want == "spun") {
			t.Errorf("%s: %v", c.Name, r.GetFindings())
		}
		for _, f := range r.GetFindings() {
			if got := in(c.Text, f.GetSpan().GetClean()); got != f.GetText() || got == f.GetExpected() || f.GetStrength() <= 0 {
				t.Errorf("%s: %v at %q", c.Name, f, got)
			}
		}
	}
	if r := score(t, "Der Rat kam am Dienstag zusammen, um über die neue Brücke zu beraten, und die Sitzung dauerte lange.", o).GetSpun(); r != nil {
		t.Errorf("German: %v", r)
	}
}

func TestScoreFaults(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	custom := func(name string, steps []string, rules ...*copydeskv1.ProfileRule) *copydeskv1.ScoreOptions {
		return copydeskv1.ScoreOptions_builder{CustomProfiles: []*copydeskv1.Profile{
			copydeskv1.Profile_builder{Name: name, Rules: rules, Steps: steps}.Build(),
		}}.Build()
	}
	rule := func(signal string) *copydeskv1.ProfileRule {
		return copydeskv1.ProfileRule_builder{Rule: "r", Signal: signal, RejectIf: copydeskv1.RejectIf_REJECT_IF_BELOW}.Build()
	}
	signals := copydeskv1.ScoreOptions_builder{
		Signals: []string{"nemo.", "nemo"}, Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS},
	}.Build()
	tests := []struct {
		name, reason, field string
		o                   *copydeskv1.ScoreOptions
	}{
		{"signal", "SIGNAL_UNKNOWN", "options.signals[1]", signals},
		{"rule's signal", "SIGNAL_UNKNOWN", "options.custom_profiles[0].rules[0].signal", custom("x", nil, rule("none"))},
		{"name taken", "PROFILE_DUPLICATE", "options.custom_profiles[0].name", custom("fineweb", nil, rule("nemo.word_count"))},
		{"steps", "STEPS_NOT_ALLOWED", "options.custom_profiles[0].steps", custom("x", []string{"fineweb"}, rule("nemo.word_count"))},
		{"no rules", "FIELD_INVALID", "options.custom_profiles[0].rules", custom("x", nil)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: textDocument("", "text"), Options: tt.o}.Build())
			if got := wantFault(t, err, codes.InvalidArgument, tt.reason); got["field"] != tt.field {
				t.Errorf("field is %q", got["field"])
			}
		})
	}
}

// TestDuplicates names the first document of a batch that says the same.
func TestDuplicates(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.MaxBatchDocuments = 10
	h := start(t, o)
	story := `The harbour of Saltmarsh was quiet that evening, and nobody saw the boat leave. A keeper on the cliff
had heard an engine, he said later, but he took it for the ferry that brings the mail from Kestrel Bay. By morning the storm
had passed, and two fishermen found the hull near the northern reef with its lamp still burning. They towed it home, and the
mayor came down to the quay to have a look at what was left of mast and sails. Who had sailed it, and why, is not known yet.`
	resp, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{
			textDocument("other", "Nothing like the rest of this batch, which is about a boat and its lamp."),
			textDocument("story", story), textDocument("short", "Too short."), textDocument("copy", strings.ToUpper(story)),
			textDocument("near", story+" So the council said."), textDocument("short again", "Too short!"), textDocument("empty", "…"),
			textDocument("empty again", "…"),
		},
		Options: copydeskv1.ProcessOptions_builder{Score: copydeskv1.ScoreOptions_builder{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS},
		}.Build()}.Build(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"copy": "story", "near": "story", "short again": "short"}
	for _, r := range resp.GetResults() {
		d := r.GetDuplicateOf()
		if d.GetId() != want[r.GetId()] {
			t.Errorf("%s is said to be a duplicate of %q", r.GetId(), d.GetId())
		}
		if d == nil {
			continue
		}
		if before := resp.GetResults()[d.GetSequence()-1]; before.GetId() != d.GetId() || d.GetSequence() >= r.GetSequence() {
			t.Errorf("%s: sequence %d", r.GetId(), d.GetSequence())
		}
		if exact := r.GetId() != "near"; d.GetExact() != exact || d.GetSimilarity() <= .5 || exact && d.GetSimilarity() != 1 {
			t.Errorf("%s: %v", r.GetId(), d)
		}
	}
}
