package dom

import "golang.org/x/net/html/atom"

// maxNodes returns how many elements are kept of a page of n bytes: 262,144, and one more for every 12 bytes. Pages of
// people's making have an element for every 20 to 100 bytes; without a bound, 16 MB of "<p>x" would take a gigabyte for
// everything that is kept for each element.
func maxNodes(n int) int { return 1<<18 + n/12 }

// overflow keeps count of elements beyond the limit. They are not in the tree: their text belongs to the last element that
// is, they separate lines as before, and what is never read in them is still left out.
type overflow struct {
	limit  int
	passed map[Tag]int // open elements that are not in the tree, by tag
	hidden int         // how many of them are never read
}

// pass takes in the start tag of an element beyond the limit, and reports whether it is of SVG or MathML.
func (b *builder) pass(tag Tag, of traits, k token) (foreign bool) {
	if b.passed == nil {
		b.passed = map[Tag]int{}
	}
	if of&block != 0 && b.t.Nodes[b.top()].In&Skip == 0 {
		b.boundary()
		if ofTag[tag]&Skip == 0 {
			b.hidden = 0 // a menu that was never closed must not hide the rest of the page
		}
	}
	if tag == atom.Br && b.breaks < 3 {
		b.breaks++
	}
	foreign = b.t.Nodes[b.top()].In&(Vector|Math) != 0 || b.passed[atom.Svg] > 0 || b.passed[atom.Math] > 0
	if of&void != 0 || k.selfClosing && foreign {
		return foreign
	}
	b.passed[tag]++
	if ofTag[tag]&Skip != 0 {
		b.hidden++
	}
	return foreign
}

// passedEnd takes in the end tag of an element beyond the limit, and reports whether it is one.
func (b *builder) passedEnd(tag Tag, of traits) bool {
	if b.passed[tag] == 0 {
		return false
	}
	b.passed[tag]--
	if ofTag[tag]&Skip != 0 {
		b.hidden = max(b.hidden-1, 0)
	}
	if of&block != 0 {
		b.boundary()
	}
	return true
}
