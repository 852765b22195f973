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

var textOnly = copydeskv1.CleanOptions_builder{Features: []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA}}.Build()

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
	req := copydeskv1.CleanRequest_builder{Document: textDocument("", article), Options: textOnly}.Build()
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
		_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{Options: copydeskv1.ProcessOptions_builder{Clean: textOnly}.Build()}.Build()}.Build())
		for sent := 0; sent < b.N; {
			var items []*copydeskv1.StreamItem
			for ; sent < b.N && len(items) < perChunk; sent++ {
				items = append(items, copydeskv1.StreamItem_builder{Sequence: int32(sent + 1), Document: textDocument("", article)}.Build())
			}
			_ = stream.Send(chunkOf(items...))
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
