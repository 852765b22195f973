package text

import "slices"

// Compose returns the account of two steps in a row: p from the source to a text between, next from there
// to the clean text. Where both changed a range, the later change is named, and its detail begins with what was done
// before.
func (p Provenance) Compose(next Provenance) Provenance {
	switch {
	case p.copiesAll() || len(p) == 0:
		return next
	case next.copiesAll():
		return p
	}
	return slices.Clip(p.appendCompose(make(Provenance, 0, len(p)+len(next)), next, new(reasons)))
}

// appendCompose appends what Compose returns to dst, which holds neither p nor next.
func (p Provenance) appendCompose(dst, next Provenance, whys *reasons) Provenance {
	c := composer{
		early: changes{segs: p, between: func(s Segment) Span { return s.Clean }},
		late:  changes{segs: next, between: func(s Segment) Span { return s.Source }},
		out:   dst,
		whys:  whys,
	}
	for c.early.next() || c.late.next() {
		c.change()
	}
	if len(p) > 0 {
		c.copyTo(p[len(p)-1].Source.End)
	}
	return c.out
}

// copiesAll reports whether nothing was changed in a text that is not empty.
func (p Provenance) copiesAll() bool { return len(p) == 1 && p[0].Copied() }

// changes walks the changed segments of one step, seen from the text between the two steps.
type changes struct {
	segs    Provenance
	between func(Segment) Span
	last    Segment // the changed segment most lately taken
}

// next moves to the next changed segment and reports whether there is one.
func (c *changes) next() bool {
	for len(c.segs) > 0 && c.segs[0].Copied() {
		c.segs = c.segs[1:]
	}
	return len(c.segs) > 0
}

// take goes past the next segment.
func (c *changes) take() {
	c.last, c.segs = c.segs[0], c.segs[1:]
}

// composer writes what two steps make together.
type composer struct {
	early, late changes
	out         Provenance
	whys        *reasons
	source      int // up to here all is written
	clean       int
}

// change writes the next smallest run that no changed segment of either step straddles.
func (c *composer) change() {
	first, other := &c.early, &c.late
	if !first.next() || other.next() && c.lateFirst() {
		first, other = other, first
	}
	run := first.between(first.segs[0])
	source, clean := c.outer(run.Start)
	c.copyTo(source)
	c.early.last.Change, c.late.last.Change = none, none
	first.take()
	for grown := true; grown; {
		grown = false
		for _, s := range []*changes{first, other} {
			for s.next() && s.between(s.segs[0]).Start < run.End {
				run.End = max(run.End, s.between(s.segs[0]).End)
				s.take()
				grown = true
			}
		}
	}
	sourceEnd, cleanEnd := c.outer(run.End)
	if sourceEnd > source || cleanEnd > clean {
		c.out = append(c.out, Segment{Span{source, sourceEnd}, Span{clean, cleanEnd}, c.why()})
	}
	c.source, c.clean = sourceEnd, cleanEnd
}

// why is the reason of a run: the change that was made to it, or both.
func (c *composer) why() *Change {
	early, late := c.early.last.Change, c.late.last.Change
	switch {
	case late.Rule == "":
		return early
	case early.Rule == "":
		return late
	default:
		return c.whys.together(early, late)
	}
}

// lateFirst reports whether the late step's next segment comes before the early step's. At one place an
// empty segment comes first, lest it be taken for a part of the other.
func (c *composer) lateFirst() bool {
	a, b := c.early.between(c.early.segs[0]), c.late.between(c.late.segs[0])
	if a.Start != b.Start {
		return b.Start < a.Start
	}
	return b.Empty() && !a.Empty()
}

// outer maps an offset in the text between, behind the segments taken so far, to source and clean text.
func (c *composer) outer(between int) (source, clean int) {
	return between + c.early.last.Source.End - c.early.last.Clean.End,
		between + c.late.last.Clean.End - c.late.last.Source.End
}

// copyTo writes a copied segment up to offset source.
func (c *composer) copyTo(source int) {
	if n := source - c.source; n > 0 {
		c.out = append(c.out, Copy(Span{c.source, source}, Span{c.clean, c.clean + n}))
		c.source, c.clean = source, c.clean+n
	}
}
