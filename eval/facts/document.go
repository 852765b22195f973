// Package facts measures what Extract finds.
package facts

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// factsOf returns what Extract finds in s, whose paragraphs are separated by blank lines.
func factsOf(s string, features extract.Features) (*text.Document, *extract.Facts, error) {
	s = strings.ToValidUTF8(s, "?")
	d := &text.Document{Source: s, Clean: s, Provenance: text.Identity(len(s)), MediaType: "text/plain"}
	for _, p := range text.Paragraphs(s) {
		d.Blocks = append(d.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	f, err := extract.Run(context.Background(), d, extract.Options{Features: features})
	return d, f, err
}
