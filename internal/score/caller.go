package score

import (
	"strings"

	"github.com/copydesk/copydesk/internal/fault"
)

// CallerPrefix begins the names by which rules of a caller's profile look at scores that the caller sends with a document.
const CallerPrefix = "caller."

// maxScoreName is the length of the longest name of a score, in bytes.
const maxScoreName = 64

// callerReference is the place after all references, of the scores that the caller sends.
var callerReference = len(references)

// placeOf returns the place of a signal by its name. Any name of a score is one, because documents come after the rules.
func placeOf(signal string) (signalPlace, bool) {
	if name, ok := strings.CutPrefix(signal, CallerPrefix); ok {
		return signalPlace{reference: callerReference}, name != "" && len(name) <= maxScoreName
	}
	p, ok := signalPlaces[signal]
	return p, ok
}

// CheckScores returns a *fault.Error if a document lacks a score that a rule of o looks at: to pass over the rule would keep what nobody
// has judged.
func CheckScores(o Options) error {
	for i := range o.Custom {
		p := &o.Custom[i]
		if !applies(p, o.Language) {
			continue
		}
		for _, r := range p.Rules {
			name, ok := strings.CutPrefix(r.Signal, CallerPrefix)
			if _, has := o.Scores[name]; ok && !has {
				f := fault.Invalidf("SCORE_MISSING", "scores", "there is no score %q, at which rule %q of profile %q looks", name, r.ID, p.Name)
				f.Value = name
				return f
			}
		}
	}
	return nil
}

// value returns the value of a signal of v, or of a score of the caller.
func (j *judge) value(signal string, at signalPlace, v *values) (float64, bool) {
	if at.reference == callerReference {
		f, ok := j.scores[strings.TrimPrefix(signal, CallerPrefix)]
		return f, ok
	}
	return v.at(at)
}
