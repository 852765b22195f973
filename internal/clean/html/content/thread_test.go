package content

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
)

// opening is what the replies of a made page follow: an article or the first post of a thread, of more words than articleWords.
var opening = "<p>" + strings.Join([]string{
	"After the last update my gauge by the harbour sends no readings any more, though the lamp on its front is lit and the cable is new.",
	"The log says that the port is busy, but as far as I can see nothing else on that machine uses it, and a restart has not helped so far.",
	"I went back to the version of last spring to find out whether the gauge itself is broken, and with that one the readings came in at once.",
	"What I have not tried yet is another cable, since the shop on the quay is closed until Monday and the one in Kestrel Bay has none left.",
	"If anybody has the same gauge and the same trouble, I would like to hear which version is running there and what the log has to say.",
}, "</p><p>") + "</p>"

const reply = "Mine does the same since Tuesday; it comes back if you unplug the cable, wait for a minute and start the program again."

// withReplies is a page with a text and 40 replies to it.
func withReplies(head, body, around string) string {
	one := `<li class="comment"><div class="comment-body" ` + around + `><p>` + reply + `</p></div></li>`
	return `<!doctype html><html lang=en><head>` + head + `</head><body ` + body + `><main><h1>No readings after the update</h1><div class="entry">` + opening +
		`</div><section class="comments"><h3>40 comments</h3><ol>` + strings.Repeat(one, 40) + `</ol></section></main></body></html>`
}

func readPage(t *testing.T, page string) *Page {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	data, err := linked.Read(t.Context(), tree)
	if err != nil {
		t.Fatal(err)
	}
	said, err := meta.Read(t.Context(), tree, data, "")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(t.Context(), tree, SaidBy(said, page))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestReplies holds what visitors wrote to be content in threads of all sorts, and not on articles that have something in common with them. The
// guess at the kind of the page is taken away: the page itself decides.
func TestReplies(t *testing.T) {
	t.Parallel()
	const article = `<meta property="og:type" content="article">`
	tests := []struct {
		name, head, body, around string
		thread                   bool
	}{
		{"posting in JSON-LD", `<script type="application/ld+json">{"@context":"https://schema.org","@type":"DiscussionForumPosting","headline":"No readings"}</script>`, "", "", true},
		{"posting in microdata", "", `itemscope itemtype="https://schema.org/DiscussionForumPosting"`, "", true},
		{"question in JSON-LD", `<script type="application/ld+json">{"@context":"https://schema.org","@type":"QAPage","mainEntity":{"@type":"Question","name":"No readings"}}</script>`, "", "", true},
		{"question in microdata", "", `itemscope itemtype="http://schema.org/QAPage"`, "", true},
		{"Discourse", `<meta name="generator" content="Discourse 3.2.0">`, "", "", true},
		{"Discourse for crawlers", "", "", `><div class="topic-body crawler-post">Same here.</div><div`, true},
		{"phpBB", "", `id="phpbb" class="nojs section-viewtopic ltr"`, "", true},
		{"vBulletin", `<meta name="generator" content="vBulletin 4.2.5">`, "", "", true},
		{"XenForo", article, "", `><article class="message-body"><div class="bbWrapper">Same here.</div></article><div`, true},
		{"MyBB", "", `class="mybb"`, "", true},
		{"SMF", "", "", `><div id="forumposts">Same here.</div><div`, true},
		{"bbPress", article, "", `><div class="bbp-reply-content">Same here.</div><div`, true},
		{"Invision", "", "", `><div id="elPostFeed">Same here.</div><div`, true},
		{"Stack Exchange", "", "", `><div class="answercell post-layout--right">Same here.</div><div`, true},
		{"Reddit", "", "", `><div class="sitetable nestedlisting">Same here.</div><div`, true},
		{"GitHub", "", "", `><div class="TimelineItem">Same here.</div><div`, true},
		{"mailing list", `<meta name="generator" content="Pipermail 0.09 (Mailman edition)">`, "", "", true},
		{"address", `<link rel="canonical" href="https://gauges.example/forum/readings/no-readings">`, "", "", true},
		{"host", `<meta property="og:url" content="https://forums.gauges.example/t/12">`, "", "", true},
		{"title", `<title>No readings after the update | Gauge Forum</title>`, "", "", true},
		{"title of a forum that shows members", article + `<title>Gauge Forum - No readings after the update</title>`, "", `><span class="member">mossy</span><div`, true},
		{"article of a society that is called a forum", article + `<title>No readings | North Sea Forum</title>`, "", "", false},
		{"blog", `<meta name="generator" content="WordPress 6.5">` + article, `class="single single-post"`, `class="comment even thread-even depth-1"`, false},
		{"nothing said", "", "", "", false},
		{"article at the address of a forum", article + `<link rel="canonical" href="https://gauges.example/forum/12">`, "", "", false},
		{"article with a forum in its address", `<link rel="canonical" href="https://gauges.example/news/world-forum-opens">`, "", "", false},
		{"article with a forum in its title", `<title>Town forum opens on the quay | Kestrel Bay Courier</title>`, "", "", false},
		{"article with frequent questions", article + `<script type="application/ld+json">{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[]}</script>`, "", "", false},
		{"menu with a link to a forum", "", "", `><a class="forum forum-link" href="/forum">Forum</a><div`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, withReplies(tt.head, tt.body, tt.around))
			chances := make([]int32, len(p.Blocks))
			for i := range chances {
				chances[i] = 900
			}
			p.discountComments(chances)
			for i, c := range chances {
				if !p.above[p.Blocks[i].Node].comments && p.wordsIn(i) > commentLineWords && c != 900 {
					t.Errorf("the chance of block %d, which is no comment, is %d", i, c)
				}
				if got := c == 900; p.above[p.Blocks[i].Node].comments && got != tt.thread {
					t.Fatalf("the chance of reply %d is %d", i, c)
				}
			}
		})
	}
}

// TestRepliesFirst holds posts to be content where no article comes before them, though the markup says nothing: what follows them is none
// that they could be about.
func TestRepliesFirst(t *testing.T) {
	t.Parallel()
	post := `<li class="comment"><p>` + reply + `</p></li>`
	for _, first := range []bool{true, false} {
		page := `<main><h1>No readings</h1>` + opening + `<ol>` + strings.Repeat(post, 9) + `</ol></main>`
		if first {
			page = `<main><h1>No readings</h1><ol>` + strings.Repeat(post, 9) + `</ol>` + opening + `</main>`
		}
		p := readPage(t, page)
		chances := make([]int32, len(p.Blocks))
		for i := range chances {
			chances[i] = 900
		}
		p.discountComments(chances)
		for i, c := range chances {
			if p.above[p.Blocks[i].Node].comments && (c == 900) != first {
				t.Errorf("posts first: %v; the chance of post %d is %d", first, i, c)
			}
		}
	}
}
