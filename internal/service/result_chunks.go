package service

import (
	"context"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean/chunk"
	"github.com/copydesk/copydesk/internal/fault"
)

// chunkOptions translates how a text is cut.
func chunkOptions(m *copydeskv1.ChunkOptions) (chunk.Options, error) {
	o := chunk.Options{MaxSize: int(m.GetMaxSize()), Overlap: int(m.GetOverlap()), HeadingLevel: int(m.GetHeadingLevel())}
	switch m.GetUnit() {
	case copydeskv1.ChunkUnit_CHUNK_UNIT_CHARACTERS:
		o.Unit = chunk.Characters
	case copydeskv1.ChunkUnit_CHUNK_UNIT_TOKENS:
		o.Unit = chunk.Tokens
	default:
	}
	if name := m.GetTokenizer(); name != "" && name != chunk.DefaultTokenizer {
		return o, unavailable("chunking.tokenizer", m.GetTokenizer())
	}
	if o.MaxSize == 0 {
		o.MaxSize = chunk.DefaultSize
	}
	if o.MaxSize < chunk.MinSize {
		return o, fault.Invalidf("CHUNKS_TOO_SMALL", "chunking.max_size", "is %d, less than %d", o.MaxSize, chunk.MinSize)
	}
	if 2*o.Overlap >= o.MaxSize {
		return o, fault.Invalidf("OVERLAP_TOO_LARGE", "chunking.overlap", "is %d, not less than half of max_size, %d", o.Overlap, o.MaxSize)
	}
	return o, nil
}

// addChunks adds the chunks of the text.
func (t *translator) addChunks(ctx context.Context, p *part, m *copydeskv1.CleanResult, o chunk.Options) error {
	chunks, err := chunk.Cut(ctx, t.d, o)
	if err != nil || len(chunks) == 0 {
		return err
	}
	if !p.budget.take(listBytes("chunks")) {
		p.omit("chunks", len(chunks), copydeskv1.OmissionCause_OMISSION_CAUSE_RESPONSE_LIMIT)
		return nil
	}
	m.SetChunks(fillSlice(p, "chunks", chunks, func(c chunk.Chunk) (*copydeskv1.Chunk, bool) { return t.chunk(p, c) }))
	return ctx.Err()
}

func (t *translator) chunk(p *part, c chunk.Chunk) (*copydeskv1.Chunk, bool) {
	body := c.Span.Of(t.d.Clean)
	id := chunk.ID(body)
	span, size := t.inBoth(c.Span)
	size = objectBytes + stringField("id", id) + fieldBytes("span", size) + stringField("text", body) + fieldBytes("size", intBytes(c.Size)) +
		listBytes("headings")
	headings := make([]string, len(c.Headings))
	for i, h := range c.Headings {
		headings[i] = h.Of(t.d.Clean)
		size += stringBytes(headings[i]) + 2
	}
	if !p.budget.take(size) {
		return nil, false
	}
	return copydeskv1.Chunk_builder{Id: id, Span: span, Text: body, Size: asInt32(c.Size), Headings: headings}.Build(), true
}
