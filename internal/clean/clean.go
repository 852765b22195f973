package clean

import (
	"context"
	"sort"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/layout"
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
	if err := run(ctx, d, in, o); err != nil {
		return nil, err
	}
	return d, nil
}

// run runs all stages on d, whose text is the content of in.
func run(ctx context.Context, d *text.Document, in Input, o Options) error {
	if in.AlreadyClean {
		return nameBlocks(ctx, d, o)
	}
	o.enter("charset")
	if err := decode(ctx, d, in); err != nil {
		return err
	}
	if d.MediaType != htmlText {
		if err := editText(ctx, d, o, in.URL); err != nil {
			return err
		}
		return nameBlocks(ctx, d, o)
	}
	if o.RepairOnly {
		return noRepairOfPages(in.Form)
	}
	o.enter("page")
	title, err := takePage(ctx, d, o, in.URL)
	if err != nil {
		return err
	}
	if err := editPage(ctx, d, o, in.URL); err != nil || title == nil {
		return err
	}
	return title.place(ctx, d, o)
}

func noRepairOfPages(form Form) error {
	field := "html"
	if form == Raw {
		field = "raw"
	}
	return fault.Invalidf("REPAIR_ONLY_HTML", field, "a page cannot be taken with repair_only: its markup has to go")
}

// decode turns raw bytes into text and decides whether the content is a page.
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

// editPage runs the stages for the text of a page. Its references are decoded already, and its blocks are whole.
func editPage(ctx context.Context, d *text.Document, o Options, address string) error {
	o.Rules = o.Rules.Without(repair.Entities)
	return edit(ctx, d, withSite(d, o, address, pageRepairStage(o, d.Blocks), boilerplateStage(o, kindsOf(d)))...)
}

// editText runs the stages for plain text.
func editText(ctx context.Context, d *text.Document, o Options, address string) error {
	if o.RepairOnly {
		return edit(ctx, d, repairStage(o))
	}
	return edit(ctx, d, withSite(d, o, address, layoutStage(o), repairStage(o), boilerplateStage(o, nil), reflowStage(o))...)
}

// nameBlocks finds the structure of plain text.
func nameBlocks(ctx context.Context, d *text.Document, o Options) error {
	o.enter("structure")
	blocks, err := structure.Blocks(ctx, d.Clean)
	d.Blocks = blocks
	return err
}

// stage edits the text of a chain once, and returns the lines that it dropped, placed in the chain's source.
type stage func(context.Context, *text.Chain) ([]text.Dropped, error)

func layoutStage(o Options) stage {
	return func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
		o.enter("layout")
		return nil, layout.Run(ctx, c, o.Rules)
	}
}

func repairStage(o Options) stage {
	return func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
		o.enter("repair")
		return nil, repair.Run(ctx, c, o.Rules)
	}
}

// pageRepairStage is repairStage for the text of a page, whose blocks say what is code.
func pageRepairStage(o Options, blocks []text.Block) stage {
	return func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
		o.enter("repair")
		return nil, repair.RunWithin(ctx, c, o.Rules, func(s text.Span) bool {
			i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > s.Start })
			return i < len(blocks) && blocks[i].Kind == text.Code && blocks[i].Span.Start <= s.Start
		})
	}
}

func boilerplateStage(o Options, kind func(text.Span) text.BlockKind) stage {
	return func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
		o.enter("boilerplate")
		return boilerplate.RunWithin(ctx, c, o.Boilerplate.ofLines(), o.Rules, kind)
	}
}

func reflowStage(o Options) stage {
	return func(ctx context.Context, c *text.Chain) ([]text.Dropped, error) {
		o.enter("reflow")
		return nil, reflow.Run(ctx, c, o.Rules)
	}
}
