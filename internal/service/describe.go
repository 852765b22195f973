package service

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/score"
)

// Describe implements copydeskv1.TextServiceServer.
func (s *Service) Describe(ctx context.Context, req *copydeskv1.DescribeRequest) (*copydeskv1.DescribeResponse, error) {
	if err := validate(req); err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	all := s.describe()
	m := copydeskv1.DescribeResponse_builder{
		Version: all.GetVersion(), Limits: all.GetLimits(), Capabilities: all.GetCapabilities(), Models: all.GetModels(),
	}.Build()
	for _, f := range req.GetFeatures() {
		switch f {
		case copydeskv1.DescribeFeature_DESCRIBE_FEATURE_RULES:
			m.SetRules(all.GetRules())
		case copydeskv1.DescribeFeature_DESCRIBE_FEATURE_PROFILES:
			m.SetProfiles(all.GetProfiles())
		case copydeskv1.DescribeFeature_DESCRIBE_FEATURE_SIGNALS:
			m.SetSignals(all.GetSignals())
		case copydeskv1.DescribeFeature_DESCRIBE_FEATURE_UNSPECIFIED: // refused by validation
		}
	}
	return m, nil
}

// describeAll gathers what the text packages say about themselves. It is called once.
func (s *Service) describeAll() *copydeskv1.DescribeResponse {
	r := copydeskv1.DescribeResponse_builder{
		Version: Version(),
		Limits: copydeskv1.Limits_builder{
			MaxDocumentBytes:  asInt32(s.o.MaxDocumentBytes),
			MaxBatchDocuments: asInt32(s.o.MaxBatchDocuments),
			MaxChunkItems:     MaxChunkItems,
			MaxMessageBytes:   asInt32(s.o.MaxMessageBytes),
			MaxInFlight:       MaxInFlight,
			MaxResponseBytes:  asInt32(s.o.MaxResponseBytes),
			Lists:             describeLists(),
		}.Build(),
		Capabilities: capabilities(),
		Models:       describeModels(clean.Models(), extract.Models(), score.Models()),
	}
	for _, info := range clean.Rules() {
		r.Rules = append(r.Rules, copydeskv1.Rule_builder{
			Id: string(info.ID), Description: info.Description,
			DefaultEnabled: info.Default || info.Required, Required: info.Required,
		}.Build())
	}
	for _, p := range score.Profiles() {
		r.Profiles = append(r.Profiles, toProfile(p))
	}
	for _, g := range score.Signals() {
		r.Signals = append(r.Signals, copydeskv1.SignalInfo_builder{Name: g.Name, Description: g.Description, Unit: g.Unit}.Build())
	}
	return r.Build()
}

func describeLists() []*copydeskv1.ListLimit {
	var list []*copydeskv1.ListLimit
	for _, field := range slices.Sorted(maps.Keys(listLimits)) {
		list = append(list, copydeskv1.ListLimit_builder{Field: field, MaxItems: asInt32(listLimits[field])}.Build())
	}
	return list
}

// describeModels translates the models of the text packages, ordered by name.
func describeModels(groups ...[]model.Embedded) []*copydeskv1.Model {
	var list []*copydeskv1.Model
	for _, m := range slices.Concat(groups...) {
		list = append(list, copydeskv1.Model_builder{
			Name: m.Name, Version: m.Version, Sha256: m.SHA256(), SizeBytes: asInt32(m.Size()), Sources: m.Sources,
		}.Build())
	}
	sort.Slice(list, func(i, j int) bool { return list[i].GetName() < list[j].GetName() })
	return list
}

// capabilities lists the parts of results that exist, ordered by name: those that features ask for, and those that are
// always there.
func capabilities() []*copydeskv1.Capability {
	features := featureCapabilities()
	var list []*copydeskv1.Capability
	add := func(name, description string) {
		c := copydeskv1.Capability_builder{Name: name, Description: description}.Build()
		if f, ok := features[name]; ok {
			c.SetFeature(f.feature)
			c.SetByDefault(f.byDefault)
		} else {
			c.SetByDefault(true)
		}
		list = append(list, c)
	}
	for _, c := range clean.Capabilities() {
		add(c.Name, c.Description)
	}
	for _, c := range extract.Capabilities() {
		add(c.Name, c.Description)
	}
	for _, c := range score.Capabilities() {
		add(c.Name, c.Description)
	}
	for name, description := range detailCapabilities {
		add(name, description)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].GetName() < list[j].GetName() })
	return list
}

// detailCapabilities are parts that the service itself chooses from what the text packages return.
var detailCapabilities = map[string]string{
	"clean.metadata.evidence":     "as extract.metadata.evidence",
	"extract.metadata.evidence":   "the place and the original words of each field",
	"score.signals.spans":         "the first 64 places of each signal and failing rule that has places",
	"score.profiles.removals":     "each piece that a profile takes out or replaces",
	"score.profiles.edited_text":  "the text that a profile which edits passes on",
	"score.perplexity.paragraphs": "the perplexity of each paragraph",
	"score.perplexity.lines":      "the perplexity of each line",
	"score.perplexity.tokens":     "the probability of each token",
}

// featureCapability is how a request asks for a part of a result.
type featureCapability struct {
	feature   string
	byDefault bool
}

// featureCapabilities returns the features that exist by the path of what they fill.
func featureCapabilities() map[string]featureCapability {
	paths := map[string]featureCapability{}
	addFeatures(paths, "clean.", cleanFeatureBits, defaultCleanFeatures)
	addFeatures(paths, "extract.", extractFeatureBits, defaultExtractFeatures)
	addFeatures(paths, "score.", scoreFeatureBits, defaultScoreFeatures)
	return paths
}

func addFeatures[F interface {
	comparable
	fmt.Stringer
}, B any](paths map[string]featureCapability, operation string, exist map[F]B, byDefault []F) {
	for f := range exist {
		_, name, _ := strings.Cut(f.String(), "_FEATURE_")
		path := operation + strings.ToLower(name)
		if nested, ok := nestedPaths[path]; ok {
			path = nested
		}
		paths[path] = featureCapability{f.String(), slices.Contains(byDefault, f)}
	}
}

// nestedPaths are the paths of features that fill fields of other features' results.
//
//nolint:gosec // a token is a word here
var nestedPaths = map[string]string{
	"clean.metadata_evidence":   "clean.metadata.evidence",
	"extract.metadata_evidence": "extract.metadata.evidence",
	"score.spans":               "score.signals.spans",
	"score.removals":            "score.profiles.removals",
	"score.edited_texts":        "score.profiles.edited_text",

	"score.paragraph_perplexity": "score.perplexity.paragraphs",
	"score.line_perplexity":      "score.perplexity.lines",
	"score.token_probabilities":  "score.perplexity.tokens",
}
