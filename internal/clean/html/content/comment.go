package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// commentNames are the names pages give to what their readers wrote.
var commentNames = func() wordSet {
	set := wordSet{}
	for _, w := range []string{
		"comment", "comments", "commentlist", "commentbody", "commenttext", "reply", "replies", "disqus", "kommentar", "kommentare",
		"commentaire", "commentaires", "comentario", "comentarios", "commenti",
	} {
		set[hashOf(w)] = true
	}
	return set
}()

// commentLineWords is how many words a line has at most that announces comments: "12 comments", "Leave a reply".
const commentLineWords = 6

// commentWords are words of such lines.
var commentWords = func() wordSet {
	set := wordSet{}
	set.addText("comment comments commented reply replies responses thoughts discussion kommentar kommentare kommentieren antworten " +
		"commentaire commentaires réponses comentario comentarios comentários respuestas commenti reacties reaktionen komentarze komentarz " +
		"yorum yorumlar комментарии комментариев комментарий коментарі kommentarer kommentit hozzászólás komentáře σχόλια")
	return set
}()

// announcesComments reports whether a block is a line after which readers' comments may follow.
func (p *Page) announcesComments(b *Block) bool {
	words := p.wordsOf(b)
	if len(words) > commentLineWords {
		return false
	}
	for _, w := range words {
		if commentWords[w] {
			return true
		}
	}
	return false
}

// namesComments reports whether a node's class or id says that readers wrote what is in it. A node that holds more than half
// of the page is the page as a whole, whatever it is called.
func (p *Page) namesComments(node int32) bool {
	if int64(p.inside[node].chars)*2 > int64(p.whole.chars) {
		return false
	}
	p.slots = appendNames(p.slots[:0], p.Tree, node)
	for _, n := range p.slots {
		if commentNames[n] {
			return true
		}
	}
	return false
}

// isComment reports whether block i, which is no main content, was written by a reader: it is inside what the page calls its
// comments. In forums and the like posts are the content itself, or none.
func (p *Page) isComment(i int, k Kind) bool {
	b := &p.Blocks[i]
	if k == Forum || b.text.words < 3 || int64(b.Linked)*2 > int64(b.Chars) || !p.above[b.Node].comments {
		return false
	}
	return p.Tree.Nodes[b.Node].In&(dom.Form|dom.Control|dom.Heading|dom.Nav) == 0
}
