package e2e_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// judgedBy are options with one profile of the caller's own.
func judgedBy(p copydeskv1.Profile_builder) *copydeskv1.ScoreOptions {
	return copydeskv1.ScoreOptions_builder{
		Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES},
		Profiles: []string{"redpajama-v2"}, CustomProfiles: []*copydeskv1.Profile{p.Build()},
	}.Build()
}

// below is a rule that rejects what is below a threshold.
func below(id, signal string, threshold float64) *copydeskv1.ProfileRule {
	return copydeskv1.ProfileRule_builder{
		Rule: id, Signal: signal, RejectIf: copydeskv1.RejectIf_REJECT_IF_BELOW, Threshold: &threshold,
	}.Build()
}

// TestCallersScores judges by scores that come with the documents, beside a signal.
func TestCallersScores(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	profile := copydeskv1.Profile_builder{Name: "mine", Rules: []*copydeskv1.ProfileRule{
		below("dull", "caller.edu", 3), below("short", "nemo.word_count", 3), below("odd", "caller.a b", -1),
	}}
	german := profile
	german.Languages = []string{"de"}
	tests := []struct {
		name     string
		profile  copydeskv1.Profile_builder
		text     string
		language string
		scores   map[string]float64
		want     []string // the failures
		verdict  copydeskv1.Verdict
	}{
		{"all rules fail, in their order", profile, "Tea.", "", map[string]float64{"edu": 2.5, "a b": -2}, []string{"dull 2.5 0.5", "short 1 2", "odd -2 1"}, copydeskv1.Verdict_VERDICT_REJECT},
		{"one fails", profile, "Tea at four.", "", map[string]float64{"edu": 0, "a b": 0}, []string{"dull 0 3"}, copydeskv1.Verdict_VERDICT_REJECT},
		{"none fails", profile, "Tea at four.", "", map[string]float64{"edu": 3, "a b": -1, "unused": 7}, nil, copydeskv1.Verdict_VERDICT_KEEP},
		{"another language needs no score", german, "Tea.", "en", nil, nil, copydeskv1.Verdict_VERDICT_NOT_APPLICABLE},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := copydeskv1.Document_builder{Text: &tt.text, Scores: tt.scores, Language: tt.language}.Build()
			r, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: doc, Options: judgedBy(tt.profile)}.Build())
			if err != nil {
				t.Fatal(err)
			}
			p := r.GetScore().GetProfiles()[1]
			var got []string
			for _, f := range p.GetFailures() {
				got = append(got, fmt.Sprint(f.GetRule(), " ", f.GetValue(), " ", f.GetMargin()))
			}
			if p.GetVerdict() != tt.verdict || !cmp.Equal(got, tt.want) {
				t.Errorf("%v: %v", p.GetVerdict(), cmp.Diff(tt.want, got))
			}
		})
	}
}

func TestCallersScoresFaults(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	many := map[string]float64{}
	for i := range 65 {
		many[fmt.Sprint("s", i)] = 1
	}
	long := strings.Repeat("n", 65)
	tests := []struct {
		name, signal, reason string
		scores               map[string]float64
		want                 map[string]string
	}{
		{"missing", "caller.edu", "SCORE_MISSING", map[string]float64{"Edu": 1}, map[string]string{"field": "document.scores", "value": "edu"}},
		{"too many", "caller.s1", "FIELD_INVALID", many, map[string]string{"field": "document.scores", "limit": "64", "value": "65"}},
		{"name too long", "caller.a", "FIELD_INVALID", map[string]float64{"a": 1, long: 1}, map[string]string{"field": `document.scores["` + long + `"]`, "limit": "64", "value": "65"}},
		{"no name", "caller.a", "FIELD_INVALID", map[string]float64{"a": 1, "": 1}, map[string]string{"field": `document.scores[""]`, "limit": "1", "value": "0"}},
		{"not a number", "caller.a", "FIELD_INVALID", map[string]float64{"a": math.NaN()}, map[string]string{"field": `document.scores["a"]`, "value": "NaN"}},
		{"infinite", "caller.a", "FIELD_INVALID", map[string]float64{"a": math.Inf(1)}, map[string]string{"field": `document.scores["a"]`, "value": "+Inf"}},
		{"rule without a name", "caller.", "SIGNAL_UNKNOWN", nil, map[string]string{"field": "options.custom_profiles[0].rules[0].signal", "value": "caller."}},
		{"rule with a long name", "caller." + long, "SIGNAL_UNKNOWN", nil, map[string]string{"field": "options.custom_profiles[0].rules[0].signal", "value": "caller." + long}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := judgedBy(copydeskv1.Profile_builder{Name: "mine", Rules: []*copydeskv1.ProfileRule{below("r", tt.signal, 1)}})
			doc := copydeskv1.Document_builder{Text: new("Tea."), Scores: tt.scores}.Build()
			_, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: doc, Options: o}.Build())
			got := wantFault(t, err, codes.InvalidArgument, tt.reason)
			for key, want := range tt.want {
				if got[key] != want {
					t.Errorf("%s is %q, want %q (%v)", key, got[key], want, got)
				}
			}
		})
	}
}

// TestMissingScoreFailsAlone: the other documents of a batch are judged.
func TestMissingScoreFailsAlone(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	scored := textDocument("b", "Tea at four.")
	scored.SetScores(map[string]float64{"edu": 1})
	r, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{textDocument("a", "Tea at four."), scored},
		Options: copydeskv1.ProcessOptions_builder{
			Score: judgedBy(copydeskv1.Profile_builder{Name: "mine", Rules: []*copydeskv1.ProfileRule{below("r", "caller.edu", 1)}}),
		}.Build(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	a, b := r.GetResults()[0], r.GetResults()[1]
	if !strings.Contains(a.GetError().GetMessage(), `"edu"`) || b.HasError() || b.GetScore().GetProfiles()[1].GetVerdict() != copydeskv1.Verdict_VERDICT_KEEP {
		t.Errorf("results are %v and %v", a, b)
	}
}
