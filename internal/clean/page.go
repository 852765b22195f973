package clean

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/embedded"
	"github.com/copydesk/copydesk/internal/clean/html/hidden"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// takePage replaces a page's markup by its main content, and reads what the page at address says about itself.
func takePage(ctx context.Context, d *text.Document, o Options, address string) error {
	tree, err := dom.Parse(ctx, d.Clean)
	if err != nil {
		return err
	}
	data, err := linked.Read(ctx, tree)
	if err != nil {
		return err
	}
	said, err := meta.Read(ctx, tree, data, address)
	if err != nil {
		return err
	}
	chosen, err := o.Content.Select(ctx, tree, content.SaidBy(said, tree.Page), o.Preference)
	if err != nil {
		return err
	}
	if !o.Replies {
		chosen.DropReplies()
	}
	if err := hidden.Mark(ctx, tree, chosen.Parts, o.Rules); err != nil {
		return err
	}
	main, err := render.Render(ctx, tree, chosen.Parts, render.Chances{Of: chosen.Chances, Threshold: chosen.Threshold})
	if err != nil {
		return err
	}
	if main.Text == "" && len(said.Claims.Bodies) > 0 {
		body, ok, err := embedded.Content(ctx, d.Clean, said.Claims.Bodies[0])
		if err != nil {
			return err
		}
		if ok {
			main = body
		}
	}
	for i := range said.Facts {
		said.Facts[i].Source = d.ToSource(said.Facts[i].Source)
	}
	d.Clean, d.Provenance = main.Text, d.Provenance.Compose(main.Provenance)
	d.Blocks, d.Anchors, d.Images, d.Inlines = main.Blocks, main.Anchors, main.Images, main.Inlines
	d.Facts, d.PageType, d.Confidence = said.Facts, chosen.Kind.String(), chosen.Confidence
	return nil
}
