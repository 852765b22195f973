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
			return s.Clean(ctx, &copydeskv1.CleanRequest{Document: d})
		}},
		{"extract", true, true, func(ctx context.Context, s *service.Service, d *copydeskv1.Document) (proto.Message, error) {
			return s.Extract(ctx, &copydeskv1.ExtractRequest{Document: d})
		}},
		score("signals", false, &copydeskv1.ScoreOptions{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS}, SignalSpans: true,
		}),
		score("profiles", true, &copydeskv1.ScoreOptions{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES},
		}),
		score("fingerprints and lines", false, &copydeskv1.ScoreOptions{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS}, LineSignals: true,
		}),
	}
	if !long {
		return list
	}
	described, err := s.Describe(context.Background(), nil)
	if err != nil {
		panic(err)
	}
	for _, p := range described.GetProfiles() {
		list = append(list, score("profile "+p.GetName(), false, &copydeskv1.ScoreOptions{
			Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_PROFILES},
			Profiles: []string{p.GetName()}, EditedTexts: true,
		}))
	}
	return list
}

func score(name string, bounded bool, o *copydeskv1.ScoreOptions) operation {
	return operation{name, false, bounded, func(ctx context.Context, s *service.Service, d *copydeskv1.Document) (proto.Message, error) {
		return s.Score(ctx, &copydeskv1.ScoreRequest{Document: d, Options: o})
	}}
}

func newService() *service.Service {
	return service.New(service.Options{MaxDocumentBytes: 64 << 20, Logger: slog.New(slog.DiscardHandler)})
}

// request returns the document as a caller sends it.
func request(form hostile.Form, content string) *copydeskv1.Document {
	d := &copydeskv1.Document{Url: "https://example.org/a"}
	switch form {
	case hostile.Text:
		d.Content = &copydeskv1.Document_Text{Text: content}
	case hostile.Page:
		d.Content = &copydeskv1.Document_Html{Html: content}
	case hostile.RawPage:
		d.Content, d.MediaType = &copydeskv1.Document_Raw{Raw: []byte(content)}, "text/html"
	}
	return d
}
