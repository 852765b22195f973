package content

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// position is where a block stands in the page.
type position struct {
	before        int32 // characters before it
	heading       int32 // the last heading before it, -1 if there is none
	proseBefore   int32 // the last block before it that reads like prose, -1 if there is none
	proseBehind   int32 // the first behind it
	proseBeforeIt int32 // characters of prose before it
}

// place finds out where the blocks stand.
func (p *Page) place() {
	p.positions = make([]position, len(p.Blocks))
	at := position{heading: -1, proseBefore: -1}
	p.title = -1
	for i := range p.Blocks {
		b := &p.Blocks[i]
		p.positions[i] = at
		at.before += b.Chars
		if b.Prose() {
			at.proseBefore = int32(i)
			at.proseBeforeIt += b.Chars
		}
		if p.Tree.Nodes[b.Node].In&dom.Heading != 0 {
			at.heading = int32(i)
			if p.title < 0 && p.Tree.Nodes[b.Node].Tag == atom.H1 {
				p.title = int32(i)
			}
		}
	}
	behind := int32(-1)
	for i := len(p.Blocks) - 1; i >= 0; i-- {
		p.positions[i].proseBehind = behind
		if p.Blocks[i].Prose() {
			behind = int32(i) //nolint:gosec // as above
		}
	}
	p.countTwins()
}

// countTwins counts for each element how many of its siblings have the same tag and class: pages repeat what they list.
func (p *Page) countTwins() {
	t := p.Tree
	p.twins = make([]int32, len(t.Nodes))
	type key struct {
		parent int32
		tag    dom.Tag
		class  uint32
	}
	counts := make(map[key]int32, len(p.Blocks))
	of := func(i int) key {
		h := uint32(hashStart)
		for _, c := range []byte(firstName(t.Raw(int32(i), dom.Class))) { //nolint:gosec // fewer than bytes
			h = (h ^ uint32(c)) * hashStep
		}
		return key{t.Nodes[i].Parent, t.Nodes[i].Tag, h}
	}
	for i := 1; i < len(t.Nodes); i++ {
		if p.inside[i].blocks > 0 {
			counts[of(i)]++
		}
	}
	for i := 1; i < len(t.Nodes); i++ {
		if p.inside[i].blocks > 0 {
			p.twins[i] = counts[of(i)]
		}
	}
}

// firstName is the first word of a class.
func firstName(class string) string {
	start := 0
	for start < len(class) && class[start] <= ' ' {
		start++
	}
	end := start
	for end < len(class) && class[end] > ' ' {
		end++
	}
	return class[start:end]
}

const placeFeatures = 14

// placed describes where a block stands.
func (p *Page) placed(r *row, i int) {
	at := &p.positions[i]
	r.put(i)
	r.share(int32(i), int32(len(p.Blocks))) //nolint:gosec // fewer than bytes
	r.share(at.before, p.whole.chars)
	r.share(at.proseBeforeIt, p.whole.prose)
	if p.title < 0 {
		r.put(-1000)
	} else {
		r.put(i - int(p.title))
	}
	r.put(distance(i, at.heading))
	if at.heading >= 0 {
		h := &p.Blocks[at.heading]
		r.put(dom.Level(p.Tree.Nodes[h.Node].Tag))
		r.score(p.textScores[at.heading])
		r.put(int(h.text.words))
		r.put(int(at.before - p.positions[at.heading].before))
	} else {
		for range 4 {
			r.put(-2)
		}
	}
	r.put(distance(i, at.proseBefore))
	r.put(distance(i, at.proseBehind))
	if at.proseBefore >= 0 {
		r.yes(p.levels[at.proseBefore][0] == p.levels[i][0])
	} else {
		r.put(-2)
	}
	if at.proseBehind >= 0 {
		r.yes(p.levels[at.proseBehind][0] == p.levels[i][0])
	} else {
		r.put(-2)
	}
}

// distance is how many blocks i and k are apart, 1000 if there is no k.
func distance(i int, k int32) int {
	if k < 0 {
		return 1000
	}
	return max(i-int(k), int(k)-i)
}
