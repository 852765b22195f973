package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
)

// scored translates a report; edited asks for the texts that profiles pass on.
func (t *translator) scored(r *score.Report, edited bool) *copydeskv1.ScoreResult {
	m := &copydeskv1.ScoreResult{}
	m.Signals = t.signals(r.Signals)
	for _, p := range r.Profiles {
		m.Profiles = append(m.Profiles, t.profile(p, edited))
	}
	if f := r.Fingerprints; f != nil {
		m.Fingerprints = &copydeskv1.Fingerprints{Exact: f.Exact, Simhash: f.SimHash, Minhash: f.MinHash}
	}
	for _, l := range r.Lines {
		m.Lines = append(m.Lines, &copydeskv1.LineSignals{Span: t.span(l.Span), Signals: t.signals(l.Signals)})
	}
	return m
}

func (t *translator) signals(list []score.Signal) []*copydeskv1.Signal {
	out := make([]*copydeskv1.Signal, len(list))
	for i, s := range list {
		out[i] = &copydeskv1.Signal{Name: s.Name, Value: s.Value, Spans: t.spans(s.Spans)}
	}
	return out
}

func (t *translator) profile(p score.Result, edited bool) *copydeskv1.ProfileResult {
	m := &copydeskv1.ProfileResult{Name: p.Name, Version: p.Version, Verdict: verdicts[p.Verdict]}
	for _, f := range p.Failures {
		m.Failures = append(m.Failures, &copydeskv1.Failure{
			Rule: f.ID, Signal: f.Signal, Value: f.Value, Threshold: f.Threshold,
			Comparison: copydeskv1.Comparison(f.Comparison), Margin: f.Margin, Spans: t.spans(f.Spans), //nolint:gosec // the same numbers
		})
	}
	for s := range p.Edits.Segments() {
		if !s.Copied() {
			m.Removals = append(m.Removals, &copydeskv1.Removal{
				Rule: string(s.Rule), Span: t.span(s.Source), Replacement: s.Clean.Of(p.Edited),
			})
		}
	}
	if edited && p.Edits.Len() > 0 {
		m.EditedText = &p.Edited
	}
	return m
}

// toProfile translates a rule set for Describe.
func toProfile(p score.Profile) *copydeskv1.Profile {
	m := &copydeskv1.Profile{Name: p.Name, Version: p.Version, Description: p.Description, Languages: p.Languages, Steps: p.Steps}
	for _, r := range p.Rules {
		m.Rules = append(m.Rules, &copydeskv1.ProfileRule{
			Rule: r.ID, Signal: r.Signal, Threshold: r.Threshold,
			Comparison: copydeskv1.Comparison(r.Comparison), //nolint:gosec // the same numbers
		})
	}
	return m
}

// customProfiles translates a caller's own rule sets.
func customProfiles(list []*copydeskv1.Profile) []score.Profile {
	var out []score.Profile
	for _, m := range list {
		p := score.Profile{Name: m.GetName(), Version: m.GetVersion(), Description: m.GetDescription(), Languages: m.GetLanguages(), Steps: m.GetSteps()}
		for _, r := range m.GetRules() {
			p.Rules = append(p.Rules, score.Rule{
				ID: r.GetRule(), Signal: r.GetSignal(), Threshold: r.GetThreshold(),
				Comparison: score.Comparison(r.GetComparison()),
			})
		}
		out = append(out, p)
	}
	return out
}

// scoreFeatures translates the features asked for; none means all.
func scoreFeatures(asked []copydeskv1.ScoreFeature) score.Features {
	if len(asked) == 0 {
		return score.All
	}
	var f score.Features
	for _, a := range asked {
		f |= scoreFeatureBits[a]
	}
	return f
}

// scoreFeatureBits leaves out what does not exist yet: asking for it gives an absent field, as Describe says.
var scoreFeatureBits = map[copydeskv1.ScoreFeature]score.Features{
	copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS:      score.SignalsFeature,
	copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES:     score.ProfilesFeature,
	copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS: score.FingerprintsFeature,
}

var verdicts = map[score.Verdict]copydeskv1.Verdict{
	score.KeepDocument:   copydeskv1.Verdict_VERDICT_KEEP,
	score.RejectDocument: copydeskv1.Verdict_VERDICT_REJECT,
	score.NotApplicable:  copydeskv1.Verdict_VERDICT_NOT_APPLICABLE,
}
