package clean_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// document renders all texts of a page.
func document(t *testing.T, page string) *text.Document {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	chosen := make([]dom.Part, len(tree.Texts))
	for i := range chosen {
		chosen[i] = dom.Keep
	}
	r, err := render.Render(t.Context(), tree, chosen)
	if err != nil {
		t.Fatal(err)
	}
	return &text.Document{
		Source: page, Clean: r.Text, Provenance: r.Provenance, Blocks: r.Blocks, Anchors: r.Anchors, Images: r.Images, Inlines: r.Inlines,
		MediaType: "text/html",
	}
}

func TestMarkdownOfPages(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/markdown.json")
	if err != nil {
		t.Fatal(err)
	}
	var tests []struct {
		Name, Page, Want string
		Options          clean.MarkdownOptions
	}
	if err := json.Unmarshal(b, &tests); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.Name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.Want, clean.Markdown(document(t, tt.Page), tt.Options)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
