package clean

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/clean/charset"
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
		field := "html"
		if in.Form == Raw {
			field = "raw"
		}
		return nil, fault.Invalidf("REPAIR_ONLY_HTML", field, "a page cannot be taken with repair_only: its markup has to go")
	}
	if err := stages(ctx, d, in.URL, o); err != nil {
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
func stages(ctx context.Context, d *text.Document, address string, o Options) error {
	isPage := d.MediaType == htmlText
	if isPage {
		if err := takePage(ctx, d, o, address); err != nil {
			return err
		}
		o.Rules = o.Rules.Without(repair.Entities)
	}
	c := text.NewChain(d.Clean)
	dropped, err := edit(ctx, c, o, !isPage)
	if err != nil {
		c.Close()
		return err
	}
	advance(d, c, dropped)
	if !isPage {
		d.Blocks = structure.Blocks(d.Clean)
	}
	return nil
}

// maxSteps bounds how often a stage is run: lines only take text away and reflow only takes breaks away, so that they come
// to an end by themselves, for real texts in the second round. The bound is for the unforeseen.
const maxSteps = 48

// edit runs the stages that edit text in turn until they find nothing left to do, so that cleaning what is clean changes
// nothing: a paragraph that was rejoined can turn out to be a line to drop. Each stage leaves its own result as it is, and
// so all are done when the turn comes to the one that was the last to change something. It returns the lines dropped,
// placed in the chain's source.
func edit(ctx context.Context, c *text.Chain, o Options, rejoin bool) ([]text.Dropped, error) {
	if o.RepairOnly {
		return nil, repair.Run(ctx, c, o.Rules)
	}
	var dropped []text.Dropped
	stages := []func() error{
		func() error { return repair.Run(ctx, c, o.Rules) },
		func() error {
			more, err := boilerplate.Run(ctx, c, o.Boilerplate.lines(), o.Rules)
			if dropped == nil {
				dropped = more
			} else {
				dropped = append(dropped, more...)
			}
			return err
		},
		func() error { return reflow.Run(ctx, c, o.Rules) },
	}
	if !rejoin {
		stages = stages[:2]
	}
	changed := 0
	for n := range maxSteps {
		turn := n % len(stages)
		if n > 0 && turn == changed {
			break
		}
		before := c.Steps()
		if err := stages[turn](); err != nil {
			return nil, err
		}
		if c.Steps() != before {
			changed = turn
		}
	}
	return dropped, nil
}

// advance makes what c led to the document's text. Blocks and links that nothing is left of go.
func advance(d *text.Document, c *text.Chain, dropped []text.Dropped) {
	clean, step := c.Done()
	for i := range dropped {
		dropped[i].Source = d.ToSource(dropped[i].Source)
	}
	d.Dropped = dropped
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
	inlines := d.Inlines[:0]
	for _, x := range d.Inlines {
		if x.Span = text.Trim(clean, step.ToClean(x.Span)); !x.Span.Empty() {
			inlines = append(inlines, x)
		}
	}
	d.Inlines = inlines
	for i, x := range d.Images {
		d.Images[i].At = step.ToClean(text.Span{Start: x.At, End: x.At}).Start
	}
}

// lines returns the level as the stage for lines knows it.
func (l Level) lines() boilerplate.Level {
	switch l {
	case Keep:
		return boilerplate.Keep
	case Strict:
		return boilerplate.Strict
	default:
		return boilerplate.Balanced
	}
}
