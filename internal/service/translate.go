package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/text"
)

// translator turns results, whose offsets are bytes, into messages in the caller's unit.
type translator struct {
	d      *text.Document
	clean  *text.Index
	source *text.Index
}

func newTranslator(d *text.Document, form clean.Form, unit text.Unit) *translator {
	t := &translator{d: d, clean: text.NewIndex(d.Clean, unit)}
	switch {
	case form == clean.Raw: // raw bytes have no other unit than bytes
		unit = text.UTF8
		fallthrough
	case d.Source != d.Clean:
		t.source = text.NewIndex(d.Source, unit)
	default:
		t.source = t.clean
	}
	return t
}

// span is where the clean range s stands, in both texts.
func (t *translator) span(s text.Span) *copydeskv1.TextSpan {
	return &copydeskv1.TextSpan{
		Clean:  toSpan(t.clean.Span(s)),
		Source: toSpan(t.source.Span(t.d.ToSource(s))),
	}
}

func (t *translator) spans(spans []text.Span) []*copydeskv1.TextSpan {
	if len(spans) == 0 {
		return nil
	}
	out := make([]*copydeskv1.TextSpan, len(spans))
	for i, s := range spans {
		out[i] = t.span(s)
	}
	return out
}

func toSpan(s text.Span) *copydeskv1.Span {
	return &copydeskv1.Span{Start: int32(s.Start), End: int32(s.End)} //nolint:gosec // documents are far below 2 GiB
}
