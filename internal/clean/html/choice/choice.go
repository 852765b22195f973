// Package choice corrects a choice of a page's content where the structure of the page leaves no doubt: dialogues about cookies go,
// and what belongs to text that stays does too, the heading above it and a post embedded in it.
//
// It runs after package content, whose models choose block by block and cannot be sure of what is rare in the pages that they have learnt
// from.
package choice

import (
	"context"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// corrector looks at one page.
type corrector struct {
	t     *dom.Tree
	parts []dom.Part
	kept  []int32 // by number of texts: how many of those before are written

	size, keptSize []int32 // the same in bytes, of all and of those written

	pace *text.Pace
	err  error // that of the context, once it ended
}

// Correct changes parts, which say by text what is content. The error is ctx.Err() if ctx ended first.
func Correct(ctx context.Context, t *dom.Tree, parts []dom.Part, kind content.Kind) error {
	c := corrector{t: t, parts: parts, pace: text.NewPace(ctx)}
	sums := make([]int32, 3*(len(t.Texts)+1))
	c.kept, c.size, c.keptSize = sums[:len(t.Texts)+1], sums[len(t.Texts)+1:2*len(t.Texts)+2], sums[2*len(t.Texts)+2:]
	c.count()
	c.dropDialogues()
	c.count()
	posts := c.postsOf()
	c.keepBodies(posts)
	c.count()
	c.dropTools(posts)
	c.count()
	c.dropFrames()
	c.dropPictures()
	c.count()
	c.wholeTerms()
	c.count()
	c.keepPosts()
	c.keepSources()
	c.keepHeadings()
	c.keepNotices()
	c.keepPlain()
	c.count()
	s := c.shapes()
	c.keepAlike(s)
	c.count()
	c.dropRepeated(s, kind == content.Forum)
	if c.err == nil {
		c.err = ctx.Err()
	}
	return c.err
}

// stop counts n bytes of work, and reports whether the context has ended.
func (c *corrector) stop(n int) bool {
	if c.err == nil {
		c.err = c.pace.Step(n)
	}
	return c.err != nil
}

func (c *corrector) count() {
	for i := range c.t.Texts {
		size := c.t.Texts[i].End - c.t.Texts[i].Start
		c.kept[i+1], c.size[i+1], c.keptSize[i+1] = c.kept[i], c.size[i]+size, c.keptSize[i]
		if i < len(c.parts) && c.parts[i].Written() {
			c.kept[i+1]++
			c.keptSize[i+1] += size
		}
		if c.stop(4) {
			return
		}
	}
}

// written returns how many of the texts [from, to) are written.
func (c *corrector) written(from, to int32) int { return int(c.kept[to] - c.kept[from]) }

// set gives the texts of a node another part, those that have the part was.
func (c *corrector) set(n *dom.Node, was, part dom.Part) {
	for k := n.FirstText; k < n.EndText && int(k) < len(c.parts); k++ {
		if c.parts[k] == was {
			c.parts[k] = part
		}
	}
}

// around are the elements in which nothing is kept that was not chosen.
const around = dom.Nav | dom.Footer | dom.Aside | dom.Form | dom.Dialog | dom.Hidden | dom.Skip

// keepPosts keeps a post of another site that is embedded between texts of one element that stay.
func (c *corrector) keepPosts() {
	for i := 1; i < len(c.t.Nodes) && !c.stop(8); i++ {
		n := &c.t.Nodes[i]
		if n.Tag != atom.Blockquote || n.In&around != 0 || c.written(n.FirstText, n.EndText) > 0 || !isPost(c.t, int32(i)) {
			continue
		}
		parent := &c.t.Nodes[n.Parent]
		if !c.saysNothing(int32(i)) && c.written(parent.FirstText, n.FirstText) > 0 && c.written(n.EndText, parent.EndText) > 0 {
			c.set(n, dom.LeaveOut, dom.Keep)
		}
	}
}

// instagram is the class of embedded pictures of that site.
const instagram = "instagram-media"

const (
	// mostNothing is how many bytes of text an embedded picture has at most that has no caption, but "View this post on Instagram. A post shared by" and
	// a name; mostBeside is how many of those are in no link.
	mostNothing = 160
	mostBeside  = 40
)

// saysNothing reports whether an embedded post is a picture that a script would show, with nothing but links to it.
func (c *corrector) saysNothing(i int32) bool {
	n := &c.t.Nodes[i]
	if c.size[n.EndText]-c.size[n.FirstText] > mostNothing || !hasName(c.t.Raw(i, dom.Class), instagram) {
		return false
	}
	beside := 0
	for k := n.FirstText; k < n.EndText; k++ {
		if c.t.Nodes[c.t.Texts[k].Parent].In&dom.Link == 0 {
			beside += c.t.Span(k).Len()
		}
	}
	return beside <= mostBeside
}

// dropPictures leaves out embedded posts that say nothing, where other text stays.
func (c *corrector) dropPictures() {
	all := c.written(0, int32(len(c.t.Texts))) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(4); i++ {
		n := &c.t.Nodes[i]
		if n.Tag == atom.Blockquote && c.saysNothing(i) && all-c.written(n.FirstText, n.EndText) >= leastOutside {
			c.set(n, dom.Keep, dom.LeaveOut)
		}
	}
}

// keepSources keeps who said what is quoted: a cite or footer in a quotation of which something stays.
func (c *corrector) keepSources() {
	quote := int32(0)
	for i := 1; i < len(c.t.Nodes) && !c.stop(8); i++ {
		n := &c.t.Nodes[i]
		switch n.Tag { //nolint:exhaustive // only these matter
		case atom.Blockquote:
			quote = int32(i)
		case atom.Cite, atom.Footer:
			q := &c.t.Nodes[quote]
			if quote > 0 && int32(i) < q.End && n.EndText-n.FirstText <= maxSource && c.written(q.FirstText, q.EndText) > 0 {
				c.set(n, dom.LeaveOut, dom.Keep)
			}
		}
	}
}

// maxSource is how many texts name a source at most.
const maxSource = 5

// maxTerms is how many bytes of text a list of terms has at most that is kept or left out whole: larger ones lay out a page.
const maxTerms = 8000

// wholeTerms keeps all of a list of terms (dl) of which half is kept, and leaves out one of which less is.
func (c *corrector) wholeTerms() {
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(8); i++ {
		n := &c.t.Nodes[i]
		if n.Tag != atom.Dl || n.In&around != 0 || c.size[n.EndText]-c.size[n.FirstText] > maxTerms {
			continue
		}
		kept, all := c.keptSize[n.EndText]-c.keptSize[n.FirstText], c.size[n.EndText]-c.size[n.FirstText]
		switch {
		case kept == 0 || kept == all:
		case kept*2 >= all:
			c.set(n, dom.LeaveOut, dom.Keep)
		default:
			c.set(n, dom.Keep, dom.LeaveOut)
		}
		i = n.End - 1 // those inside are as this one
	}
}

// isPost reports whether the class of a quotation is that which a site of posts gives to those that are embedded elsewhere.
func isPost(t *dom.Tree, i int32) bool {
	return hasName(t.Raw(i, dom.Class), "twitter-tweet", "twitter-video", instagram, "tiktok-embed", "bluesky-embed", "reddit-embed", "mastodon-embed", "text-post-media")
}

// maxHeading is how many words a heading has at most.
const maxHeading = 20

// keepHeadings keeps headings between texts that stay: those right before text of the element that they are in.
func (c *corrector) keepHeadings() {
	for i := 1; i < len(c.t.Nodes) && !c.stop(8); i++ {
		n := &c.t.Nodes[i]
		if dom.Level(n.Tag) < 2 || n.In&around != 0 || n.EndText == n.FirstText || c.written(n.FirstText, n.EndText) > 0 {
			continue
		}
		if !c.belongs(n) || c.isTeaser(n) {
			continue
		}
		c.set(n, dom.LeaveOut, dom.Keep)
	}
}

// maxClimb is how many elements around a heading alone are left to find what it is the heading of.
const maxClimb = 3

// belongs reports whether text before a heading stays, and the text right after it, in the element that it is in.
func (c *corrector) belongs(n *dom.Node) bool {
	parent := &c.t.Nodes[n.Parent]
	for range maxClimb {
		if parent.FirstText != n.FirstText || parent.EndText != n.EndText || parent.Parent == 0 {
			break
		}
		parent = &c.t.Nodes[parent.Parent]
	}
	next := n.EndText
	return next < parent.EndText && c.written(next, next+1) > 0 && c.written(0, n.FirstText) > 0 && dom.Level(c.t.Nodes[c.t.Texts[next].Parent].Tag) == 0
}

// isTeaser reports whether a heading is too long for one, or a link to another page.
func (c *corrector) isTeaser(n *dom.Node) bool {
	words, linked := 0, 0
	for k := n.FirstText; k < n.EndText; k++ {
		s := c.t.Span(k)
		if c.stop(s.Len()) {
			return true
		}
		words += 1 + spaces(s.Of(c.t.Page))
		if c.t.Nodes[c.t.Texts[k].Parent].In&dom.Link != 0 && s.Len() > len("¶") {
			linked += s.Len()
		}
	}
	return words > maxHeading || linked > 0
}

func spaces(s string) (n int) {
	for i := range len(s) {
		if s[i] == ' ' {
			n++
		}
	}
	return n
}
