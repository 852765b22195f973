package content_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
)

// selected selects from a page as Clean does.
func selected(t testing.TB, tree *dom.Tree, want content.Preference) content.Selection {
	t.Helper()
	data, err := linked.Read(t.Context(), tree)
	if err != nil {
		t.Fatal(err)
	}
	said, err := meta.Read(t.Context(), tree, data, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := content.Select(t.Context(), tree, content.SaidBy(said, tree.Page), want)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// chosen selects from a page and returns the texts that are kept, and those that readers wrote.
func chosen(t testing.TB, page string, want content.Preference) (kept, replies string, s content.Selection) {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	s = selected(t, tree, want)
	if len(s.Parts) != len(tree.Texts) || s.Confidence < 0 || s.Confidence > 1 {
		t.Fatalf("%d parts of %d texts, confidence %v", len(s.Parts), len(tree.Texts), s.Confidence)
	}
	var main, other []string
	for i, p := range s.Parts {
		switch p {
		case dom.Keep:
			main = append(main, tree.Span(int32(i)).Of(page))
		case dom.Reply:
			other = append(other, tree.Span(int32(i)).Of(page))
		case dom.LeaveOut, dom.Headline, dom.FirstHidden:
		}
	}
	return strings.Join(main, "|"), strings.Join(other, "|"), s
}

// paragraphs are a story; each is long enough to be recognised.
var paragraphs = []string{
	"The harbour of Saltmarsh was quiet that evening, and nobody on the quay had seen the boat leave before the fog came in.",
	"A keeper on the cliff said later that he had heard an engine, but took it for the ferry that brings the mail from Kestrel Bay.",
	"By morning the storm had passed, and two fishermen found the hull near the northern reef with its lamp still burning.",
	"They towed it home, and the mayor came down to the quay to have a look at what was left of mast and sails.",
	"Who had sailed it, and why, is not known yet; the council will hear the harbour master on Tuesday, when he is back.",
}

// article is a news page with the usual things around its text.
func article() string {
	return `<!doctype html><html lang=en><head><title>Boat found at northern reef - Kestrel Bay Courier</title>
<meta property="og:type" content="article"></head><body>
<header class="site-header"><a href="/">Kestrel Bay Courier</a><nav class="main-menu"><ul><li><a href="/news">News</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li><li><a href="/tides">Tides</a></li></ul></nav></header>
<main><article class="post"><h1 class="entry-title">Boat found at northern reef</h1><div class="byline">By Lena Brandt</div>
<div class="entry-content"><p>` + strings.Join(paragraphs, "</p><p>") + `</p></div>
<div class="share-buttons"><a href="#">Share on Facebook</a><a href="#">Tweet</a></div></article>
<section class="related-posts"><h3>Related stories</h3><ul><li><a href="/1">Council to vote on lighthouse</a></li>
<li><a href="/2">Ferry late again</a></li></ul></section>
<section id="comments" class="comments-area"><h3>2 comments</h3><ol class="comment-list"><li class="comment"><p>I saw that lamp from my window
at about four in the morning.</p></li><li class="comment"><p>My brother found the oars on the beach yesterday.</p></li></ol></section></main>
<aside class="sidebar"><h4>Newsletter</h4><p>Sign up for our newsletter and never miss a story.</p></aside>
<footer class="site-footer"><p>Copyright 2026 Kestrel Bay Courier. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer></body></html>`
}

func TestArticle(t *testing.T) {
	t.Parallel()
	kept, replies, s := chosen(t, article(), content.Balanced)
	if diff := cmp.Diff(strings.Join(paragraphs, "|"), kept); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(replies, "lamp from my window") || !strings.Contains(replies, "found the oars") {
		t.Errorf("replies are %q", replies)
	}
	if s.Kind != content.Article || s.Confidence < .8 {
		t.Errorf("kind %v, confidence %v", s.Kind, s.Confidence)
	}
}

// TestManyComments holds the article apart from comments that are several times as long: they make the page look like a forum's.
func TestManyComments(t *testing.T) {
	t.Parallel()
	const comment = `<li class="comment even"><div class="comment-body"><p>I sailed past that reef for twenty years, and nobody has ever found a lamp still
burning there in the morning; whoever lit it must have been on board until the storm was nearly over.</p></div></li>`
	page := strings.Replace(article(), `<ol class="comment-list">`, `<ol class="comment-list">`+strings.Repeat(comment, 40), 1)
	kept, replies, s := chosen(t, page, content.Balanced)
	if diff := cmp.Diff(strings.Join(paragraphs, "|"), kept); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := strings.Count(replies, "twenty years"); n != 40 {
		t.Errorf("%d of 40 comments are replies; the page is of kind %v", n, s.Kind)
	}
}

// TestPreference holds the order of the preferences: what precision keeps balance keeps, and recall keeps that.
func TestPreference(t *testing.T) {
	t.Parallel()
	tree, err := dom.Parse(t.Context(), article())
	if err != nil {
		t.Fatal(err)
	}
	precise, balanced, complete := selected(t, tree, content.Precision), selected(t, tree, content.Balanced), selected(t, tree, content.Recall)
	for i := range precise.Parts {
		if precise.Parts[i] == dom.Keep && balanced.Parts[i] != dom.Keep || balanced.Parts[i] == dom.Keep && complete.Parts[i] != dom.Keep {
			t.Errorf("%q: %v, %v, %v", tree.Span(int32(i)).Of(tree.Page), precise.Parts[i], balanced.Parts[i], complete.Parts[i])
		}
	}
}

func TestFragment(t *testing.T) {
	t.Parallel()
	kept, _, _ := chosen(t, "<nav>Menu</nav><h2>Tea</h2><p>And cake.</p><div><button>Buy</button></div>", content.Balanced)
	if kept != "Tea|And cake." {
		t.Errorf("kept %q", kept)
	}
}

func TestShortPage(t *testing.T) {
	t.Parallel()
	kept, _, _ := chosen(t, "<html><head><title>Boat</title></head><body><p>Nobody saw the boat leave.</p></body></html>", content.Balanced)
	if kept != "Nobody saw the boat leave." {
		t.Errorf("kept %q", kept)
	}
}

// TestOneLink holds that a page of one link has its words, unless they are those that skip to what is not there.
func TestOneLink(t *testing.T) {
	t.Parallel()
	for page, want := range map[string]string{
		"<html><head><title>Report</title></head><body><p><a href=/r.pdf>Report of the harbour board for 2023</a></p></body></html>": "Report of the harbour board for 2023",
		"<html><head><title>Lamps</title></head><body><a href='#main'>Skip to content</a><div id=root></div></body></html>":          "",
		"<html><body><a href=/>Home and harbour news</a> <a href=/t>Tide tables of today</a></body></html>":                          "",
	} {
		if kept, _, _ := chosen(t, page, content.Balanced); kept != want {
			t.Errorf("%s: kept %q", page, kept)
		}
	}
}

func TestNothingToChoose(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"", "<html>", "<!-- -->", "<html><body><script>a</script></body></html>", "<html><title>a</title><body><div></div>"} {
		if kept, replies, _ := chosen(t, page, content.Balanced); kept+replies != "" {
			t.Errorf("%q: kept %q", page, kept+replies)
		}
	}
}

func FuzzSelect(f *testing.F) {
	f.Add(article())
	f.Add("<li><a href=x>a</a><h1>b</h1><table><td>1<td>€2<p hidden>c")
	f.Fuzz(func(t *testing.T, s string) {
		page := strings.ToValidUTF8(s, "\uFFFD")
		kept, replies, first := chosen(t, page, content.Balanced)
		again, repliesAgain, second := chosen(t, page, content.Balanced)
		if kept != again || replies != repliesAgain || first.Confidence != second.Confidence {
			t.Fatal("not deterministic")
		}
	})
}

func BenchmarkSelect(b *testing.B) {
	page := article()
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		tree, err := dom.Parse(b.Context(), page)
		if err != nil {
			b.Fatal(err)
		}
		selected(b, tree, content.Balanced)
	}
}
