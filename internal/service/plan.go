package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// plan is what a request asks for, checked and translated once, however many documents follow. It is not
// changed afterwards, so that workers share it.
type plan struct {
	unit        text.Unit
	clean       clean.Options
	features    cleanFeatures // what of clean to return
	wantClean   bool
	wantExtract bool
	extract     extract.Features
	score       *score.Options // nil: not asked for
	editedTexts bool           // whether to return the texts that profiles pass on
}

// cleanFeatures are the parts of CleanResult to return.
type cleanFeatures struct {
	markdown, blocks, segments, metadata bool

	how markdown.Options
}

// newPlan translates the options of a batch or stream. Faults name fields relative to the options.
func newPlan(o *copydeskv1.ProcessOptions) (*plan, error) {
	if err := validate(o); err != nil {
		return nil, err
	}
	all := o.GetClean() == nil && o.GetExtract() == nil && o.GetScore() == nil
	p := &plan{unit: unitOf(o.GetEncodingType()), wantClean: all || o.GetClean() != nil}
	how, field := o.GetClean(), "clean."
	if how == nil {
		how, field = o.GetCleanOptions(), "clean_options."
	}
	if err := p.setClean(how); err != nil {
		return nil, within(err, field)
	}
	if all || o.GetExtract() != nil {
		p.wantExtract = true
		p.extract = extractFeatures(o.GetExtract().GetFeatures())
	}
	if all || o.GetScore() != nil {
		if err := p.setScore(o.GetScore()); err != nil {
			return nil, within(err, "score.")
		}
	}
	return p, nil
}

func (p *plan) setClean(o *copydeskv1.CleanOptions) error {
	rules, err := clean.NewRuleSet(o.GetRepairOnly(), o.GetEnableRules(), o.GetDisableRules())
	if err != nil {
		return err
	}
	p.clean = clean.Options{
		Boilerplate: levelOf(o.GetBoilerplate()),
		RepairOnly:  o.GetRepairOnly(),
		Rules:       rules,
		Preference:  preferenceOf(o.GetContentPreference()),
		Replies:     o.GetIncludeReplies(),
	}
	p.features = cleanFeaturesOf(o.GetFeatures())
	p.features.how = markdown.Options{NoLinks: o.GetExcludeLinks(), Images: o.GetIncludeImages()}
	return nil
}

func (p *plan) setScore(o *copydeskv1.ScoreOptions) error {
	p.score = &score.Options{
		Features: scoreFeatures(o.GetFeatures()),
		Profiles: o.GetProfiles(),
		Custom:   customProfiles(o.GetCustomProfiles()),
		Signals:  o.GetSignals(),
		Spans:    o.GetSignalSpans(),
	}
	if o.GetLineSignals() {
		p.score.Features |= score.LinesFeature
	}
	p.editedTexts = o.GetEditedTexts()
	return score.Check(*p.score)
}

func unitOf(e copydeskv1.EncodingType) text.Unit {
	switch e {
	case copydeskv1.EncodingType_ENCODING_TYPE_UTF16:
		return text.UTF16
	case copydeskv1.EncodingType_ENCODING_TYPE_UTF32:
		return text.UTF32
	default:
		return text.UTF8
	}
}

func levelOf(l copydeskv1.BoilerplateLevel) clean.Level {
	switch l {
	case copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_KEEP:
		return clean.Keep
	case copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_STRICT:
		return clean.Strict
	default:
		return clean.Balanced
	}
}

func preferenceOf(p copydeskv1.ContentPreference) content.Preference {
	switch p {
	case copydeskv1.ContentPreference_CONTENT_PREFERENCE_PRECISION:
		return content.Precision
	case copydeskv1.ContentPreference_CONTENT_PREFERENCE_RECALL:
		return content.Recall
	default:
		return content.Balanced
	}
}

func cleanFeaturesOf(asked []copydeskv1.CleanFeature) cleanFeatures {
	if len(asked) == 0 {
		return cleanFeatures{markdown: true, blocks: true, segments: true, metadata: true}
	}
	var f cleanFeatures
	for _, a := range asked {
		switch a {
		case copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN:
			f.markdown = true
		case copydeskv1.CleanFeature_CLEAN_FEATURE_BLOCKS:
			f.blocks = true
		case copydeskv1.CleanFeature_CLEAN_FEATURE_SEGMENTS:
			f.segments = true
		case copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA:
			f.metadata = true
		case copydeskv1.CleanFeature_CLEAN_FEATURE_UNSPECIFIED: // refused by validation
		}
	}
	return f
}
