package choice_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/content"
)

// entries returns one element for each text, made of a pattern in which % is the text.
func entries(pattern string, texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(strings.ReplaceAll(pattern, "%", s))
	}
	return b.String()
}

func TestRepeated(t *testing.T) {
	t.Parallel()
	const post = "<li class=zz><div class=aa>%+</div>"
	tests := []struct {
		name, page string
		kind       content.Kind
		want       string
	}{
		{"button of cards", entries("<div class=k1><h3>%+</h3><p>good+</p><a href=/%>Buy+</a></div>", "a", "b", "c"), content.Article, "a+ good+ b+ good+ c+ good+"},
		{"buttons in other languages", entries("<div class=k1><h3>%+</h3><div><button>加入购物车+</button> <button>Vergleichen+</button></div></div>", "a", "b", "c"), content.Article, "a+ b+ c+"},
		{"numbers in classes differ", entries("<div class='odd k%'><h3>%+</h3><a href=/%>Mehr+</a></div>", "1", "2", "3"), content.Article, "1+ 2+ 3+"},
		{"two cards only", entries("<div class=k1><h3>%+</h3><a href=/%>Buy+</a></div>", "a", "b"), content.Article, "a+ Buy+ b+ Buy+"},
		{"label that is no link", entries("<div class=k1><h3>%+</h3><p>Fuel:+</p><p>gas %+</p></div>", "a", "b", "c"), content.Article, "a+ Fuel:+ gas a+ b+ Fuel:+ gas b+ c+ Fuel:+ gas c+"},
		{"attribute that one lacks", entries("<div class=k1><h3>%+</h3><a href=/x>Full-time+</a></div>", "a", "b", "c") + "<div class=k1><h3>d+</h3><a href=/y>Half+</a></div>", content.Article,
			"a+ Full-time+ b+ Full-time+ c+ Full-time+ d+ Half+"},
		{"card that is a link", entries("<a class=k1 href=/%><h3>%+</h3><p>Full-time+</p></a>", "a", "b", "c"), content.Article, "a+ Full-time+ b+ Full-time+ c+ Full-time+"},
		{"cell of a table", "<table>" + entries("<tr><td>%+<td><a href=/yes>yes+</a>", "a", "b", "c") + "</table>", content.Article, "a+ yes+ b+ yes+ c+ yes+"},
		{"entries of nothing else", "<ul>" + entries("<li><a href=/%>Row+</a>", "a", "b", "c") + "</ul><p>x+</p>", content.Article, "Row+ Row+ Row+ x+"},
		{"terms in a card", entries("<div class=k1><dl><dt><a href=/c>Colour+</a><dd>%+</dl></div>", "a", "b", "c"), content.Article, "Colour+ a+ Colour+ b+ Colour+ c+"},
		{"refrain", "<p>Row+</p><p>a+</p><p>Row+</p><p>b+</p><p>Row+</p>", content.Article, "Row+ a+ Row+ b+ Row+"},

		{"tools of posts", "<ol>" + entries(post+"<div class=foot><a>Reply+</a> <a>Quote+</a></div>", "a", "b", "c") + "</ol>", content.Forum, "a+ b+ c+"},
		{"tools of posts in a list", "<ol>" + entries(post+"<ul><li>Varoita+<li>Lainaa+</ul>", "a", "b", "c") + "</ol>", content.Forum, "a+ b+ c+"},
		{"tools that own posts lack", "<ol>" + entries(post+"<p>Quote+</p>", "a", "b", "c") + "<li class=zz><div class=aa>d+</div></ol>", content.Forum, "a+ b+ c+ d+"},
		{"title of all posts", "<ol>" + entries("<li class=zz><h3>Re: Tides+</h3><div class=aa>%+</div>", "a", "b", "c") + "</ol>", content.Forum, "a+ b+ c+"},
		{"name of some posts", "<ol>" + entries(post+"<p>Ida+</p>", "a", "b", "c") + entries(post+"<p>Ole+</p>", "d", "e", "f") + "</ol>", content.Forum,
			"a+ Ida+ b+ Ida+ c+ Ida+ d+ Ole+ e+ Ole+ f+ Ole+"},
		{"day of all posts", "<ol>" + entries(post+"<p>3 May+</p>", "a", "b", "c") + "</ol>", content.Forum, "a+ 3 May+ b+ 3 May+ c+ 3 May+"},
		{"same answer", "<ol>" + entries("<li class=zz><div class=aa>%</div>", "yes+", "yes+", "yes+") + "</ol>", content.Forum, "yes+ yes+ yes+"},
		{"long text", "<ol>" + entries(post+"<p>"+strings.Repeat("row ", 20)+"+</p>", "a", "b", "c") + "</ol>", content.Forum,
			strings.TrimSpace(entries("%+ "+strings.Repeat("row ", 20)+"+ ", "a", "b", "c"))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(corrected(t, tt.page, tt.kind), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
