package score

import (
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/redpajama"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/internal/truth"
)

// Run judges d by options that Check and CheckScores have accepted. The error is ctx.Err() if ctx ended first.
//
// Memory is bounded by some thirty bytes for each byte of the text: references are measured one after the other, each with
// all that was asked for of it.
func Run(ctx context.Context, d *text.Document, o Options) (*Report, error) {
	return newRun(ctx, valuesOf(ctx, d.Clean, o.Language), o).all(ctx, d)
}

// all makes the report.
func (r *run) all(ctx context.Context, d *text.Document) (_ *Report, err error) {
	defer pytext.Recover(&err)
	o, v := r.o, r.v
	for i := range references {
		r.reference(i)
	}
	r.customProfiles(callerReference)
	report := r.report()
	languages, err := report.findLanguages(ctx, d.Clean, o.Features)
	if err != nil {
		return nil, err
	}
	if o.Features&FingerprintsFeature != 0 {
		f := fingerprint.Of(v.text)
		report.Fingerprints = &f
	}
	v.release()
	if o.Features&(PerplexityFeature|QualityFeature|SpunFeature) != 0 {
		if r.quality != nil {
			r.quality.languages = languages
		}
		if err := judgeEnglish(ctx, d, o, report, r.quality); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return report, nil
}

// run is the state of Run.
type run struct {
	o     Options
	v     *values
	judge judge

	signals  []definition // asked for
	measured []Signal     // by signal; without a name where undefined

	profiles []chosenProfile
	results  []Result // by profile

	lines        []Line
	linesOmitted int

	quality *qualityInputs // nil if quality was not asked for
}

func newRun(ctx context.Context, v *values, o Options) *run {
	r := &run{o: o, v: v, judge: judge{ctx: ctx, clean: v, language: o.Language, scores: o.Scores, spans: o.Spans, edits: o.Edits}}
	if o.Features&SignalsFeature != 0 {
		r.signals = signalsNamed(o.Signals)
		r.measured = make([]Signal, len(r.signals))
	}
	if o.Features&ProfilesFeature != 0 {
		r.profiles = chosen(o)
		r.results = make([]Result, len(r.profiles))
	}
	if o.Features&QualityFeature != 0 {
		r.quality = newQualityInputs()
	}
	return r
}

// reference computes all that was asked for of one reference.
func (r *run) reference(i int) {
	for k := range r.signals {
		if d := &r.signals[k]; d.reference == i {
			r.signal(d, &r.measured[k])
		}
	}
	for k, p := range r.profiles {
		if !p.custom && p.reference == i {
			r.results[k] = r.judge.profile(p.Profile)
		}
	}
	r.customProfiles(i)
	if r.quality != nil {
		r.quality.measure(r.v, i)
	}
	if i == redpajamaReference && r.o.Features&LinesFeature != 0 {
		r.lines, r.linesOmitted = linesOf(r.v.text)
	}
	r.v.text.ReleaseUnits()
}

// customProfiles applies the rules of the caller's profiles that look at signals of one reference.
func (r *run) customProfiles(reference int) {
	for k, p := range r.profiles {
		if p.custom {
			r.judge.customRules(p.Profile, reference, &r.results[k])
		}
	}
}

func (r *run) signal(d *definition, s *Signal) {
	f, ok := r.v.at(d.signalPlace)
	if !ok {
		return
	}
	s.Name, s.Value = d.Name, f
	if r.o.Spans {
		p := r.v.places(d.signalPlace)
		s.Spans, s.SpansOmitted = p.Spans, p.Omitted
	}
}

func (r *run) report() *Report {
	return &Report{
		Signals:  slices.DeleteFunc(r.measured, func(s Signal) bool { return s.Name == "" }),
		Profiles: r.results,
		Lines:    r.lines, LinesOmitted: r.linesOmitted,
	}
}

// chosenProfile is a profile to apply: one of the caller's own, or of a reference.
type chosenProfile struct {
	*Profile

	custom    bool
	reference int
}

// chosen returns the profiles to apply, built-in ones in the order asked for, then the caller's own.
func chosen(o Options) (list []chosenProfile) {
	if len(o.Profiles) == 0 {
		for r := range references {
			for i := range references[r].profiles {
				list = append(list, chosenProfile{Profile: &references[r].profiles[i], reference: r})
			}
		}
	}
	for _, name := range o.Profiles {
		p, reference := profileNamed(name)
		list = append(list, chosenProfile{Profile: p, reference: reference})
	}
	for i := range o.Custom {
		list = append(list, chosenProfile{Profile: &o.Custom[i], custom: true})
	}
	return list
}

// linesOf returns the lines of t.
func linesOf(t *pytext.Text) (list []Line, omitted int) {
	redpajama.EachLine(t, func(v redpajama.LineValues) {
		if len(list) == maxLines {
			omitted++
			return
		}
		list = append(list, Line{v.Span, [...]float64{
			truth.Float(v.Terminal), float64(v.JavaScript), float64(v.Words), v.Numerical, truth.Float(v.Bullet), v.Uppercase,
		}})
	})
	return list, omitted
}
