package clean

import (
	"context"
	"slices"

	"github.com/copydesk/copydesk/internal/clean/html/choice"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/embedded"
	"github.com/copydesk/copydesk/internal/clean/html/hidden"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/clean/html/wall"
	"github.com/copydesk/copydesk/internal/text"
)

// readPage parses a page and reads what it says about itself.
func readPage(ctx context.Context, page, address string) (*dom.Tree, meta.Result, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return nil, meta.Result{}, err
	}
	data, err := linked.Read(ctx, tree)
	if err != nil {
		return nil, meta.Result{}, err
	}
	said, err := meta.Read(ctx, tree, data, address)
	return tree, said, err
}

// takePage replaces a page's markup by its main content without the headline, which it returns unless the page has none, and
// reads what the page at address says about itself.
func takePage(ctx context.Context, d *text.Document, o Options, address string) (*headline, error) {
	tree, said, err := readPage(ctx, d.Clean, address)
	if err != nil {
		return nil, err
	}
	chosen, err := o.Content.Select(ctx, tree, content.SaidBy(said, tree.Page), o.Preference)
	if err != nil {
		return nil, err
	}
	replies := slices.Contains(chosen.Parts, dom.Reply)
	if !o.Replies {
		chosen.DropReplies()
	}
	if err := choice.Correct(ctx, tree, chosen.Parts, chosen.Kind); err != nil {
		return nil, err
	}
	if err := hidden.Mark(ctx, tree, chosen.Parts, o.Rules); err != nil {
		return nil, err
	}
	chosen.DropCopies()
	page, err := wall.Detect(ctx, tree, chosen.Parts)
	if err != nil {
		return nil, err
	}
	title := headlineOf(tree, said.Facts)
	if title != nil {
		if err := title.takeOut(ctx, tree, chosen.Parts, o.Headline != HeadlineMarkdown); err != nil {
			return nil, err
		}
		title.source, title.title = d.ToSource(title.source), d.ToSource(title.title)
	}
	main, err := render.Render(ctx, tree, chosen.Parts, render.Chances{Of: chosen.Chances, Threshold: chosen.Threshold})
	if err != nil {
		return nil, err
	}
	if main, page, err = settle(ctx, tree, said, main, page); err != nil {
		return nil, err
	}
	if main.Text == "" && page.Kind == text.PageUnknown && !replies {
		if page, err = wall.Nothing(ctx, tree, chosen.Parts); err != nil {
			return nil, err
		}
	}
	if page.Kind == text.PageUnknown {
		page.Kind = pageKinds[chosen.Kind]
	}
	main = withoutWall(main, page, o.Rules, len(d.Clean))
	placeInSource(d, said.Facts, page.Evidence)
	d.Facts, d.Page, d.Confidence = said.Facts, page, chosen.Confidence
	if err := put(ctx, d, main); err != nil {
		return nil, err
	}
	return title, resolveAddresses(ctx, d, tree, address)
}

// put makes what was rendered of the page in d its text.
func put(ctx context.Context, d *text.Document, main render.Result) (err error) {
	d.Clean, d.Blocks, d.Anchors, d.Images, d.Inlines = main.Text, main.Blocks, main.Anchors, main.Images, main.Inlines
	d.Provenance, err = d.Provenance.Compose(text.NewPace(ctx), main.Provenance)
	return err
}

// withoutWall returns main, or nothing of a page of n bytes that is a wall, unless the beginning of a text stays.
func withoutWall(main render.Result, page text.Page, rules text.RuleSet, n int) render.Result {
	if !page.Kind.IsWall() || page.Incomplete || !rules.On(wall.Rule) {
		return main
	}
	main = render.Result{}
	main.Provenance.Change(n, 0, wall.Dropped)
	return main
}

// settle puts the text that a page holds for its scripts, as JSON-LD or as their state, in the place of a content of nothing: scripts would have put it
// in the place of a wall.
func settle(ctx context.Context, t *dom.Tree, said meta.Result, main render.Result, page text.Page) (render.Result, text.Page, error) {
	if main.Text != "" || page.Kind.IsWall() && page.Kind != text.PageEmpty && len(said.Claims.Bodies) == 0 {
		return main, page, nil
	}
	var held text.Span
	if len(said.Claims.Bodies) > 0 {
		held = said.Claims.Bodies[0]
	} else {
		var err error
		if held, err = embedded.Body(ctx, t); err != nil || held.Empty() {
			return main, page, err
		}
	}
	body, ok, err := embedded.Content(ctx, t.Page, held)
	if err != nil || !ok {
		return main, page, err
	}
	return body, text.Page{}, nil
}

// placeInSource turns offsets in the decoded page into offsets in the source.
func placeInSource(d *text.Document, facts []text.Fact, evidence []text.PageEvidence) {
	for i := range facts {
		facts[i].Source = d.ToSource(facts[i].Source)
	}
	for i := range evidence {
		evidence[i].Source = d.ToSource(evidence[i].Source)
	}
}

// pageKinds are the kinds of pages among which the choice of content distinguishes.
var pageKinds = [content.KindCount]text.PageKind{
	content.Article: text.PageArticle, content.Service: text.PageService, content.Forum: text.PageForum, content.Listing: text.PageListing,
	content.Product: text.PageProduct, content.Collection: text.PageCollection, content.Documentation: text.PageDocumentation,
}
