package choice

import "github.com/copydesk/copydesk/internal/clean/html/dom"

// The cards of a listing, the posts of a thread, the sections of a manual are alike: they have the same parts, in elements of the same shape. The
// models judge each part by itself, and can be in doubt of one that is short where they are sure of those of its neighbours. A part stays if those
// of half of the entries do.
const (
	// leastAlike is how many entries have the part at least.
	leastAlike = 4

	// keptAlike is the part of them, in hundredths, in which it stays.
	keptAlike = 50

	// leastWithin is the part, in hundredths, of what stays of the page that entries hold at least: in an article they are what surrounds the text.
	leastWithin = 50

	// mostAlike is how many bytes of text a part has at most that is kept because of others.
	mostAlike = 2000
)

// alike are the parts of one shape in the entries of a page: at most one of each entry counts.
type alike struct{ all, kept, last int32 }

// keepAlike keeps the parts of entries whose neighbours' parts stay.
func (c *corrector) keepAlike(s *shapes) {
	entries := c.entries(s)
	parts := map[uint32]alike{}
	within := int32(0)
	c.eachPart(s, entries, func(l *line, entry int32) {
		within += c.keptSize[l.to] - c.keptSize[l.from]
		a := parts[s.of[l.block]]
		if a.last == entry {
			return
		}
		a.last = entry
		a.all++
		if c.written(l.from, l.to) > 0 {
			a.kept++
		}
		parts[s.of[l.block]] = a
	})
	if int64(within)*100 < int64(c.keptSize[len(c.keptSize)-1])*leastWithin {
		return
	}
	c.eachPart(s, entries, func(l *line, _ int32) {
		a := parts[s.of[l.block]]
		if a.all < leastAlike || a.kept*100 < a.all*keptAlike || c.written(l.from, l.to) > 0 || c.size[l.to]-c.size[l.from] > mostAlike {
			return
		}
		for k := l.from; k < l.to; k++ {
			if c.parts[k] == dom.LeaveOut {
				c.parts[k] = dom.Keep
			}
		}
	})
}

// entries returns by element the nearest around it whose shape others have, too: the entry that it is a part of, 0 if there is none.
func (c *corrector) entries(s *shapes) []int32 {
	of := make([]int32, len(c.t.Nodes))
	for i := 1; i < len(of) && !c.stop(8); i++ {
		up := c.t.Nodes[i].Parent
		of[i] = of[up]
		if up > 0 && s.counts[s.of[up]] >= leastAlike {
			of[i] = up
		}
	}
	return of
}

// eachPart calls use for the lines of entries that have others beside them.
func (c *corrector) eachPart(s *shapes, entries []int32, use func(l *line, entry int32)) {
	for at := int32(0); int(at) < len(c.t.Texts) && !c.stop(16); {
		l := c.lineAt(at)
		at = l.to
		entry := l.block
		if s.counts[s.of[entry]] < leastAlike || !c.holdsMore(entry, &l) {
			entry = entries[l.block]
		}
		if c.t.Nodes[l.block].In&(around|dom.Table|dom.Terms) == 0 && c.holdsMore(entry, &l) {
			use(&l, entry)
		}
	}
}

// holdsMore reports whether an element holds other texts than those of a line.
func (c *corrector) holdsMore(i int32, l *line) bool {
	n := &c.t.Nodes[i]
	return i > 0 && n.EndText-n.FirstText > l.to-l.from
}

// lineAt returns the line that begins with text from.
func (c *corrector) lineAt(from int32) line {
	texts := c.t.Texts
	l := line{from: from, to: from + 1, block: c.t.Nodes[texts[from].Parent].Block}
	for int(l.to) < len(texts) && texts[l.to].Edge == texts[from].Edge {
		l.to++
	}
	return l
}
