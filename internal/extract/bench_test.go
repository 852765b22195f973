package extract_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

func BenchmarkRun(b *testing.B) {
	clean := strings.Repeat("“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019. ", 600)
	b.SetBytes(int64(len(clean)))
	for b.Loop() {
		d := &text.Document{
			Source: clean, Clean: clean, Provenance: text.Identity(len(clean)),
			Blocks: []text.Block{{Kind: text.Paragraph, Span: text.Span{End: len(clean)}}},
		}
		if _, err := extract.Run(b.Context(), d, extract.Options{Features: extract.All}); err != nil {
			b.Fatal(err)
		}
	}
}
