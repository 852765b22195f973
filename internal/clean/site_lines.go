package clean

import (
	"context"
	"sort"

	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/text"
)

// SiteLines returns the lines of a document as a site.Counter takes them, none if it is taken as it is. Errors are those of Run.
func SiteLines(ctx context.Context, in Input) (site.Lines, error) {
	if in.AlreadyClean {
		return nil, ctx.Err()
	}
	d := &text.Document{Source: in.Content, Clean: in.Content, Provenance: text.Identity(len(in.Content)), MediaType: plainText}
	if err := decode(ctx, d, in); err != nil {
		return nil, err
	}
	if d.MediaType == htmlText {
		return site.LinesOfPage(ctx, d.Clean)
	}
	return site.LinesOfText(ctx, d.Clean)
}

// withSite puts the stage that drops lines of the site after the first of the stages, if there are counts for it.
func withSite(d *text.Document, o Options, address string, first stage, others ...stage) []stage {
	stages := []stage{first}
	if !o.Site.Empty() && o.Boilerplate != Keep && o.Rules.On(site.Rule) {
		page := site.Page{Host: site.Host(address), Kind: kindsOf(d)}
		stages = append(stages, func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
			return site.Run(ctx, c, o.Site, page)
		})
	}
	return append(stages, others...)
}

// kindsOf returns what finds the kind of the block that a range of d's text is in, nil if its blocks are not known yet.
func kindsOf(d *text.Document) func(text.Span) text.BlockKind {
	if len(d.Blocks) == 0 {
		return nil
	}
	return func(s text.Span) text.BlockKind { return kindAt(d.Blocks, s) }
}

// kindAt returns the kind of the block that a range begins in, 0 if it is in none.
func kindAt(blocks []text.Block, s text.Span) text.BlockKind {
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > s.Start })
	if i == len(blocks) || blocks[i].Span.Start > s.Start {
		return 0
	}
	if blocks[i].Quotes > 0 {
		return text.Quote
	}
	return blocks[i].Kind
}
