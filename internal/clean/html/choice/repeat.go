package choice

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/fnv"
)

// What every entry of a page repeats word for word is furniture: "Add to cart" in cards, "Reply" and "Quote" in posts. It is found by the page
// itself, in any language and whatever its classes are called. In a thread all such lines go. On other pages a line that is no link may be the
// label of what follows it, "Fuel type:", so that only links and buttons go. Cells of tables and terms stay.
const (
	// leastRepeats is how many entries repeat a line at least.
	leastRepeats = 3

	// mostRepeated is how many bytes such a line has at most.
	mostRepeated = 60

	// repeatedPosts and repeatedEntries are the part, in hundredths, of the posts of a thread and of other entries that have the line. An attribute
	// that happens to be the same, "Full-time", is missing from some.
	repeatedPosts   = 60
	repeatedEntries = 97

	// maxEntryClimb is how many elements around a line are looked at for the entry that it is in.
	maxEntryClimb = 12
)

// line is a short line of a page: the texts [from, to) in an element that is a block.
type line struct {
	from, to, block int32
	key             uint64 // of its characters, and of the element's shape
}

// shapes tell which elements are alike.
type shapes struct {
	of     []uint32         // by element: a hash of its tag and classes, and of those around it
	counts map[uint32]int32 // how many elements have it
}

// dropRepeated leaves out what the entries of a page repeat.
func (c *corrector) dropRepeated(s *shapes, thread bool) {
	lines, counts := c.shortLines(s)
	for i := range lines {
		l := &lines[i]
		n := counts[l.key]
		if n < leastRepeats || c.written(l.from, l.to) == 0 || c.stop(maxEntryClimb*16) {
			continue
		}
		if c.isFurniture(l, n, s, thread) {
			for k := l.from; k < l.to; k++ {
				if c.parts[k].Written() {
					c.parts[k] = dom.LeaveOut
				}
			}
		}
	}
}

// isFurniture reports whether a line that n elements of one shape repeat is in most entries of its kind, beside other text that stays.
func (c *corrector) isFurniture(l *line, n int32, s *shapes, thread bool) bool {
	part := int32(repeatedEntries)
	if thread {
		part = repeatedPosts
	}
	if !c.isPressed(l) && (!thread || c.hasDigit(l)) || c.isCell(l) || c.t.Nodes[l.block].In&dom.Terms != 0 {
		return false
	}
	entry, held := int32(0), false
	for at, k := l.block, 0; at > 0 && k < maxEntryClimb; at, k = c.t.Nodes[at].Parent, k+1 {
		count := s.counts[s.of[at]]
		held = held || count*part <= n*100
		if held && count >= leastRepeats && count*100 >= n*part {
			entry = at
		}
	}
	e := &c.t.Nodes[entry]
	return entry > 0 && c.keptSize[e.EndText]-c.keptSize[e.FirstText] > c.keptSize[l.to]-c.keptSize[l.from]
}

// shapes returns the shapes of all elements.
func (c *corrector) shapes() *shapes {
	s := &shapes{make([]uint32, len(c.t.Nodes)), map[uint32]int32{}}
	for i := 1; i < len(c.t.Nodes); i++ {
		n := &c.t.Nodes[i]
		class := c.t.Raw(int32(i), dom.Class)
		h := fnv.Add32(fnv.Add32(s.of[n.Parent], uint32(n.Tag)), namesHash(class[:min(len(class), mostName)]))
		s.of[i] = h
		s.counts[h]++
		if c.stop(32 + min(len(class), mostName)) {
			break
		}
	}
	return s
}

// namesHash returns a hash of the words of a class in any order, without numbers and without words by which neighbours differ.
func namesHash(names string) (sum uint32) {
	for w := range strings.FieldsSeq(names) {
		switch w {
		case "odd", "even", "first", "last", "alt":
			continue
		}
		h := fnv.Start32
		for i := range len(w) {
			if w[i] < '0' || w[i] > '9' {
				h = fnv.Add32(h, uint32(w[i]))
			}
		}
		sum += h
	}
	return sum
}

// shortLines returns the short lines of the page, and how often each is on it.
func (c *corrector) shortLines(s *shapes) (lines []line, counts map[uint64]int32) {
	counts = map[uint64]int32{}
	for at := int32(0); int(at) < len(c.t.Texts) && !c.stop(16); {
		l := c.lineAt(at)
		at = l.to
		if c.size[l.to]-c.size[l.from] <= mostRepeated {
			l.key = c.lineKey(&l, s)
			counts[l.key]++
			lines = append(lines, l)
		}
	}
	return lines, counts
}

// lineKey returns a hash of a line's characters but for white space, and of the shape of its element.
func (c *corrector) lineKey(l *line, s *shapes) uint64 {
	h := fnv.Add64(fnv.Start64, uint64(s.of[l.block]))
	for k := l.from; k < l.to; k++ {
		t := c.t.Span(k).Of(c.t.Page)
		c.stop(len(t))
		for i := range len(t) {
			if t[i] > ' ' {
				h = fnv.Add64(h, uint64(t[i]))
			}
		}
	}
	return h
}

// isPressed reports whether all of a line is in links and buttons that hold nothing else.
func (c *corrector) isPressed(l *line) bool {
	for k := l.from; k < l.to; k++ {
		at := c.t.Texts[k].Parent
		for n := 0; n < maxEntryClimb && c.t.Nodes[c.t.Nodes[at].Parent].In&(dom.Link|dom.Control) != 0; n++ {
			at = c.t.Nodes[at].Parent
		}
		n := &c.t.Nodes[at]
		if n.In&(dom.Link|dom.Control) == 0 || n.FirstText < l.from || n.EndText > l.to {
			return false
		}
	}
	return true
}

// isCell reports whether a line is all that a cell of a table holds.
func (c *corrector) isCell(l *line) bool {
	for at, k := l.block, 0; at > 0 && k < maxEntryClimb; at, k = c.t.Nodes[at].Parent, k+1 {
		if n := &c.t.Nodes[at]; n.Tag == atom.Td || n.Tag == atom.Th {
			return n.FirstText == l.from && n.EndText == l.to
		}
	}
	return false
}

func (c *corrector) hasDigit(l *line) bool {
	for k := l.from; k < l.to; k++ {
		if strings.ContainsAny(c.t.Span(k).Of(c.t.Page), "0123456789") {
			return true
		}
	}
	return false
}
