package service

import (
	"context"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

// cleanBase is what every CleanResult has: text, page and rules. The error is about a text that does not fit into the
// budget: unlike lists it cannot be cut.
func (t *translator) cleanBase(p *part) (*copydeskv1.CleanResult, error) {
	m := &copydeskv1.CleanResult{}
	m.SetText(t.d.Clean)
	m.SetCharset(t.d.Charset)
	m.SetMediaType(t.d.MediaType)
	size := fieldBytes("clean", objectBytes) + stringField("text", t.d.Clean) + stringField("charset", t.d.Charset) +
		stringField("mediaType", t.d.MediaType) + listBytes("rules") + listBytes("omitted")
	if t.d.Page.Kind != text.PageUnknown {
		page, n := t.page()
		m.SetPage(page)
		m.SetContentConfidence(t.d.Confidence)
		size += fieldBytes("page", n) + fieldBytes("contentConfidence", numberBytes)
	}
	if left := p.budget.left; !p.budget.take(size) {
		return nil, textTooLarge(size, left)
	}
	m.SetRules(fillSlice(p, "rules", t.rules, func(c *copydeskv1.RuleCount) (*copydeskv1.RuleCount, bool) {
		return c, p.budget.take(objectBytes + stringField("rule", c.GetRule()) + fieldBytes("count", intBytes(int(c.GetCount()))) +
			fieldBytes("droppedBytes", intBytes(int(c.GetDroppedBytes()))))
	}))
	return m, nil
}

// page is the kind of the page, with its size in JSON. The numbers of kinds are those of the contract.
func (t *translator) page() (*copydeskv1.Page, int) {
	d := &t.d.Page
	m := &copydeskv1.Page{}
	m.SetKind(copydeskv1.PageKind(d.Kind))
	m.SetIncomplete(d.Incomplete)
	size := objectBytes + fieldBytes("kind", enumBytes) + fieldBytes("incomplete", numberBytes)
	if d.Confidence > 0 {
		m.SetConfidence(d.Confidence)
		size += fieldBytes("confidence", numberBytes)
	}
	var list []*copydeskv1.PageEvidence
	for _, e := range d.Evidence {
		one := &copydeskv1.PageEvidence{}
		one.SetRule(string(e.Rule))
		one.SetText(e.Text)
		n := objectBytes + stringField("rule", string(e.Rule)) + stringField("text", e.Text)
		if !e.Source.Empty() {
			span, spanSize := t.span(t.source.Span(e.Source))
			one.SetSource(span)
			n += fieldBytes("source", spanSize)
		}
		list, size = append(list, one), size+n
	}
	m.SetEvidence(list)
	return m, size + listBytes("evidence")
}

func textTooLarge(size, left int) error {
	f := fault.OverLimit("RESPONSE_TOO_LARGE", "", "bytes of clean text", size, left)
	f.Message = "the clean text does not fit into the response: state a larger limit"
	return f
}

// cleanDetails adds the large parts that were asked for. They come last, so that a limit cuts them and nothing else.
func (t *translator) cleanDetails(ctx context.Context, p *part, m *copydeskv1.CleanResult, plan *plan) error {
	f := plan.features
	if f.has(cleanMarkdown) {
		md, err := markdown.Write(ctx, t.d, plan.markdown)
		if err != nil {
			return err
		}
		if p.budget.take(stringField("markdown", md)) {
			m.SetMarkdown(md)
		} else {
			p.omit("markdown", 1, copydeskv1.OmissionCause_OMISSION_CAUSE_RESPONSE_LIMIT)
		}
	}
	if f.has(cleanBlocks) && p.budget.take(listBytes("blocks")) {
		m.SetBlocks(fillSlice(p, "blocks", t.d.Blocks, func(b text.Block) (*copydeskv1.Block, bool) { return t.block(p, b) }))
	}
	if f.has(cleanSegments) && p.budget.take(listBytes("segments")) {
		m.SetSegments(fill(p, "segments", t.d.Provenance.Len(), t.d.Provenance.Segments(),
			func(s text.Segment) (*copydeskv1.Segment, bool) { return t.segment(p, s) }))
	}
	if f.has(cleanChunks) {
		if err := t.addChunks(ctx, p, m, plan.chunks); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (t *translator) block(p *part, b text.Block) (*copydeskv1.Block, bool) {
	span, size := t.inBoth(b.Span)
	size = objectBytes + fieldBytes("span", size) + fieldBytes("kind", enumBytes) + fieldBytes("level", intBytes(b.Level)) +
		stringField("language", b.Language) + fieldBytes("reply", boolBytes)
	if !p.budget.take(size) {
		return nil, false
	}
	m := &copydeskv1.Block{}
	m.SetKind(blockKinds[b.Kind])
	m.SetSpan(span)
	m.SetLevel(asInt32(b.Level))
	m.SetLanguage(b.Language)
	m.SetReply(b.Reply)
	return m, true
}

func (t *translator) segment(p *part, s text.Segment) (*copydeskv1.Segment, bool) {
	source, sourceSize := t.span(t.source.Span(s.Source))
	clean, cleanSize := t.span(t.clean.Span(s.Clean))
	m := &copydeskv1.Segment{}
	m.SetSource(source)
	m.SetClean(clean)
	size := objectBytes + fieldBytes("source", sourceSize) + fieldBytes("clean", cleanSize)
	if !s.Copied() {
		replaced := s.Clean.Of(t.d.Clean)
		m.SetText(replaced)
		m.SetRule(string(s.Rule))
		m.SetDetail(s.Detail)
		m.SetPhrase(s.Phrase)
		size += stringField("text", replaced) + stringField("rule", string(s.Rule)) + stringField("detail", s.Detail) +
			stringField("phrase", s.Phrase)
	}
	if s.Confidence > 0 {
		m.SetConfidence(s.Confidence)
		size += fieldBytes("confidence", numberBytes)
	}
	if s.Threshold > 0 {
		m.SetThreshold(s.Threshold)
		size += fieldBytes("threshold", numberBytes)
	}
	return m, p.budget.take(size)
}

// ruleCounts counts the changes by rule, in the order of first use. The error is ctx.Err() if ctx ended first.
func ruleCounts(ctx context.Context, p *text.Provenance) ([]*copydeskv1.RuleCount, error) {
	type count struct {
		rule            text.Rule
		places, dropped int
	}
	var counts []count
	at := map[text.Rule]int{}
	i, last, pace := 0, (*text.Change)(nil), text.NewPace(ctx)
	for s := range p.Segments() {
		if err := pace.Step(segmentWork); err != nil {
			return nil, err
		}
		if s.Copied() {
			continue
		}
		if s.Change != last { // many changes in a row share theirs
			var ok bool
			if i, ok = at[s.Rule]; !ok {
				i = len(counts)
				at[s.Rule] = i
				counts = append(counts, count{rule: s.Rule})
			}
			last = s.Change
		}
		counts[i].places++
		if s.Clean.Empty() {
			counts[i].dropped += s.Source.Len()
		}
	}
	out := make([]*copydeskv1.RuleCount, len(counts))
	for i, c := range counts {
		out[i] = &copydeskv1.RuleCount{}
		out[i].SetRule(string(c.rule))
		out[i].SetCount(asInt32(c.places))
		out[i].SetDroppedBytes(asInt32(c.dropped))
	}
	return out, ctx.Err()
}

// segmentWork is what counting a segment is worth, in bytes of a text.
const segmentWork = 8

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
