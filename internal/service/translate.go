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
	rules  []*copydeskv1.RuleCount // that acted; nil if nobody wants to know

	spans     slab[copydeskv1.Span]
	textSpans slab[copydeskv1.TextSpan]
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

// inBoth is the place of the clean range s in both texts, with its size in JSON.
func (t *translator) inBoth(s text.Span) (*copydeskv1.TextSpan, int) {
	return t.textSpan(s, true, t.d.ToSource(s))
}

// textSpan is a place in both texts, or in the source only, with its size in JSON.
func (t *translator) textSpan(clean text.Span, hasClean bool, source text.Span) (*copydeskv1.TextSpan, int) {
	m := t.textSpans.next()
	span, size := t.span(t.source.Span(source))
	m.SetSource(span)
	size = objectBytes + fieldBytes("source", size)
	if hasClean {
		span, n := t.span(t.clean.Span(clean))
		m.SetClean(span)
		size += fieldBytes("clean", n)
	}
	return m, size
}

// span translates a range that is already in the caller's unit, with its size in JSON.
func (t *translator) span(s text.Span) (*copydeskv1.Span, int) {
	m := t.spans.next()
	m.SetStart(asInt32(s.Start))
	m.SetEnd(asInt32(s.End))
	return m, spanBytes(s)
}

// slab allocates messages many at a time: an answer can hold hundreds of thousands of spans. The messages of one slab
// are freed together, as those of one answer are.
type slab[M any] struct {
	free []M
	size int
}

const minSlab, maxSlab = 8, 512

func (s *slab[M]) next() *M {
	if len(s.free) == 0 {
		s.size = min(max(2*s.size, minSlab), maxSlab)
		s.free = make([]M, s.size)
	}
	m := &s.free[0]
	s.free = s.free[1:]
	return m
}
