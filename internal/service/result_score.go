package service

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// scored translates a report.
func (w *writer) scored(p *part, r *score.Report) *copydeskv1.ScoreResult {
	m := &copydeskv1.ScoreResult{}
	m.SetProfiles(fillSlice(p, "profiles", r.Profiles, func(one score.Result) (*copydeskv1.ProfileResult, bool) { return w.profile(p, one) }))
	if f := r.Fingerprints; f != nil && p.budget.take(fingerprintBytes(f)) {
		m.SetFingerprints(fingerprints(f))
	}
	if r.Perplexity != nil {
		m.SetPerplexity(w.perplexity(p, r.Perplexity))
	}
	if r.Quality != nil {
		m.SetQuality(w.quality(p, r.Quality))
	}
	w.languages(p, m, r)
	if r.Spun != nil {
		m.SetSpun(w.spun(p, r.Spun))
	}
	m.SetSignals(w.signals(p, "signals", r.Signals))
	m.SetLines(fillSlice(p, "lines", r.Lines, func(l score.Line) (*copydeskv1.LineSignals, bool) { return w.line(p, l) }))
	m.SetOmitted(p.omissions())
	return m
}

func (w *writer) signals(p *part, field string, list []score.Signal) []*copydeskv1.Signal {
	return fillSlice(p, field, list, func(s score.Signal) (*copydeskv1.Signal, bool) {
		if !p.budget.take(objectBytes + stringField("name", s.Name) + fieldBytes("value", numberBytes) + listBytes("spans")) {
			return nil, false
		}
		m := &copydeskv1.Signal{}
		m.SetName(s.Name)
		m.SetValue(s.Value)
		m.SetSpans(w.places(p, field+".spans", s.Spans))
		return m, true
	})
}

// places are the places of a signal or failure, where they were asked for.
func (w *writer) places(p *part, field string, spans []text.Span) []*copydeskv1.TextSpan {
	if !w.plan.spans {
		return nil
	}
	return fillSlice(p, field, spans, func(s text.Span) (*copydeskv1.TextSpan, bool) {
		span, size := w.inBoth(s)
		return span, p.budget.take(size + objectBytes)
	})
}

func (w *writer) line(p *part, l score.Line) (*copydeskv1.LineSignals, bool) {
	span, size := w.inBoth(l.Span)
	if !p.budget.take(objectBytes + fieldBytes("span", size) + listBytes("signals")) {
		return nil, false
	}
	m := &copydeskv1.LineSignals{}
	m.SetSpan(span)
	m.SetSignals(w.signals(p, "lines.signals", l.Signals()))
	return m, true
}

func (w *writer) profile(p *part, r score.Result) (*copydeskv1.ProfileResult, bool) {
	size := objectBytes + stringField("name", r.Name) + stringField("version", r.Version) + fieldBytes("verdict", enumBytes) +
		listBytes("failures") + listBytes("removals")
	if !p.budget.take(size) {
		return nil, false
	}
	m := copydeskv1.ProfileResult_builder{Name: r.Name, Version: r.Version, Verdict: verdicts[r.Verdict]}.Build()
	m.SetFailures(fillSlice(p, "profiles.failures", r.Failures, func(f score.Failure) (*copydeskv1.Failure, bool) { return w.failure(p, f) }))
	if w.plan.removals {
		m.SetRemovals(w.removals(p, r))
	}
	if w.plan.editedTexts && r.Edits.Len() > 0 {
		if p.budget.take(fieldBytes("editedText", stringBytes(r.Edited))) {
			m.SetEditedText(r.Edited)
		} else {
			p.omit("profiles.edited_text", 1, copydeskv1.OmissionCause_OMISSION_CAUSE_RESPONSE_LIMIT)
		}
	}
	return m, true
}

func (w *writer) failure(p *part, f score.Failure) (*copydeskv1.Failure, bool) {
	size := objectBytes + stringField("rule", f.ID) + stringField("signal", f.Signal) + fieldBytes("value", numberBytes) +
		fieldBytes("threshold", numberBytes) + fieldBytes("margin", numberBytes) + fieldBytes("rejectIf", enumBytes) + listBytes("spans")
	if !p.budget.take(size) {
		return nil, false
	}
	m := &copydeskv1.Failure{}
	m.SetRule(f.ID)
	m.SetSignal(f.Signal)
	m.SetValue(f.Value)
	m.SetThreshold(f.Threshold)
	m.SetMargin(f.Margin)
	m.SetRejectIf(copydeskv1.RejectIf(f.Comparison)) //nolint:gosec // the same numbers, 1 to 4
	m.SetSpans(w.places(p, "profiles.failures.spans", f.Spans))
	return m, true
}

// removals are the edits of a profile.
func (w *writer) removals(p *part, r score.Result) []*copydeskv1.Removal {
	total := 0
	for s := range r.Edits.Segments() {
		if !s.Copied() {
			total++
		}
	}
	edits := func(yield func(text.Segment) bool) {
		for s := range r.Edits.Segments() {
			if !s.Copied() && !yield(s) {
				return
			}
		}
	}
	return fill(p, "profiles.removals", total, edits, func(s text.Segment) (*copydeskv1.Removal, bool) {
		span, size := w.inBoth(s.Source)
		replacement := s.Clean.Of(r.Edited)
		return copydeskv1.Removal_builder{Rule: string(s.Rule), Span: span, Replacement: replacement}.Build(),
			p.budget.take(objectBytes + fieldBytes("span", size) + stringField("rule", string(s.Rule)) + stringField("replacement", replacement))
	})
}

// fingerprints writes hashes as their digits, because JSON readers lose those of large numbers.
func fingerprints(f *score.Fingerprints) *copydeskv1.Fingerprints {
	minhash := make([]byte, 0, 8*len(f.MinHash))
	for _, h := range f.MinHash {
		minhash = binary.BigEndian.AppendUint64(minhash, h)
	}
	return copydeskv1.Fingerprints_builder{
		Exact: fmt.Sprintf("%016x", f.Exact), Simhash: fmt.Sprintf("%016x", f.SimHash), Minhash: minhash,
	}.Build()
}

func fingerprintBytes(f *score.Fingerprints) int {
	const digits = 16
	return fieldBytes("fingerprints", objectBytes) + fieldBytes("exact", digits+2) + fieldBytes("simhash", digits+2) +
		fieldBytes("minhash", base64.StdEncoding.EncodedLen(8*len(f.MinHash))+2)
}

// toProfile translates a rule set for Describe.
func toProfile(p score.Profile) *copydeskv1.Profile {
	m := copydeskv1.Profile_builder{Name: p.Name, Version: p.Version, Description: p.Description, Languages: p.Languages, Steps: p.Steps}
	for _, r := range p.Rules {
		m.Rules = append(m.Rules, copydeskv1.ProfileRule_builder{
			Rule: r.ID, Signal: r.Signal, Threshold: &r.Threshold,
			RejectIf: copydeskv1.RejectIf(r.Comparison), //nolint:gosec // the same numbers, 1 to 4
		}.Build())
	}
	return m.Build()
}

// customProfiles translates a caller's own rule sets.
func customProfiles(list []*copydeskv1.Profile) []score.Profile {
	var out []score.Profile
	for _, m := range list {
		p := score.Profile{Name: m.GetName(), Version: m.GetVersion(), Description: m.GetDescription(), Languages: m.GetLanguages(), Steps: m.GetSteps()}
		for _, r := range m.GetRules() {
			p.Rules = append(p.Rules, score.Rule{
				ID: r.GetRule(), Signal: r.GetSignal(), Threshold: r.GetThreshold(),
				Comparison: score.Comparison(r.GetRejectIf()),
			})
		}
		out = append(out, p)
	}
	return out
}

var verdicts = map[score.Verdict]copydeskv1.Verdict{
	score.KeepDocument:   copydeskv1.Verdict_VERDICT_KEEP,
	score.RejectDocument: copydeskv1.Verdict_VERDICT_REJECT,
	score.NotApplicable:  copydeskv1.Verdict_VERDICT_NOT_APPLICABLE,
}
