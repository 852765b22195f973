package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// commentNames are the names pages give to what their readers wrote.
var commentNames = setOf("comment comments commentlist commentbody commenttext reply replies disqus kommentar kommentare commentaire commentaires " +
	"comentario comentarios commenti")

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

// countedWords are those of commentWords that announce comments if there is a number of them ("3 thoughts on"): without one they head parts of
// articles too ("Final thoughts", "Fragen und Antworten").
var countedWords = func() wordSet {
	set := wordSet{}
	set.addText("thoughts responses réponses respuestas antworten")
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

// lacksCount reports whether a block announces comments by nothing but a word that needs a number, which it has not.
func (p *Page) lacksCount(b *Block) bool {
	if b.text.digits > 0 {
		return false
	}
	for _, w := range p.wordsOf(b) {
		if commentWords[w] && !countedWords[w] {
			return false
		}
	}
	return true
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

// articleChars is how many characters of prose a page has at least before the heading of comments on it.
const articleChars = 300

// findComments finds the blocks that readers wrote: those inside elements that are named so, and those under a heading that announces
// them.
func (p *Page) findComments() error {
	p.comments = make([]bool, len(p.Blocks))
	for i := range p.Blocks {
		switch {
		case p.comments[i]:
		case p.above[p.Blocks[i].Node].comments:
			p.comments[i] = true
		case p.positions[i].prose >= articleChars && p.headsComments(i):
			p.markSection(i)
		}
		if err := p.pace.Step(blockWork); err != nil {
			return err
		}
	}
	return p.err
}

// headsComments reports whether block i is the heading of comments, or counts them. The headline may hold words of such lines by chance.
func (p *Page) headsComments(i int) bool {
	b := &p.Blocks[i]
	if !p.announcesComments(b) || p.lacksCount(b) || p.repeatsHeadline(i) || int(p.main[0].first) < i && i < int(p.main[0].last) {
		return false
	}
	return p.contextOf(i)&dom.Heading != 0 || dom.Level(p.Tree.Nodes[b.Node].Tag) > 0 || b.text.digits > 0 && b.Linked*2 < b.Chars
}

// markSection marks what is under heading i as comments: the rest of the largest element around it that holds no prose before it, or, where
// no prose follows in that, of the element around that.
func (p *Page) markSection(i int) {
	t := p.Tree
	section := p.Blocks[i].Node
	for up := t.Nodes[section].Parent; up > 0 && !p.late(32); up = t.Nodes[up].Parent {
		if from, _ := p.blocksOf(up); p.proseTo[from] == p.proseTo[i] {
			section = up
			continue
		}
		if _, end := p.blocksOf(section); p.proseTo[end] == p.proseTo[i] {
			section = up
		}
		break
	}
	_, end := p.blocksOf(section)
	for k := i; k < end; k++ {
		p.comments[k] = true
	}
}

// isComment reports whether block i, which is no main content, was written by a reader. In forums and the like posts are the content itself,
// or none.
func (p *Page) isComment(i int, k Kind) bool {
	b := &p.Blocks[i]
	if k == Forum || b.text.words < 3 || int64(b.Linked)*2 > int64(b.Chars) || !p.comments[i] {
		return false
	}
	return p.Tree.Nodes[b.Node].In&(dom.Form|dom.Control|dom.Heading|dom.Nav) == 0
}
