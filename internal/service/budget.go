package service

import (
	"cmp"
	"context"
	"iter"
	"slices"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// budget is what is left of the size of one document's result, in bytes of JSON as protojson writes it. Protobuf is never
// larger, because every field has a name of three letters or more there. A part of the result is added after its size has
// been taken from the budget, so that a result that would be too large is never built.
type budget struct{ left int }

// take reserves n bytes and reports whether there was room for them. Nothing is taken if not.
func (b *budget) take(n int) bool {
	if n > b.left {
		return false
	}
	b.left -= n
	return true
}

// part is one operation's part of a result: "clean", "extract" or "score". It fills lists up to their limits and the
// budget, and counts what it leaves out.
type part struct {
	ctx     context.Context //nolint:containedctx // a part lives no longer than the call that builds it
	name    string
	budget  *budget
	omitted []*copydeskv1.Omission
}

// reservedBytes is kept back from every budget for the frame of the result and its omissions, of which there can be
// two for each list.
const reservedBytes = 8 << 10

// fill builds the messages of a list with total items, up to the list's limit and the budget. build takes the size of a
// message from the budget and reports whether it fitted; after the first that does not, the list ends. It also ends when
// the context does; the caller of the part then returns the context's error.
func fill[T, M any](p *part, field string, total int, items iter.Seq[T], build func(T) (M, bool)) []M {
	if total == 0 {
		return nil
	}
	limit := listLimits[p.name+"."+field]
	out := make([]M, 0, min(total, limit, 16))
	for item := range items {
		n := len(out)
		if n == limit {
			p.omit(field, total-n, copydeskv1.OmissionCause_OMISSION_CAUSE_LIST_LIMIT)
			break
		}
		if n%ctxStep == ctxStep-1 && p.ctx.Err() != nil {
			break
		}
		m, ok := build(item)
		if !ok {
			p.omit(field, total-n, copydeskv1.OmissionCause_OMISSION_CAUSE_RESPONSE_LIMIT)
			break
		}
		out = append(out, m)
	}
	return out
}

// ctxStep is the number of items after which fill looks at the context: some 100 µs of work.
const ctxStep = 512

// fillSlice is fill for a slice.
func fillSlice[T, M any](p *part, field string, items []T, build func(T) (M, bool)) []M {
	return fill(p, field, len(items), slices.Values(items), build)
}

// omit counts n items of a list as left out. Lists within items of a list share one count.
func (p *part) omit(field string, n int, cause copydeskv1.OmissionCause) {
	for _, o := range p.omitted {
		if o.GetField() == field && o.GetCause() == cause {
			o.SetCount(o.GetCount() + asInt32(n))
			return
		}
	}
	p.omitted = append(p.omitted, copydeskv1.Omission_builder{Field: field, Count: asInt32(n), Cause: cause}.Build())
}

// omissions returns what was left out, ordered by field; nil if nothing was.
func (p *part) omissions() []*copydeskv1.Omission {
	slices.SortFunc(p.omitted, func(a, b *copydeskv1.Omission) int {
		return cmp.Or(cmp.Compare(a.GetField(), b.GetField()), cmp.Compare(a.GetCause(), b.GetCause()))
	})
	return p.omitted
}
