package choice

import "github.com/copydesk/copydesk/internal/clean/html/dom"

const (
	// leastBodies is how many elements of a class a thread has at least for what stays of most of them to say anything of the rest.
	leastBodies = 3

	// keptBodies is the part of them, in hundredths, of which text stays.
	keptBodies = 60
)

// bodies are the elements of one class in the posts of a thread.
type bodies struct{ all, kept int32 }

// keepBodies keeps what a short post says: a program for forums puts the text of every post into an element of the same class, and the
// models, which look at blocks one by one, can be in doubt of a line such as "Solved, thanks".
func (c *corrector) keepBodies(posts []bool) {
	if posts == nil {
		return
	}
	list := c.innermost(posts)
	classes := map[string]bodies{}
	for _, i := range list {
		n := &c.t.Nodes[i]
		b := classes[c.t.Raw(i, dom.Class)]
		b.all++
		if c.written(n.FirstText, n.EndText) > 0 {
			b.kept++
		}
		classes[c.t.Raw(i, dom.Class)] = b
		if c.stop(32) {
			return
		}
	}
	for _, i := range list {
		n := &c.t.Nodes[i]
		b := classes[c.t.Raw(i, dom.Class)]
		if b.all >= leastBodies && b.kept*100 >= b.all*keptBodies && c.written(n.FirstText, n.EndText) == 0 {
			c.set(n, dom.LeaveOut, dom.Keep)
		}
		if c.stop(32) {
			return
		}
	}
}

// innermost returns the elements that can be what a post says, and have no such element inside, the last first.
func (c *corrector) innermost(posts []bool) []int32 {
	var list []int32
	for i := int32(len(posts)) - 1; i > 0 && !c.stop(32); i-- { //nolint:gosec // fewer than bytes of the page
		if c.isBody(i, posts) && (len(list) == 0 || list[len(list)-1] >= c.t.Nodes[i].End) {
			list = append(list, i)
		}
	}
	return list
}

// isBody reports whether element i can be what a post says: a block of a class inside a post, with text, and none of its tools.
func (c *corrector) isBody(i int32, posts []bool) bool {
	n := &c.t.Nodes[i]
	if !posts[n.Parent] || n.Block != i || n.FirstText == n.EndText || n.In&around != 0 {
		return false
	}
	class := c.t.Raw(i, dom.Class)
	return class != "" && !isNamed(class, threadTools) && !isNamed(class, postTools)
}
