package clean

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/lines"
	"github.com/copydesk/copydesk/internal/clean/page"
	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

// The media types that content is taken for.
const (
	plainText = "text/plain"
	htmlText  = "text/html"
)

// Run cleans one document. Errors are a *fault.Error for a document that cannot be worked on, or
// ctx.Err() when ctx ends first.
func Run(ctx context.Context, in Input, o Options) (*text.Document, error) {
	d := &text.Document{
		Source:     in.Content,
		Clean:      in.Content,
		Provenance: text.Identity(len(in.Content)),
		MediaType:  plainText,
	}
	if in.AlreadyClean {
		d.Blocks = structure.Blocks(d.Clean)
		return d, nil
	}
	if err := decode(ctx, d, in); err != nil {
		return nil, err
	}
	if d.MediaType == htmlText && o.RepairOnly {
		return nil, fault.Invalidf("REPAIR_ONLY_HTML", "repair_only",
			"a page cannot be repaired only: its markup has to go")
	}
	if err := stages(ctx, d, o); err != nil {
		return nil, err
	}
	return d, nil
}

// decode makes text of raw bytes and settles what kind of content it is.
func decode(ctx context.Context, d *text.Document, in Input) error {
	if in.Form == HTML {
		d.MediaType = htmlText
	}
	if in.Form != Raw {
		return nil
	}
	decoded, err := charset.Decode(ctx, in.Content, in.MediaType)
	if err != nil {
		return err
	}
	d.Clean, d.Provenance = decoded.Text, decoded.Provenance
	d.Charset, d.MediaType = decoded.Charset, decoded.MediaType
	return nil
}

// stages runs everything that works on decoded text.
func stages(ctx context.Context, d *text.Document, o Options) error {
	isPage := d.MediaType == htmlText
	rules := o.Rules
	if isPage {
		if err := takePage(ctx, d); err != nil {
			return err
		}
		rules = rules.Without(repair.Entities)
	}
	clean, step, err := repair.Run(ctx, d.Clean, rules)
	if err != nil {
		return err
	}
	advance(d, clean, step)
	if !o.RepairOnly {
		if err := dropLines(ctx, d, o); err != nil {
			return err
		}
	}
	if isPage {
		return ctx.Err()
	}
	if !o.RepairOnly {
		clean, step, err = reflow.Run(ctx, d.Clean, o.Rules)
		if err != nil {
			return err
		}
		advance(d, clean, step)
	}
	d.Blocks = structure.Blocks(d.Clean)
	return ctx.Err()
}

// takePage replaces markup by the page's main content.
func takePage(ctx context.Context, d *text.Document) error {
	main, err := page.Run(ctx, d.Clean)
	if err != nil {
		return err
	}
	for i := range main.Facts {
		main.Facts[i].Source = d.ToSource(main.Facts[i].Source)
	}
	d.Clean, d.Provenance = main.Text, d.Provenance.Compose(main.Provenance)
	d.Blocks, d.Facts, d.Anchors = main.Blocks, main.Facts, main.Anchors
	return nil
}

// dropLines takes boilerplate lines out and keeps what they say for Extract.
func dropLines(ctx context.Context, d *text.Document, o Options) error {
	clean, step, dropped, err := lines.Run(ctx, d.Clean, o.Boilerplate.lines(), o.Rules)
	if err != nil {
		return err
	}
	for _, l := range dropped {
		d.Dropped = append(d.Dropped, text.Dropped{
			Source: d.ToSource(l.Span),
			Text:   l.Span.Of(d.Clean),
			Rule:   l.Rule,
		})
	}
	advance(d, clean, step)
	return nil
}

// advance makes clean the document's text; step leads there from what the text was before.
func advance(d *text.Document, clean string, step text.Provenance) {
	if clean == d.Clean {
		return
	}
	d.Clean, d.Provenance = clean, d.Provenance.Compose(step)
	blocks := d.Blocks[:0]
	for _, b := range d.Blocks {
		if b.Span = text.Trim(clean, step.ToClean(b.Span)); !b.Span.Empty() {
			blocks = append(blocks, b)
		}
	}
	d.Blocks = blocks
	anchors := d.Anchors[:0]
	for _, a := range d.Anchors {
		if a.Span = text.Trim(clean, step.ToClean(a.Span)); !a.Span.Empty() {
			anchors = append(anchors, a)
		}
	}
	d.Anchors = anchors
}

// lines returns the level as the stage for lines knows it.
func (l Level) lines() lines.Level {
	switch l {
	case Keep:
		return lines.Keep
	case Strict:
		return lines.Strict
	default:
		return lines.Balanced
	}
}
