package content

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
)

// threadTypes are the types of schema.org, in lower case, of pages whose content is what their visitors write.
var threadTypes = []string{"discussionforumposting", "qapage"}

// threadMakers are the first words of what generators of threads, and of archives of mailing lists, call themselves.
var threadMakers = setOf("discourse phpbb vbulletin xenforo mybb flarum nodebb discuz phpwind fluxbb punbb smf esotalk askbot question2answer " +
	"pipermail hypermail mhonarc hyperkitty mailman")

// threadNames are classes and ids, or parts of them, that such programs give to a thread or a post, and to nothing else.
var threadNames = setOf("phpbb vbulletin xenforo mybb bbwrapper bbp-reply-content bbp-topic-content forumposts crawler-post elpostfeed itemdiscussion " +
	"flarum answercell postcell nestedlisting hnmain timelineitem lemmy-site template-topic viewtopic showthread postprofile")

// threadSegments are the segments of addresses of threads.
var threadSegments = setOf("forum forums thread threads topic topics viewtopic viewtopic.php showthread showthread.php")

// threadHosts are the first labels of the names of hosts that hold nothing but threads.
var threadHosts = setOf("forum forums discuss bbs")

func setOf(words string) wordSet {
	set := wordSet{}
	for w := range strings.FieldsSeq(words) {
		set[hashOf(w)] = true
	}
	return set
}

// isThread reports whether the content of the page is what visitors wrote to each other: a thread of a forum, a question with its answers, a
// message of a mailing list. What the page says of itself, and what the program that made it is known by, counts before the guess at its
// kind.
func (p *Page) isThread() bool {
	return p.statesThread() || p.kinds[Forum] >= forumChance && !p.marksBlog()
}

// statesThread reports whether the page itself says that it is a thread.
func (p *Page) statesThread() bool {
	switch {
	case p.says(meta.Forum):
		return true
	case p.says(meta.Question) && !p.says(meta.Article|meta.Blog|meta.Product|meta.Recipe|meta.Service|meta.Event):
		return true
	}
	for _, w := range p.claims.maker {
		if threadMakers[w] {
			return true
		}
	}
	return p.marksThread() || !p.says(meta.Article|meta.Blog) && p.addressesThread() || p.titlesThread()
}

// marksThread reports whether the types, classes and ids of the page are those of a thread.
func (p *Page) marksThread() bool {
	t := p.Tree
	for i := range t.Nodes {
		if p.late(64) {
			return false
		}
		kind := strings.ToLower(t.Raw(int32(i), dom.Itemtype))
		for _, name := range threadTypes {
			if strings.HasSuffix(kind, "/"+name) {
				return true
			}
		}
		if p.inside[i].blocks == 0 {
			continue
		}
		p.slots = appendNames(p.slots[:0], t, int32(i))
		for _, n := range p.slots {
			if threadNames[n] {
				return true
			}
		}
	}
	return false
}

// addressesThread reports whether the page's own address is that of a thread.
func (p *Page) addressesThread() bool {
	t := p.Tree
	for i := range t.Nodes {
		if p.late(16) {
			return false
		}
		address := ""
		switch {
		case t.Nodes[i].Tag == atom.Link && strings.EqualFold(t.Raw(int32(i), dom.Rel), "canonical"):
			address = t.Value(int32(i), dom.Href)
		case t.Nodes[i].Tag == atom.Meta && strings.EqualFold(t.Raw(int32(i), dom.Property), "og:url"):
			address = t.Value(int32(i), dom.Content)
		}
		if isThreadAddress(head(address)) {
			return true
		}
	}
	return false
}

func isThreadAddress(u string) bool {
	u, _, _ = strings.Cut(strings.ToLower(u), "?")
	_, rest, found := strings.Cut(u, "//")
	if !found {
		rest = "/" + u
	}
	host, path, _ := strings.Cut(rest, "/")
	if label, _, _ := strings.Cut(host, "."); threadHosts[hashOf(label)] {
		return true
	}
	for s := range strings.SplitSeq(path, "/") {
		if threadSegments[hashOf(s)] {
			return true
		}
	}
	return false
}

// titlesThread reports whether the title names a forum: the site or section after the page's own name, where nothing says that the page is an
// article; or any part, where the page also shows members. Societies call themselves forums too, but their articles show none.
func (p *Page) titlesThread() bool {
	first, later := forumTitle(html.UnescapeString(head(p.Tree.Title.Of(p.Tree.Page))))
	if later && !p.says(meta.Article|meta.Blog) {
		return true
	}
	return (first || later) && p.showsMembers()
}

// forumTitleWords is how many words the name of a forum has at most.
const forumTitleWords = 3

// forumTitle reports whether the first part of a title, or a later one, is the name of a forum.
func forumTitle(title string) (first, later bool) {
	n := 0
	for part := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune("|·•»«", r) }) {
		for piece := range strings.SplitSeq(part, " - ") {
			words := strings.Fields(strings.ToLower(piece))
			if k := len(words); k > 0 && k <= forumTitleWords && (words[k-1] == "forum" || words[k-1] == "forums") {
				first, later = first || n == 0, later || n > 0
			}
			n++
		}
	}
	return first, later
}

// memberNames are classes and ids of what forums show of those who wrote a post.
var memberNames = setOf("member members poster usertitle postcount")

// leastMembers is how many elements have such names where posts follow each other.
const leastMembers = 3

func (p *Page) showsMembers() bool {
	n := 0
	for i := range p.Tree.Nodes {
		if p.late(64) {
			return false
		}
		p.slots = appendNames(p.slots[:0], p.Tree, int32(i))
		for _, h := range p.slots {
			if memberNames[h] {
				n++
				break
			}
		}
		if n >= leastMembers {
			return true
		}
	}
	return false
}
