package service

import (
	"slices"

	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/chunk"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/wall"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// plan is what a request asks for, checked and translated once, however many documents follow. It is not
// changed afterwards, so that workers share it.
type plan struct {
	unit         text.Unit
	clean        clean.Options
	alreadyClean bool

	siteBoilerplate bool // the lines of the batch are counted first

	maxResult int // the largest result in bytes of JSON; 0: by the size of the document
	maxMax    int // what no result may exceed, whatever maxResult; 0: nothing

	wantClean     bool
	features      cleanFeatures
	markdown      markdown.Options
	chunks        chunk.Options
	cleanEvidence bool

	wantExtract     bool
	extract         extract.Features
	extractEvidence bool

	score                        *score.Options // nil: not asked for
	spans, removals, editedTexts bool
}

// newPlan translates the options of a batch or stream. Faults name fields relative to the options.
func (s *Service) newPlan(o *copydeskv1.ProcessOptions) (*plan, error) {
	if err := validate(o); err != nil {
		return nil, err
	}
	all := !o.HasClean() && !o.HasExtract() && !o.HasScore()
	p := &plan{unit: unitOf(o.GetEncodingType()), maxResult: int(o.GetMaxResultBytes())}
	if n := int(o.GetMaxResultBytes()); n > s.o.MaxResponseBytes {
		return nil, fault.OverLimit("RESPONSE_LIMIT_TOO_LARGE", "max_result_bytes", "bytes", n, s.o.MaxResponseBytes)
	}
	if err := p.setCleaning(o.GetCleaning()); err != nil {
		return nil, within(err, "cleaning.")
	}
	if p.siteBoilerplate = o.GetSiteBoilerplate(); p.siteBoilerplate && len(o.GetCleaning().GetSiteCounts()) > 0 {
		return nil, fault.Invalidf("SITE_COUNTS_CONFLICT", "site_boilerplate", "is not allowed with cleaning.site_counts")
	}
	if all || o.HasClean() {
		if err := p.setClean(o.GetClean()); err != nil {
			return nil, within(err, "clean.")
		}
	}
	if all || o.HasExtract() {
		if err := p.setExtract(o.GetExtract()); err != nil {
			return nil, within(err, "extract.")
		}
	}
	if all || o.HasScore() {
		if err := p.setScore(o.GetScore()); err != nil {
			return nil, within(err, "score.")
		}
	}
	return p, nil
}

func (p *plan) setCleaning(o *copydeskv1.Cleaning) error {
	if o.HasRedaction() {
		return unavailable("redaction", "redaction")
	}
	repairOnly := o.GetMode() == copydeskv1.CleaningMode_CLEANING_MODE_REPAIR
	rules, err := clean.NewRuleSet(repairOnly, o.GetEnableRules(), o.GetDisableRules())
	if err != nil {
		return err
	}
	if o.GetKeepWalls() {
		rules = rules.Without(wall.Rule)
	}
	counts, err := site.Open(string(o.GetSiteCounts()))
	if err != nil {
		return fault.Invalidf("SITE_COUNTS_INVALID", "site_counts", "%v", err)
	}
	p.alreadyClean = o.GetMode() == copydeskv1.CleaningMode_CLEANING_MODE_NONE
	p.clean = clean.Options{
		Boilerplate: levelOf(o.GetBoilerplate()),
		RepairOnly:  repairOnly,
		Rules:       rules,
		Preference:  preferenceOf(o.GetContentPreference()),
		Replies:     o.GetIncludeReplies(),
		Headline:    headlineOf(o.GetHeadline()),
		Site:        counts,
	}
	return nil
}

func (p *plan) setClean(o *copydeskv1.CleanOptions) (err error) {
	p.wantClean = true
	asked := orDefaultFeatures(o.GetFeatures(), defaultCleanFeatures)
	if p.features, err = featureBits(asked, cleanFeatureBits); err != nil {
		return err
	}
	p.cleanEvidence = slices.Contains(asked, copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA_EVIDENCE)
	if p.chunks, err = chunkOptions(o.GetChunking()); err != nil {
		return err
	}
	p.markdown = markdown.Options{NoLinks: o.GetExcludeLinks(), Images: o.GetIncludeImages()}
	inMarkdown := []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN}
	return checkNeeds(asked,
		needs[copydeskv1.CleanFeature]{o.GetIncludeImages(), "include_images", inMarkdown},
		needs[copydeskv1.CleanFeature]{o.GetExcludeLinks(), "exclude_links", inMarkdown},
		needs[copydeskv1.CleanFeature]{o.HasChunking(), "chunking", []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_CHUNKS}},
	)
}

func (p *plan) setExtract(o *copydeskv1.ExtractOptions) (err error) {
	p.wantExtract = true
	asked := orDefaultFeatures(o.GetFeatures(), defaultExtractFeatures)
	p.extract, err = featureBits(asked, extractFeatureBits)
	p.extractEvidence = slices.Contains(asked, copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA_EVIDENCE)
	return err
}

func (p *plan) setScore(o *copydeskv1.ScoreOptions) error {
	asked := orDefaultFeatures(o.GetFeatures(), defaultScoreFeatures)
	bits, err := featureBits(asked, scoreFeatureBits)
	if err != nil {
		return err
	}
	p.spans = slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_SPANS)
	p.removals = slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_REMOVALS)
	p.editedTexts = slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_EDITED_TEXTS)
	signals := []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS}
	profiles := []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES}
	perplexity := []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PERPLEXITY}
	listed := listedPerplexity(asked)
	err = checkNeeds(asked,
		needs[copydeskv1.ScoreFeature]{len(o.GetSignals()) > 0, "signals", signals},
		needs[copydeskv1.ScoreFeature]{len(o.GetProfiles()) > 0, "profiles", profiles},
		needs[copydeskv1.ScoreFeature]{len(o.GetCustomProfiles()) > 0, "custom_profiles", profiles},
		needs[copydeskv1.ScoreFeature]{p.spans, "features", slices.Concat(signals, profiles)},
		needs[copydeskv1.ScoreFeature]{p.removals, "features", profiles},
		needs[copydeskv1.ScoreFeature]{p.editedTexts, "features", profiles},
		needs[copydeskv1.ScoreFeature]{listed != fluency.Wanted{}, "features", perplexity},
	)
	if err != nil {
		return err
	}
	p.score = &score.Options{
		Features:   bits,
		Profiles:   o.GetProfiles(),
		Custom:     customProfiles(o.GetCustomProfiles()),
		Signals:    o.GetSignals(),
		Spans:      p.spans,
		Edits:      p.removals || p.editedTexts,
		Perplexity: listed,
	}
	return score.Check(*p.score)
}

// scoreOptions returns the options for one document.
func (p *plan) scoreOptions(d *copydeskv1.Document) score.Options {
	o := *p.score
	o.Language, o.Scores = d.GetLanguage(), d.GetScores()
	return o
}

// listedPerplexity translates what to list beside the perplexity of a text.
func listedPerplexity(asked []copydeskv1.ScoreFeature) fluency.Wanted {
	return fluency.Wanted{
		Paragraphs: slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_PERPLEXITY),
		Lines:      slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_LINE_PERPLEXITY),
		Tokens:     slices.Contains(asked, copydeskv1.ScoreFeature_SCORE_FEATURE_TOKEN_PROBABILITIES),
	}
}

// budget returns what the result of doc may take.
func (p *plan) budget(doc *copydeskv1.Document) *budget {
	n := p.maxResult
	if n == 0 {
		n = resultFactor*contentBytes(doc) + resultBase
	}
	if p.maxMax > 0 {
		n = min(n, p.maxMax)
	}
	return &budget{n - reservedBytes - stringBytes(doc.GetId())}
}

// contentBytes is the size of a document's content.
func contentBytes(d *copydeskv1.Document) int {
	return len(d.GetText()) + len(d.GetHtml()) + len(d.GetRaw())
}

// limitedTo is p for results that go into messages of n bytes.
func (p *plan) limitedTo(n int) *plan {
	q := *p
	q.maxMax = n
	return &q
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

func headlineOf(h copydeskv1.Headline) clean.Headline {
	switch h {
	case copydeskv1.Headline_HEADLINE_NONE:
		return clean.HeadlineNone
	case copydeskv1.Headline_HEADLINE_BOTH:
		return clean.HeadlineBoth
	default:
		return clean.HeadlineMarkdown
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

// orEmpty makes the presence of options, which asks for an operation, explicit.
func orEmpty[T any, P interface {
	*T
	proto.Message
}](o P) P {
	if o == nil {
		return new(T)
	}
	return o
}
