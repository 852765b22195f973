package service

import (
	"fmt"
	"slices"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/score"
)

// cleanFeatures are the parts of CleanResult that a request can ask for.
type cleanFeatures uint

const (
	cleanMarkdown cleanFeatures = 1 << iota
	cleanBlocks
	cleanSegments
	cleanMetadata
	cleanChunks
)

func (f cleanFeatures) has(g cleanFeatures) bool { return f&g != 0 }

// The features that exist. A feature of the contract that is not in these tables is refused.
var (
	cleanFeatureBits = map[copydeskv1.CleanFeature]cleanFeatures{
		copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN:          cleanMarkdown,
		copydeskv1.CleanFeature_CLEAN_FEATURE_BLOCKS:            cleanBlocks,
		copydeskv1.CleanFeature_CLEAN_FEATURE_SEGMENTS:          cleanSegments,
		copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA:          cleanMetadata,
		copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA_EVIDENCE: cleanMetadata,
		copydeskv1.CleanFeature_CLEAN_FEATURE_CHUNKS:            cleanChunks,
	}
	extractFeatureBits = map[copydeskv1.ExtractFeature]extract.Features{
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA:          extract.MetadataFeature,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA_EVIDENCE: extract.MetadataFeature,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_SENTENCES:         extract.Sentences,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_ENTITIES:          extract.Entities,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_QUOTATIONS:        extract.Quotations,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES:             extract.Dates,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_CONTACTS:          extract.Contacts,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_LINKS:             extract.Links,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_REFERENCES:        extract.Entities | extract.References,
	}
	scoreFeatureBits = map[copydeskv1.ScoreFeature]score.Features{
		copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGES:           score.LanguagesFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGE_CANDIDATES: score.LanguageCandidatesFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_LANGUAGES: score.ParagraphLanguagesFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS:             score.SignalsFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES:            score.ProfilesFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS:        score.FingerprintsFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_LINES:               score.LinesFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_PERPLEXITY:          score.PerplexityFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_QUALITY:             score.QualityFeature,
		copydeskv1.ScoreFeature_SCORE_FEATURE_SPUN:                score.SpunFeature,
		// These say what of signals and profiles to return.
		copydeskv1.ScoreFeature_SCORE_FEATURE_SPANS:        0,
		copydeskv1.ScoreFeature_SCORE_FEATURE_REMOVALS:     0,
		copydeskv1.ScoreFeature_SCORE_FEATURE_EDITED_TEXTS: 0,
		// These say what to list beside the perplexity of the text.
		copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_PERPLEXITY: 0,
		copydeskv1.ScoreFeature_SCORE_FEATURE_LINE_PERPLEXITY:      0,
		copydeskv1.ScoreFeature_SCORE_FEATURE_TOKEN_PROBABILITIES:  0,
	}
)

// The features that a request asks for by naming none.
var (
	defaultCleanFeatures   = []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA}
	defaultExtractFeatures = []copydeskv1.ExtractFeature{
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_ENTITIES,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_QUOTATIONS,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_CONTACTS,
	}
	defaultScoreFeatures = []copydeskv1.ScoreFeature{
		copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES, copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGES,
	}
)

// featureBits returns the union of the features asked for. The fault names the first that does not exist; its field is
// relative to the operation's options.
func featureBits[F interface {
	comparable
	fmt.Stringer
}, B ~uint](asked []F, exist map[F]B) (B, error) {
	var bits B
	for i, f := range asked {
		b, ok := exist[f]
		if !ok {
			return 0, unavailable(fmt.Sprintf("features[%d]", i), f.String())
		}
		bits |= b
	}
	return bits, nil
}

// unavailable is the fault of a request for something that the contract has but this server does not.
func unavailable(field, feature string) error {
	return &fault.Error{
		Kind: fault.Unsupported, Reason: "FEATURE_UNAVAILABLE", Field: field, Feature: feature,
		Message: "this server does not have " + feature + "; Describe lists what it has",
	}
}

// missing is the fault of an option or feature, at field, that has no effect without a feature that was not asked for.
func missing(field string, feature fmt.Stringer) error {
	f := fault.Invalidf("FEATURE_MISSING", field, "has no effect without %s in features", feature)
	f.Feature = feature.String()
	return f
}

// needs is a feature or option that has no effect without any of some features.
type needs[F comparable] struct {
	given bool
	field string
	any   []F
}

// checkNeeds returns the fault of the first that is given without what it needs.
func checkNeeds[F interface {
	comparable
	fmt.Stringer
}](asked []F, list ...needs[F]) error {
	for _, n := range list {
		if n.given && !slices.ContainsFunc(n.any, func(f F) bool { return slices.Contains(asked, f) }) {
			return missing(n.field, n.any[0])
		}
	}
	return nil
}

// orDefaultFeatures returns what a request asks for.
func orDefaultFeatures[F any](asked, byDefault []F) []F {
	if len(asked) == 0 {
		return byDefault
	}
	return asked
}
