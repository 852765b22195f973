//go:build unix

package growth_test

import (
	"context"
	"log/slog"

	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/service"
)

// operation is one request that can be made with a document.
type operation struct {
	name string

	// pages says whether it is tried with pages, too. Score sees the clean text alone, for which texts are enough.
	pages bool

	// bounded says whether the response must be small: what is asked for on top of the defaults may be large.
	bounded bool

	call func(context.Context, *service.Service, *copydeskv1.Document) (proto.Message, error)
}

// operations returns what is tried in an ordinary run and, for a long run, every profile by itself.
func operations(s *service.Service, long bool) []operation {
	list := []operation{
		{"clean", true, true, func(ctx context.Context, s *service.Service, d *copydeskv1.Document) (proto.Message, error) {
			return s.Clean(ctx, copydeskv1.CleanRequest_builder{Document: d, Options: copydeskv1.CleanOptions_builder{Features: []copydeskv1.CleanFeature{
				copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN, copydeskv1.CleanFeature_CLEAN_FEATURE_BLOCKS,
				copydeskv1.CleanFeature_CLEAN_FEATURE_SEGMENTS, copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA_EVIDENCE,
			}}.Build()}.Build())
		}},
		{"extract", true, true, func(ctx context.Context, s *service.Service, d *copydeskv1.Document) (proto.Message, error) {
			return s.Extract(ctx, copydeskv1.ExtractRequest_builder{Document: d, Options: copydeskv1.ExtractOptions_builder{Features: []copydeskv1.ExtractFeature{
				copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA_EVIDENCE, copydeskv1.ExtractFeature_EXTRACT_FEATURE_ENTITIES,
				copydeskv1.ExtractFeature_EXTRACT_FEATURE_QUOTATIONS, copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES,
				copydeskv1.ExtractFeature_EXTRACT_FEATURE_CONTACTS, copydeskv1.ExtractFeature_EXTRACT_FEATURE_LINKS,
				copydeskv1.ExtractFeature_EXTRACT_FEATURE_SENTENCES,
			}}.Build()}.Build())
		}},
		score("signals", copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
			copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS, copydeskv1.ScoreFeature_SCORE_FEATURE_SPANS,
		}}),
		score("profiles", copydeskv1.ScoreOptions_builder{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES},
		}),
		score("fingerprints and lines", copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
			copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS, copydeskv1.ScoreFeature_SCORE_FEATURE_LINES,
		}}),
		score("perplexity and quality", copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
			copydeskv1.ScoreFeature_SCORE_FEATURE_QUALITY, copydeskv1.ScoreFeature_SCORE_FEATURE_PERPLEXITY, copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_PERPLEXITY,
			copydeskv1.ScoreFeature_SCORE_FEATURE_LINE_PERPLEXITY, copydeskv1.ScoreFeature_SCORE_FEATURE_TOKEN_PROBABILITIES,
		}}),
		score("languages", copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{
			copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGES, copydeskv1.ScoreFeature_SCORE_FEATURE_LANGUAGE_CANDIDATES,
			copydeskv1.ScoreFeature_SCORE_FEATURE_PARAGRAPH_LANGUAGES,
		}}),
		score("spun", copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SPUN}}),
	}
	if !long {
		return list
	}
	described, err := s.Describe(context.Background(), copydeskv1.DescribeRequest_builder{
		Features: []copydeskv1.DescribeFeature{copydeskv1.DescribeFeature_DESCRIBE_FEATURE_PROFILES},
	}.Build())
	if err != nil {
		panic(err)
	}
	for _, p := range described.GetProfiles() {
		list = append(list, score("profile "+p.GetName(), copydeskv1.ScoreOptions_builder{
			Features: []copydeskv1.ScoreFeature{
				copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES, copydeskv1.ScoreFeature_SCORE_FEATURE_REMOVALS,
				copydeskv1.ScoreFeature_SCORE_FEATURE_EDITED_TEXTS, copydeskv1.ScoreFeature_SCORE_FEATURE_SPANS,
			},
			Profiles: []string{p.GetName()},
		}))
	}
	return list
}

func score(name string, o copydeskv1.ScoreOptions_builder) operation {
	return operation{name, false, true, func(ctx context.Context, s *service.Service, d *copydeskv1.Document) (proto.Message, error) {
		return s.Score(ctx, copydeskv1.ScoreRequest_builder{Document: d, Options: o.Build()}.Build())
	}}
}

func newService() *service.Service {
	return service.New(service.Options{MaxDocumentBytes: 64 << 20, Logger: slog.New(slog.DiscardHandler)})
}

// request returns the document as a caller sends it.
func request(form hostile.Form, content string) *copydeskv1.Document {
	d := copydeskv1.Document_builder{Url: "https://example.org/a"}
	switch form {
	case hostile.Text:
		d.Text = &content
	case hostile.Page:
		d.Html = &content
	case hostile.RawPage:
		d.Raw, d.MediaType = []byte(content), "text/html"
	}
	return d.Build()
}
