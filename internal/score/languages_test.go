package score_test

import (
	"slices"
	"testing"

	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/profile"
)

const (
	inEnglish = "The harbour was quiet again after the last boat had left for the islands, and nobody knew when the next one would come."
	inGerman  = "Der Hafen war wieder ruhig, nachdem das letzte Boot zu den Inseln gefahren war, und niemand wusste, wann das nächste kommt."
)

// TestDemandLanguage demands a language by a rule of a custom profile, as recipes do.
func TestDemandLanguage(t *testing.T) {
	t.Parallel()
	english := score.Profile{Name: "english", Rules: []score.Rule{
		{ID: "not_english", Signal: "language.probability.en", Comparison: profile.Below, Threshold: .65},
	}}
	for s, want := range map[string]score.Verdict{inEnglish: score.KeepDocument, inGerman: score.RejectDocument} {
		r := run(t, s, score.Options{Features: score.ProfilesFeature, Profiles: []string{"dolma-c4"}, Custom: []score.Profile{english}})
		if got := r.Profiles[1].Verdict; got != want {
			t.Errorf("verdict %v for %q, want %v", got, s, want)
		}
	}
}

// TestNamedSignals holds that signals of single languages are listed only where they are named.
func TestNamedSignals(t *testing.T) {
	t.Parallel()
	const name = "language.probability.de"
	has := func(o score.Options) bool {
		o.Features = score.SignalsFeature
		return slices.ContainsFunc(run(t, inGerman, o).Signals, func(s score.Signal) bool { return s.Name == name && s.Value > .9 })
	}
	if has(score.Options{}) {
		t.Errorf("%s is listed unasked", name)
	}
	if !has(score.Options{Signals: []string{name}}) || !has(score.Options{Signals: []string{"language."}}) {
		t.Errorf("%s is not listed where it is named", name)
	}
}

// TestLanguages holds that each feature fills its field and no other.
func TestLanguages(t *testing.T) {
	t.Parallel()
	s := inGerman + "\n\n" + inEnglish
	r := run(t, s, score.Options{Features: score.LanguagesFeature})
	if len(r.Languages) != 2 || r.LanguageCandidates != nil || r.Paragraphs != nil {
		t.Errorf("%+v", r)
	}
	r = run(t, s, score.Options{Features: score.LanguageCandidatesFeature | score.ParagraphLanguagesFeature})
	if r.Languages != nil || len(r.LanguageCandidates) < 2 || len(r.Paragraphs) != 2 || r.Paragraphs[1].Code != "en" {
		t.Errorf("%+v", r)
	}
}
