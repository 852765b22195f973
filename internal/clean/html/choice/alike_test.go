package choice_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/content"
)

func TestAlike(t *testing.T) {
	t.Parallel()
	const card = "<div class=k1><h3>%+</h3><p>of %+</p></div>"
	cards := entries(card, "a", "b", "c")
	tests := []struct{ name, page, want string }{
		{"part of a card", cards + "<div class=k1><h3>d+</h3><p>of d</p></div>", "a+ of a+ b+ of b+ c+ of c+ d+ of d"},
		{"whole card", cards + "<div class=k1><h3>d</h3><p>of d</p></div>", "a+ of a+ b+ of b+ c+ of c+ d of d"},
		{"numbers in classes", entries("<section class='s% odd'><h4>%+</h4><p>of %+</p></section>", "1", "2", "3") + "<section class='s4 even'><h4>4</h4><p>of 4</p></section>", "1+ of 1+ 2+ of 2+ 3+ of 3+ 4 of 4"},
		{"posts in another language", entries("<li class=q><b>%+</b><div class=t>そうです%+</div></li>", "a", "b", "c") + "<li class=q><b>d</b><div class=t>いいえ</div></li>", "a+ そうですa+ b+ そうですb+ c+ そうですc+ d いいえ"},
		{"three cards only", entries(card, "a", "b") + "<div class=k1><h3>d</h3><p>of d</p></div>", "a+ of a+ b+ of b+"},
		{"part of which few stay", entries("<div class=k1><h3>%+</h3><p>of %</p></div>", "a", "b", "c") + "<div class=k1><h3>d+</h3><p>of d+</p></div>", "a+ b+ c+ d+ of d+"},
		{"card of another shape", cards + entries(card, "e") + "<aside><div class=k1><h3>d</h3><p>of d</p></div></aside>", "a+ of a+ b+ of b+ c+ of c+ e+ of e+"},
		{"paragraphs of one text", "<div><p>a+</p><p>b+</p><p>c+</p><p>d+</p><p>by Ida</p></div>", "a+ b+ c+ d+"},
		{"rows of a table", "<table>" + entries("<tr><td>%+<td>of %+", "a", "b", "c") + "<tr><td>d<td>of d</table>", "a+ of a+ b+ of b+ c+ of c+"},
		{"entries with one part", "<ul><li>a+<li>b+<li>c+<li>d</ul>", "a+ b+ c+"},
		{"long text", cards + "<div class=k1><h3>d+</h3><p>" + strings.Repeat("row ", 600) + "</p></div>", "a+ of a+ b+ of b+ c+ of c+ d+"},
		{"cards beside an article", "<p>" + strings.Repeat("row ", 40) + "+</p>" + cards + "<div class=k1><h3>d</h3></div>", strings.Repeat("row ", 40) + "+ a+ of a+ b+ of b+ c+ of c+"},
		{"form in a card", cards + "<form><div class=k1><h3>d</h3><p>of d</p></div></form>", "a+ of a+ b+ of b+ c+ of c+"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(corrected(t, tt.page, content.Listing), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
