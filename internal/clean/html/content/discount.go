package content

const (
	// forumChance is the chance of a forum, in thousandths, from which on what readers wrote may be the content.
	forumChance = 200

	// articleWords is how many words of content a page has at least outside its comments if they are on an article, and leadWords how many
	// of them come before the first comment.
	articleWords = 100
	leadWords    = 50

	// postWords is how many words a comment has at least to be the first: what the page calls comments before is a count, or a link to them.
	postWords = 10

	// commentChance is what is left of the chances of comments on an article, in per cent.
	commentChance = 10
)

// discountComments lowers the chances of what readers wrote about an article. The same names and layouts hold the posts of forums, from which
// trees learn that they may be content; whether they are is decided here for the page as a whole: not where it is no thread and has an article
// beside them, which begins before them, or where a program for blogs made them, however short the article. The line that announces them goes
// with them.
func (p *Page) discountComments(chances []int32) {
	if p.isThread() || !p.marksBlog() && !p.hasArticle(chances) {
		return
	}
	in := false // the block after is lowered
	for i := len(chances) - 1; i >= 0; i-- {
		if in = p.comments[i] || in && p.announcesComments(&p.Blocks[i]); in {
			chances[i] = chances[i] * commentChance / 100
		}
	}
}

// hasArticle reports whether there is an article that the comments of the page may be about.
func (p *Page) hasArticle(chances []int32) bool {
	beside := int64(0)
	for i, c := range chances {
		b := &p.Blocks[i]
		switch {
		case !p.comments[i]:
			beside += int64(c) * p.wordsIn(i)
		case beside < 1000*leadWords && p.wordsIn(i) >= postWords && int64(b.Linked)*2 < int64(b.Chars):
			return false
		}
	}
	return beside >= 1000*articleWords
}

// blogNames are classes and ids, or parts of them, that programs for blogs, and for comments on articles, give to comments and to nothing else.
var blogNames = setOf("commentlist comment-author commentmetadata comment-body comment_body comments-body comments_intro thread-even thread-odd bypostauthor byuser " +
	"dsq-comment dsq-comments disqus_thread disqus-thread livefyre-comments")

// marksBlog reports whether classes and ids say that a program for blogs, or for comments on articles, made the comments of the page.
func (p *Page) marksBlog() bool {
	for i := range p.Tree.Nodes {
		if p.late(64) {
			return false
		}
		if p.inside[i].blocks == 0 {
			continue
		}
		p.slots = appendNames(p.slots[:0], p.Tree, int32(i))
		for _, h := range p.slots {
			if blogNames[h] {
				return true
			}
		}
	}
	return false
}
