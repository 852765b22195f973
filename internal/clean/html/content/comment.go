package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// commentNames are what pages call what their readers wrote.
var commentNames = setOf(func() []uint32 {
	var list []uint32
	for _, w := range []string{
		"comment", "comments", "commentlist", "commentbody", "commenttext", "reply", "replies", "disqus", "kommentar", "kommentare",
		"commentaire", "commentaires", "comentario", "comentarios", "commenti",
	} {
		list = append(list, hashOf(w))
	}
	return list
}())

// isComment reports whether block i, which is no main content, was written by a reader: it stands in what the page calls its
// comments. In forums and the like posts are the content itself, or none.
func (p *Page) isComment(i int, k Kind) bool {
	if k == Forum || p.Blocks[i].text.words < 3 || p.Blocks[i].Linked*2 > p.Blocks[i].Chars {
		return false
	}
	t := p.Tree
	if t.Nodes[p.Blocks[i].Node].In&(dom.Form|dom.Control|dom.Heading|dom.Nav) != 0 {
		return false
	}
	for at := p.Blocks[i].Node; at > 0; at = t.Nodes[at].Parent {
		if p.inside[at].chars*2 > p.whole.chars {
			return false // the page as a whole
		}
		p.slots = appendNames(p.slots[:0], t, at)
		for _, n := range p.slots {
			if commentNames[n] {
				return true
			}
		}
	}
	return false
}
