package content

const (
	// forumChance is the chance of a forum, in thousandths, from which on what readers wrote may be the content.
	forumChance = 200

	// articleWords is how many words of content a page has at least outside its comments if they are on an article.
	articleWords = 100

	// commentChance is what is left of the chances of comments on an article, in per cent.
	commentChance = 10
)

// discountComments lowers the chances of what readers wrote about an article. The same names and layouts hold the posts of forums, from which
// trees learn that they may be content; whether they are is decided here for the page as a whole: not where it is unlikely to be a forum and
// has an article beside them. The line that announces them goes with them.
func (p *Page) discountComments(chances []int32) {
	if p.kinds[Forum] >= forumChance {
		return
	}
	beside := int64(0)
	for i, c := range chances {
		if !p.above[p.Blocks[i].Node].comments {
			beside += int64(c) * p.wordsIn(i)
		}
	}
	if beside < 1000*articleWords {
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
