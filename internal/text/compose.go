package text

// Compose returns the account of two steps in a row: p from the source to a text between, next from there
// to the clean text. Where both changed a range, the later change is named, and its detail begins with what was done
// before. The work is linear in the number of segments of both; the error is that of pace.
func (p *Provenance) Compose(pace *Pace, next Provenance) (Provenance, error) {
	switch {
	case p.copiesAll() || p.Len() == 0:
		return next, nil
	case next.copiesAll():
		return *p, nil
	}
	var composed Provenance
	err := p.composeTo(pace, &composed, &next, new(reasons))
	return composed, err
}

// changeWork is what composing a changed segment counts for, in bytes of a text.
const changeWork = 64

// composeTo makes dst, which holds neither p nor next, what Compose returns.
func (p *Provenance) composeTo(pace *Pace, dst, next *Provenance, shared *reasons) error {
	dst.reset()
	c := composer{early: newChanges(p, sourceToClean), late: newChanges(next, cleanToSource), out: dst, shared: shared}
	for c.early.left || c.late.left {
		if err := pace.Step(c.change() * changeWork); err != nil {
			return err
		}
	}
	c.copyTo(p.source)
	return nil
}

// copiesAll reports whether nothing was changed in a text that is not empty.
func (p *Provenance) copiesAll() bool { return p.count == 1 && p.tail > 0 }

// changes walks the changed segments of one step, seen from the text between the two steps.
type changes struct {
	cursor cursor
	side   direction // what it leads to is the text between
	left   bool      // whether cursor.segment is a changed segment still to be taken
	last   Segment   // the changed segment taken last
}

func newChanges(p *Provenance, side direction) changes {
	c := changes{cursor: cursor{p: p}, side: side}
	c.last.Change = none
	c.advance()
	return c
}

// between is the range of the next changed segment in the text between.
func (c *changes) between() Span {
	_, s := c.side.sides(&c.cursor.segment)
	return s
}

// take goes past the next changed segment.
func (c *changes) take() {
	c.last = c.cursor.segment
	c.advance()
}

// advance moves to the next changed segment.
func (c *changes) advance() {
	for c.left = c.cursor.next(); c.left && c.cursor.segment.Copied(); {
		c.left = c.cursor.next()
	}
}

// composer writes what two steps make together.
type composer struct {
	early, late changes
	out         *Provenance
	shared      *reasons
	source      int // up to here all is written
	clean       int
}

// change writes the next smallest range that no changed segment of either step straddles, and returns how many of them are in
// it.
func (c *composer) change() (segments int) {
	first, other := &c.early, &c.late
	if !first.left || other.left && c.lateFirst() {
		first, other = other, first
	}
	whole := first.between()
	source, clean := c.outer(whole.Start)
	c.copyTo(source)
	c.early.last.Change, c.late.last.Change = none, none
	first.take()
	segments = 1
	for grown := true; grown; {
		grown = false
		for _, s := range []*changes{first, other} {
			for s.left && s.between().Start < whole.End {
				whole.End = max(whole.End, s.between().End)
				s.take()
				segments++
				grown = true
			}
		}
	}
	sourceEnd, cleanEnd := c.outer(whole.End)
	if sourceEnd > source || cleanEnd > clean {
		c.out.Change(sourceEnd-source, cleanEnd-clean, c.why())
	}
	c.source, c.clean = sourceEnd, cleanEnd
	return segments
}

// why is the reason for a range: the change that was made to it, or both.
func (c *composer) why() *Change {
	early, late := c.early.last.Change, c.late.last.Change
	switch {
	case late.Rule == "":
		return early
	case early.Rule == "":
		return late
	default:
		return c.shared.together(early, late)
	}
}

// lateFirst reports whether the late step's next segment comes before the early step's. At one place an
// empty segment comes first, or it would be taken for a part of the other.
func (c *composer) lateFirst() bool {
	a, b := c.early.between(), c.late.between()
	if a.Start != b.Start {
		return b.Start < a.Start
	}
	return b.Empty() && !a.Empty()
}

// outer maps an offset in the text between, after the segments taken so far, to source and clean text.
func (c *composer) outer(between int) (source, clean int) {
	return between + c.early.last.Source.End - c.early.last.Clean.End,
		between + c.late.last.Clean.End - c.late.last.Source.End
}

// copyTo writes a copied segment up to offset source.
func (c *composer) copyTo(source int) {
	if n := source - c.source; n > 0 {
		c.out.Copy(n)
		c.source, c.clean = source, c.clean+n
	}
}
