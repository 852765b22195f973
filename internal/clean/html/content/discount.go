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
// beside them, which begins before them. The line that announces them goes with them.
func (p *Page) discountComments(chances []int32) {
	if !p.hasArticle(chances) || p.isThread() {
		return
	}
	in := false // the block after is lowered
	for i := len(chances) - 1; i >= 0; i-- {
		b := &p.Blocks[i]
		if in = p.above[b.Node].comments || in && p.announcesComments(b); in {
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
		case !p.above[b.Node].comments:
			beside += int64(c) * p.wordsIn(i)
		case beside < 1000*leadWords && p.wordsIn(i) >= postWords && int64(b.Linked)*2 < int64(b.Chars):
			return false
		}
	}
	return beside >= 1000*articleWords
}
