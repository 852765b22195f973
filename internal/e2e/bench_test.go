package e2e_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/service"
)

// article is about 2 KB of prose, in which no paragraph is there twice: a duplicate would be dropped.
var article = func() string {
	var b strings.Builder
	for i := range 25 {
		fmt.Fprintf(&b, "On day %d the harbour of Saltmarsh was quiet, and nobody saw the boat leave.\n\n", i+1)
	}
	return b.String()
}()

var textOnly = &copydeskv1.CleanOptions{Features: []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA}}

// BenchmarkHandler is the work itself; what the others need beyond it is transport.
func BenchmarkHandler(b *testing.B) {
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := clean.Run(b.Context(), clean.Input{Form: clean.Text, Content: article}, clean.Options{Rules: rules}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnary(b *testing.B) {
	h := start(b, service.Options{})
	req := &copydeskv1.CleanRequest{Document: textDocument("", article), Options: textOnly}
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := h.Clean(b.Context(), req); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStream sends documents in chunks of 32, one stream, as the Go client does under load.
func BenchmarkStream(b *testing.B) {
	const perChunk = 32
	stream, err := start(b, service.Options{}).ProcessStream(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	b.ResetTimer()
	go func() {
		_ = stream.Send(&copydeskv1.ProcessStreamRequest{Frame: &copydeskv1.ProcessStreamRequest_Start{
			Start: &copydeskv1.StreamStart{Options: &copydeskv1.ProcessOptions{Clean: textOnly}},
		}})
		for sent := 0; sent < b.N; {
			chunk := &copydeskv1.StreamChunk{}
			for ; sent < b.N && len(chunk.GetItems()) < perChunk; sent++ {
				chunk.Items = append(chunk.Items, &copydeskv1.StreamItem{Sequence: int64(sent + 1), Document: textDocument("", article)})
			}
			_ = stream.Send(&copydeskv1.ProcessStreamRequest{Frame: &copydeskv1.ProcessStreamRequest_Chunk{Chunk: chunk}})
		}
		_ = stream.CloseSend()
	}()
	for {
		if _, err := stream.Recv(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
