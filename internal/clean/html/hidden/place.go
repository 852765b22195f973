package hidden

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// numbers are the places of elements among those of their parents, counted from 1.
type numbers struct {
	of     []int32 // by element
	ofType []int32 // the same among those of its tag
	count  []int32 // by element: how many it has inside it
	alike  []int32 // by element: how many of its tag its parent has
}

// kin is a parent and a tag.
type kin struct {
	parent int32
	tag    dom.Tag
}

// number numbers the elements of a page, once a selector asks for places.
func (f *finder) number() {
	if f.numbers.of != nil {
		return
	}
	t := f.t
	n := numbers{make([]int32, len(t.Nodes)), make([]int32, len(t.Nodes)), make([]int32, len(t.Nodes)), make([]int32, len(t.Nodes))}
	counts := map[kin]int32{}
	for i := 1; i < len(t.Nodes) && !f.stop(32); i++ {
		k := kin{t.Nodes[i].Parent, t.Nodes[i].Tag}
		n.count[k.parent]++
		counts[k]++
		n.of[i], n.ofType[i] = n.count[k.parent], counts[k]
	}
	for i := 1; i < len(t.Nodes) && !f.stop(32); i++ {
		n.alike[i] = counts[kin{t.Nodes[i].Parent, t.Nodes[i].Tag}]
	}
	f.numbers = n
}

// isAt reports whether element i is at a place.
func (f *finder) isAt(i int32, p *place) bool {
	f.number()
	n, all := f.numbers.of[i], f.numbers.count[f.t.Nodes[i].Parent]
	if p.ofType {
		n, all = f.numbers.ofType[i], f.numbers.alike[i]
	}
	if p.last {
		n = all + 1 - n
	}
	return p.has(int(n))
}

// isAtAll reports whether element i is at all of some places.
func (f *finder) isAtAll(i int32, list []place) bool {
	for k := range list {
		if !f.isAt(i, &list[k]) {
			return false
		}
	}
	return true
}

// isCalled reports whether element i, which HTML does not have, has a name.
func (f *finder) isCalled(i int32, name string) bool {
	if f.t.Nodes[i].Tag != dom.Unknown {
		return false
	}
	tag := f.t.Tag(i).Of(f.t.Page)
	if len(tag) <= len(name)+1 || !strings.EqualFold(tag[1:1+len(name)], name) {
		return false
	}
	return strings.IndexByte(" \t\r\n\f/>", tag[1+len(name)]) >= 0
}
