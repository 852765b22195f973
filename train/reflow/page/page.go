package page

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	markup      text.Rule = "html.markup"
	boilerplate text.Rule = "html.boilerplate"
	space       text.Rule = "html.space"
	entity      text.Rule = "html.entity"
	email       text.Rule = "html.email"
)

// Result is a page's main content.
type Result struct {
	// Text is the content, blocks parted by blank lines.
	Text string

	// Provenance leads from the page to Text.
	Provenance text.Provenance

	// Blocks are the structure of Text.
	Blocks []text.Block

	// Facts are what the markup says of the page; their Source is in the page.
	Facts []text.Fact

	// Anchors are the content's links, their Span in Text.
	Anchors []text.Anchor
}

// Run takes the main content out of page, which is valid UTF-8. A page without any gives an empty text. The error
// is ctx.Err() if ctx ended first.
func Run(ctx context.Context, page string) (Result, error) {
	t, err := parse(ctx, page)
	if err != nil {
		return Result{}, err
	}
	w := newWriter(t)
	w.write(t.mainContent())
	r := w.result()
	r.Facts = t.facts
	return r, ctx.Err()
}
