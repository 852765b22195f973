package choice

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// threadTools are the classes and ids that programs for forums and archives of mailing lists give to what is around a post and no part of it:
// what is said of the member who wrote it, buttons and signatures. Nothing else is called so. Names and dates of posts stay.
var threadTools = wordsOf(
	"postprofile post-buttons back2top has-profile-rank viewtopic-jumpbox",                                                               // phpBB
	"userinfo_extra postcontrols nodecontrols signaturecontainer postbit_controls",                                                       // vBulletin
	"message-usertitle message-attribution-opposite message-signature message-footer message-userextras message-actionbar p-description", // XenForo
	"author_information author_statistics postbit_buttons thread_legend",                                                                 // MyBB
	"keyinfo moderatorbar reportlinks",                                                                                                   // SMF
	"cauthorpane ipscomment_author ipscomment_meta ipscomment_controls ipsitemcontrols ipssignature ctopicpostarea",                      // Invision
	"suggested-topics",                                        // Discourse
	"bbp-author-role bbp-header bbp-no-reply",                 // bbPress
	"votecell js-voting-container js-vote-count js-post-menu", // Stack Exchange
	"pagetop yclinks",                                         // Hacker News
	"postleft postfootleft postfootright postsignature",       // PunBB, FluxBB
	"authi plhin_user pls fastre xg1_tools",                   // Discuz!
	"thread-overview msgnavtop",                               // HyperKitty, MHonArc
)

// postTools are names that other pages give to other things. In a post they mean the same as threadTools.
var postTools = wordsOf(
	"signature sign userinfo user_info usertitle flat-list buttons reply",
	"postfoot post_controls membergroup postcount post-likes post-actions post-footer post-signature",
	"post-menu post-taglist reputation-score email-info",
)

const (
	// leastPosts is how many posts there are at least on a page whose postTools go.
	leastPosts = 2

	// mostTool is how many bytes of text something in a post has at most that is called as one of postTools.
	mostTool = 600
)

func wordsOf(lists ...string) map[string]bool {
	words := map[string]bool{}
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			words[w] = true
		}
	}
	return words
}

// dropTools leaves out what surrounds the posts of a thread, unless nothing else would stay.
func (c *corrector) dropTools(posts []bool) {
	all := c.written(0, int32(len(c.t.Texts))) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(32); {
		n := &c.t.Nodes[i]
		inside := c.written(n.FirstText, n.EndText)
		if inside == 0 {
			i = n.End
			continue
		}
		if all-inside < leastOutside || !c.isTool(i, posts) {
			i++
			continue
		}
		c.set(n, dom.Keep, dom.LeaveOut)
		all -= inside
		i = n.End
	}
}

// isTool reports whether element i is one of threadTools, or of postTools in a post, or a list that leads to other messages of a mailing list.
func (c *corrector) isTool(i int32, posts []bool) bool {
	n := &c.t.Nodes[i]
	class, id := c.t.Raw(i, dom.Class), c.t.Raw(i, dom.ID)
	switch {
	case isNamed(class, threadTools) || isNamed(id, threadTools):
		return true
	case posts != nil && posts[n.Parent] && n.In&dom.Heading == 0 && c.size[n.EndText]-c.size[n.FirstText] <= mostTool:
		return isNamed(class, postTools) && !c.holdsHeading(i)
	default:
		return n.Tag == atom.Ul && c.leadsToMessages(n)
	}
}

// holdsHeading reports whether there is a heading inside element i: it is that of a post in a list of posts.
func (c *corrector) holdsHeading(i int32) bool {
	for k := i + 1; k < c.t.Nodes[i].End && !c.stop(4); k++ {
		if dom.Level(c.t.Nodes[k].Tag) > 0 {
			return true
		}
	}
	return false
}

// postsOf returns which elements are in posts, nil if the page has too few.
func (c *corrector) postsOf() []bool {
	posts, n := make([]bool, len(c.t.Nodes)), 0
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(32); i++ {
		if posts[c.t.Nodes[i].Parent] {
			posts[i] = true
			continue
		}
		if c.t.Nodes[i].Block == i && (c.isPost(c.t.Raw(i, dom.ID)) || c.isPost(c.t.Raw(i, dom.Class))) {
			posts[i] = true
			n++
		}
	}
	if n < leastPosts {
		return nil
	}
	return posts
}

// isPost reports whether a class or id is that of a post: "post", or "post" and a number, and the same of messages, answers and replies.
func (c *corrector) isPost(names string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(names[:min(len(names), mostName)])) {
		w = strings.TrimRight(w, "0123456789")
		switch strings.TrimRight(w, "-_") {
		case "post", "message", "msg", "answer", "reply", "email", "comtr", "p", "elcomment", "js-post", "commentpost", "postcontainer", "pid":
			return w != "p" || strings.TrimRight(names, "0123456789") != names
		}
	}
	return false
}

// isNamed reports whether one of the words of a class or id is in a set of names in lower case.
func isNamed(names string, set map[string]bool) bool {
	if names == "" {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(names[:min(len(names), mostName)])) {
		if set[w] {
			return true
		}
	}
	return false
}

// messageLinks begin the items of lists that lead to other messages of an archive (Pipermail, Hypermail, MHonArc).
var messageLinks = [...]string{
	"Previous message", "Next message", "Messages sorted by", "This message:", "Related messages:", "Contemporary messages", "In reply to:", "Next in thread",
	"Prev by Date", "Next by Date", "Prev by thread", "Next by thread", "Previous by Date", "Previous by thread",
}

// leadsToMessages reports whether an item of a list, one without lists inside, begins as those of archives do.
func (c *corrector) leadsToMessages(n *dom.Node) bool {
	if n.EndText-n.FirstText > maxMessageLinks {
		return false
	}
	for k := n.FirstText; k < n.EndText; k++ {
		s := c.t.Span(k).Of(c.t.Page)
		if c.stop(16) {
			return false
		}
		for _, begin := range messageLinks {
			if strings.HasPrefix(s, begin) {
				return true
			}
		}
	}
	return false
}

// maxMessageLinks is how many texts such a list has at most.
const maxMessageLinks = 40
