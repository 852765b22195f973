package score

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/quality"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/text"
)

// Quality is an overall estimate, and what each signal adds to it.
type Quality = quality.Report

// qualityPlaces are the places of the signals that the model of quality looks at, in the order of quality.Inputs.
var qualityPlaces = func() []signalPlace {
	list := make([]signalPlace, len(quality.Inputs))
	for i, in := range quality.Inputs {
		list[i] = signalPlaces[in.Signal]
	}
	return list
}()

// The groups that are not measured for quality, because what they would find is found for other parts of a report, too.
var (
	languageGroup = signalPlaces[language.Groups[0].Signals[0].Name].group
	fluencyGroup  = signalPlaces[fluency.Groups[0].Signals[0].Name].group
	spunGroup     = signalPlaces[spun.Groups[0].Signals[0].Name].group
)

// qualityInputs gathers the values of the signals that the model of quality looks at.
type qualityInputs struct {
	values    []float64       // of quality.Inputs; Undefined where there is none
	languages language.Report // of the text
	training  bool            // a model is to be made from the values: there may be none yet
	whole     bool            // all values are set
}

func newQualityInputs() *qualityInputs { return &qualityInputs{values: undefined(len(qualityPlaces))} }

func undefined(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = profile.Undefined
	}
	return list
}

// measure sets the signals of one reference, except those that complete sets.
func (in *qualityInputs) measure(v *values, reference int) {
	for i, p := range qualityPlaces {
		if p.reference == reference && p.group != languageGroup && p.group != fluencyGroup && p.group != spunGroup {
			if f, ok := v.at(p); ok {
				in.values[i] = f
			}
		}
	}
}

// judge returns the estimate for a text of these tokens; nil for one that the model of quality does not judge. found is nil where the text is not
// judged by the model of spun text.
func (in *qualityInputs) judge(tokens []fluency.Token, found *Spun, tag string) *Quality {
	if !in.canJudge(tokens, tag) {
		return nil
	}
	in.complete(tokens, found)
	if in.training {
		return nil
	}
	return quality.Default().Judge(in.values)
}

// complete sets the signals of languages, of fluency and of spun text.
func (in *qualityInputs) complete(tokens []fluency.Token, found *Spun) {
	languages, fluent := undefined(len(language.Groups[0].Signals)), undefined(len(fluency.Groups[0].Signals))
	replaced := undefined(len(spun.Groups[0].Signals))
	if found != nil {
		found.Signals(replaced)
	}
	in.languages.Signals(languages)
	fluency.English().Signals(tokens, fluent)
	for i, p := range qualityPlaces {
		switch p.group {
		case languageGroup:
			in.values[i] = languages[p.at]
		case fluencyGroup:
			in.values[i] = fluent[p.at]
		case spunGroup:
			in.values[i] = replaced[p.at]
		}
	}
	in.whole = true
}

const (
	// leastWords is the number of words from which there is something to judge.
	leastWords = 10

	// foreign is the probability of another language from which a text is not taken for English.
	foreign = .5
)

// canJudge reports whether the model of quality can judge a text: whether its language, a BCP 47 tag, is English, or where that is not known whether
// no other language is probable. What is in no language is judged.
func (in *qualityInputs) canJudge(tokens []fluency.Token, tag string) bool {
	words := 0
	for _, t := range tokens {
		if t.IsWord() {
			words++
		}
	}
	if words < leastWords {
		return false
	}
	if tag != "" {
		primary, _, _ := strings.Cut(tag, "-")
		return strings.EqualFold(primary, "en")
	}
	if len(in.languages.Candidates) == 0 {
		return true
	}
	first := in.languages.Candidates[0]
	return first.Code == "en" || first.Code == language.NoLanguage || first.Probability < foreign
}

// QualitySignals returns the values of the signals that the model of quality looks at, in the order of quality.Inputs, NaN where there is none;
// nil for a text that it does not judge. It is for training. The error is ctx.Err() if ctx ended first.
func QualitySignals(ctx context.Context, d *text.Document, tag string) ([]float64, error) {
	r := newRun(ctx, valuesOf(ctx, d.Clean, tag), Options{Features: QualityFeature, Language: tag})
	r.quality.training = true
	if _, err := r.all(ctx, d); err != nil || !r.quality.whole {
		return nil, err
	}
	return r.quality.values, nil
}
