package choice_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/choice"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
)

// corrected chooses the texts of a page that hold "+", and returns what is written after the correction, line by line.
func corrected(t testing.TB, page string, kind content.Kind) []string {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	parts := make([]dom.Part, len(tree.Texts))
	for i := range parts {
		if strings.Contains(tree.Span(int32(i)).Of(page), "+") {
			parts[i] = dom.Keep
		}
	}
	if err := choice.Correct(t.Context(), tree, parts, kind); err != nil {
		t.Fatal(err)
	}
	var kept []string
	for i, p := range parts {
		if p.Written() {
			kept = append(kept, tree.Span(int32(i)).Of(page))
		}
	}
	return kept
}

func TestCorrect(t *testing.T) {
	t.Parallel()
	const dialogue = "<h2>Cookies+</h2><p>We use cookies+ and more cookies.</p>"
	tests := []struct{ name, page, want string }{
		{"dialogue by role", "<div role=dialog>" + dialogue + "</div><p>a+</p><p>b+</p>", "a+ b+"},
		{"dialogue by class", "<div class='x cookie-banner'>" + dialogue + "</div><p>a+</p><p>b+</p>", "a+ b+"},
		{"dialogue by id", "<div id=onetrust-banner-sdk>" + dialogue + "</div><p>a+</p><p>b+</p>", "a+ b+"},
		{"dialogue is all there is", "<div role=dialog>" + dialogue + "</div>", "Cookies+ We use cookies+ and more cookies."},
		{"dialogue of something else", "<div role=dialog><p>Row+</p><p>and row+</p></div><p>a+</p><p>b+</p>", "Row+ and row+ a+ b+"},
		{"article about cookies", "<article class=cookies>" + dialogue + "</article><p>a+</p><p>b+</p>", "Cookies+ We use cookies+ and more cookies. a+ b+"},
		{"dialogue that nobody chose", "<div role=dialog><p>cookies cookies</p></div><p>a+</p>", "a+"},

		{"embedded picture without a caption", "<p>a+</p><blockquote class=instagram-media><a href=/p/1>View this post on Instagram+</a><p>A post shared by Tern (@tern)</p></blockquote><p>b+</p>", "a+ b+"},
		{"embedded picture with a caption", "<p>a+</p><blockquote class=instagram-media><p>+" + "Gulls at dawn on the steps of the harbour office.</p></blockquote><p>b+</p>", "a+ +Gulls at dawn on the steps of the harbour office. b+"},
		{"embedded picture is all there is", "<blockquote class=instagram-media><a href=/p/1>View this post on Instagram+</a></blockquote>", "View this post on Instagram+"},

		{"heading before text", "<div><p>a+</p><h2>H</h2><p>b+</p></div>", "a+ H b+"},
		{"heading in a box of its own", "<div><p>a+</p><div><header><h3>H</h3></header></div><ul><li>b+</ul></div>", "a+ H b+"},
		{"heading with an anchor", "<div><p>a+</p><h2>H<a href=#h>¶</a></h2><p>b+</p></div>", "a+ H ¶ b+"},
		{"heading first", "<div><h2>H</h2><p>b+</p></div>", "b+"},
		{"heading before what goes", "<div><p>a+</p><h2>H</h2><p>x</p><p>b+</p></div>", "a+ b+"},
		{"heading of a teaser", "<div><p>a+</p><h2><a href=/x>Another story</a></h2><p>b+</p></div>", "a+ b+"},
		{"heading of another element", "<div><p>a+</p></div><div><h2>H</h2></div><div><p>b+</p></div>", "a+ b+"},
		{"heading in a side box", "<div><p>a+</p><aside><h2>H</h2><p>b+</p></aside></div>", "a+ b+"},
		{"title of the page", "<div><p>a+</p><h1>H</h1><p>b+</p></div>", "a+ b+"},

		{"embedded post", "<div><p>a+</p><blockquote class=twitter-tweet><p>Post</p>by</blockquote><p>b+</p></div>", "a+ Post by b+"},
		{"embedded post at the end", "<div><p>a+</p><blockquote class=twitter-tweet><p>Post</p></blockquote></div>", "a+"},
		{"other quotation", "<div><p>a+</p><blockquote class=pull><p>Post</p></blockquote><p>b+</p></div>", "a+ b+"},

		{"most of the terms", "<p>a+</p><dl><dt>T</dt><dd>a long one+</dd></dl>", "a+ T a long one+"},
		{"few of the terms", "<p>a+</p><dl><dt>T+</dt><dd>a long one</dd></dl>", "a+"},
		{"terms that lay out a page", "<p>a+</p><dl><dt>T+</dt><dd>" + strings.Repeat("long ", 2000) + "</dd></dl>", "a+ T+"},
		{"terms in a side box", "<p>a+</p><aside><dl><dt>T+</dt><dd>a long one</dd></dl></aside>", "a+ T+"},

		{"plain page", "<p>a long beginning of it+</p><h2>H</h2><p>b</p><h2><a name=x>I</h2><p>c</p>", "a long beginning of it+ H b I c"},
		{"plain page, links", "<p>a long beginning of it+</p><h2>H</h2><p>b</p><h2>I</h2><p><a href=x>c</a></p>", "a long beginning of it+ H b I"},
		{"plain page, most goes", "<p>a+</p><h2>H</h2><p>a long end of it</p><h2>I</h2><p>c</p>", "a+"},
		{"page with classes", "<p>a long beginning of it+</p><h2>H</h2><p class=x>b</p><h2>I</h2>", "a long beginning of it+"},
		{"page in a table", "<table><tr><td><p>a long beginning of it+</p><h2>H</h2><p>b</p><h2>I</h2></table>", "a long beginning of it+"},
		{"page without sections", "<p>a long beginning of it+</p><p>b</p>", "a long beginning of it+"},

		{"source of a quotation", "<blockquote><p>a+</p><footer>by <cite>Ida</cite></footer></blockquote>", "a+ by Ida"},
		{"source of a quotation that goes", "<p>a+</p><blockquote><p>x</p><cite>Ida</cite></blockquote>", "a+"},
		{"cite outside", "<blockquote><p>a+</p></blockquote><p><cite>Ida</cite></p>", "a+"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, strings.Join(corrected(t, tt.page, content.Article), " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestHiddenParts holds that parts that say more than what is content stay as they are.
func TestHiddenParts(t *testing.T) {
	t.Parallel()
	tree, err := dom.Parse(t.Context(), "<div><p>a</p><h2>H</h2><p>b</p></div>")
	if err != nil {
		t.Fatal(err)
	}
	parts := []dom.Part{dom.Keep, dom.FirstHidden, dom.Keep}
	if err := choice.Correct(t.Context(), tree, parts, content.Article); err != nil || parts[1] != dom.FirstHidden {
		t.Errorf("%v, %v", parts, err)
	}
}

//nolint:paralleltest // measures the CPU time of the process
func TestGrowth(t *testing.T) {
	htmltest.Growth(t, func(page string) {
		tree, err := dom.Parse(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		parts := make([]dom.Part, len(tree.Texts))
		for i := range parts {
			parts[i] = dom.Part(i % 2)
		}
		if err := choice.Correct(t.Context(), tree, parts, content.Forum); err != nil {
			t.Error(err)
		}
	})
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(140_000) {
		tree, err := dom.Parse(t.Context(), p.HTML)
		if err != nil {
			t.Fatal(err)
		}
		if err := choice.Correct(htmltest.Expiring(0), tree, make([]dom.Part, len(tree.Texts)), content.Forum); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}
