package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// featureNumbers are the values of a feature enum of the contract by their names on the command line: "markdown" for
// CLEAN_FEATURE_MARKDOWN.
func featureNumbers(e protoreflect.Enum) map[string]protoreflect.EnumNumber {
	values := e.Descriptor().Values()
	numbers := make(map[string]protoreflect.EnumNumber, values.Len())
	for i := range values.Len() {
		if v := values.Get(i); v.Number() != 0 {
			_, name, _ := strings.Cut(string(v.Name()), "_FEATURE_")
			numbers[strings.ReplaceAll(strings.ToLower(name), "_", "-")] = v.Number()
		}
	}
	return numbers
}

// featureNames lists the features of all operations.
func featureNames() string {
	names := map[string]bool{}
	for _, e := range []protoreflect.Enum{copydeskv1.CleanFeature(0), copydeskv1.ExtractFeature(0), copydeskv1.ScoreFeature(0)} {
		for name := range featureNumbers(e) {
			names[name] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), ", ")
}

// checkFeatures finds a --feature that none of the operations has.
func (set *settings) checkFeatures(clean, extract, score bool) error {
	for _, name := range set.features {
		_, ofClean := featureNumbers(copydeskv1.CleanFeature(0))[name]
		_, ofExtract := featureNumbers(copydeskv1.ExtractFeature(0))[name]
		_, ofScore := featureNumbers(copydeskv1.ScoreFeature(0))[name]
		if !(clean && ofClean || extract && ofExtract || score && ofScore) {
			return fmt.Errorf("--feature %s: must be one of %s, and of an operation that is asked for", name, featureNames())
		}
	}
	return nil
}

// withFeatures adds the features that flags ask for to those of the command itself.
func withFeatures[F interface {
	~int32
	protoreflect.Enum
}](set *settings, features ...F) []F {
	numbers := featureNumbers(F(0))
	for _, name := range set.features {
		if n, ok := numbers[name]; ok && !slices.Contains(features, F(n)) {
			features = append(features, F(n))
		}
	}
	return features
}

// cleanOptions asks for metadata, for Markdown where the command or a flag needs it, and for what --feature names.
func (set *settings) cleanOptions(markdown bool) *copydeskv1.CleanOptions {
	features := []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA}
	if markdown || set.images || set.noLinks {
		features = append(features, copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN)
	}
	return copydeskv1.CleanOptions_builder{
		Features: withFeatures(set, features...), IncludeImages: set.images, ExcludeLinks: set.noLinks,
	}.Build()
}

// extractOptions asks for the service's defaults, links, and what --feature names.
func (set *settings) extractOptions() *copydeskv1.ExtractOptions {
	return copydeskv1.ExtractOptions_builder{Features: withFeatures(set,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_ENTITIES,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_QUOTATIONS,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_CONTACTS,
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_LINKS,
	)}.Build()
}

// scoreOptions asks for the verdicts and languages, for signals where some are named, and for what --feature names.
func (set *settings) scoreOptions() *copydeskv1.ScoreOptions {
	features := []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES, copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGES}
	if len(set.signals) > 0 {
		features = append(features, copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS)
	}
	return copydeskv1.ScoreOptions_builder{
		Features: withFeatures(set, features...), Profiles: set.profiles, CustomProfiles: set.custom, Signals: set.signals,
	}.Build()
}
