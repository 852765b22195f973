package service

import (
	"context"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/text"
)

// cleaned translates the document itself. Metadata is left to the caller: it is Extract's to find.
func (t *translator) cleaned(ctx context.Context, f cleanFeatures) (*copydeskv1.CleanResult, error) {
	r := &copydeskv1.CleanResult{
		Text:      t.d.Clean,
		Charset:   t.d.Charset,
		MediaType: t.d.MediaType,
		Rules:     ruleUses(&t.d.Provenance),
		PageType:  t.d.PageType,
	}
	if t.d.PageType != "" {
		r.Confidence = &t.d.Confidence
	}
	if f.markdown {
		var err error
		if r.Markdown, err = markdown.Write(ctx, t.d, f.how); err != nil {
			return nil, err
		}
	}
	if f.blocks {
		r.Blocks = t.blocks()
	}
	if f.segments {
		r.Segments = t.segments()
	}
	return r, nil
}

func (t *translator) blocks() []*copydeskv1.Block {
	out := make([]*copydeskv1.Block, len(t.d.Blocks))
	for i, b := range t.d.Blocks {
		out[i] = &copydeskv1.Block{
			Kind:     blockKind(b.Kind),
			Span:     t.span(b.Span),
			Level:    int32(b.Level), //nolint:gosec // nesting depth
			Language: b.Language,
			Reply:    b.Reply,
		}
	}
	return out
}

func (t *translator) segments() []*copydeskv1.Segment {
	out := make([]*copydeskv1.Segment, 0, t.d.Provenance.Len())
	for s := range t.d.Provenance.Segments() {
		m := &copydeskv1.Segment{
			Source: toSpan(t.source.Span(s.Source)),
			Clean:  toSpan(t.clean.Span(s.Clean)),
			Rule:   string(s.Rule),
			Detail: s.Detail,
		}
		if !s.Copied() {
			m.Text = s.Clean.Of(t.d.Clean)
		}
		if s.Confidence > 0 {
			m.Confidence = &s.Confidence
		}
		out = append(out, m)
	}
	return out
}

// ruleUses counts the changes by rule, in the order of first use.
func ruleUses(p *text.Provenance) []*copydeskv1.RuleUse {
	var uses []*copydeskv1.RuleUse
	at := map[text.Rule]*copydeskv1.RuleUse{}
	for s := range p.Segments() {
		if s.Copied() {
			continue
		}
		if at[s.Rule] == nil {
			at[s.Rule] = &copydeskv1.RuleUse{Rule: string(s.Rule)}
			uses = append(uses, at[s.Rule])
		}
		at[s.Rule].Count++
	}
	return uses
}

// blockKinds maps the kinds to the contract's.
var blockKinds = map[text.BlockKind]copydeskv1.BlockKind{
	text.Paragraph: copydeskv1.BlockKind_BLOCK_KIND_PARAGRAPH,
	text.Heading:   copydeskv1.BlockKind_BLOCK_KIND_HEADING,
	text.ListItem:  copydeskv1.BlockKind_BLOCK_KIND_LIST_ITEM,
	text.Quote:     copydeskv1.BlockKind_BLOCK_KIND_QUOTE,
	text.Code:      copydeskv1.BlockKind_BLOCK_KIND_CODE,
	text.Table:     copydeskv1.BlockKind_BLOCK_KIND_TABLE,
	text.Caption:   copydeskv1.BlockKind_BLOCK_KIND_CAPTION,
	text.Verse:     copydeskv1.BlockKind_BLOCK_KIND_VERSE,
	text.Math:      copydeskv1.BlockKind_BLOCK_KIND_MATH,
	text.Comment:   copydeskv1.BlockKind_BLOCK_KIND_COMMENT,
}

func blockKind(k text.BlockKind) copydeskv1.BlockKind { return blockKinds[k] }
