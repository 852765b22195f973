package content

import (
	"strings"
	"testing"
)

// TestFindComments holds what is taken for readers' comments: named elements, and what is under a heading that announces them after an article.
func TestFindComments(t *testing.T) {
	t.Parallel()
	const said = "<p>It was never the lamp, whatever the harbour master says about it.</p>"
	tests := []struct {
		name, page string
		want       bool // said is a comment
	}{
		{"named element", opening + `<div class="comments">` + said + `</div>`, true},
		{"name of both words in one", opening + `<div class="readerComments">` + said + `</div>`, true},
		{"heading beside them", opening + `<div><h2>Comments</h2>` + said + `</div>`, true},
		{"heading before their element", `<div>` + opening + `</div><div><div><h3>12 Kommentare</h3></div><div>` + said + `</div></div>`, true},
		{"line that counts them", `<div>` + opening + `</div><div><p>Comments (3)</p><div>` + said + `</div></div>`, true},
		{"no article before them", `<div><h2>Comments</h2>` + said + `</div>` + opening, false},
		{"heading within the article", opening + `<h2>The comments of the harbour master</h2><p>` + said + `</p>` + opening, false},
		{"a sentence of few words", opening + `<p>No comment yet.</p>` + said, false},
		{"another heading", opening + `<div><h2>The lamp</h2>` + said + `</div>`, false},
		{"heading that counts thoughts", `<div>` + opening + `</div><div><h3>3 thoughts on the lamp</h3><div>` + said + `</div></div>`, true},
		{"last part of an article", `<div>` + opening + `</div><div><h3>Final thoughts</h3><div>` + said + `</div></div>`, false},
		{"questions and answers", `<div>` + opening + `</div><div><h3>Fragen und Antworten</h3><div>` + said + `</div></div>`, false},
		{"headline with such a word", `<div>` + opening + `</div><div><h2>Comments on a silent gauge</h2><div>` + said + `</div></div>`, false},
		{"link to them", `<div>` + opening + `</div><div><p><a href="#c">12 comments</a></p><div>` + said + `</div></div>`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, `<title>Comments on a silent gauge</title><main><h1>No readings</h1>`+tt.page+`</main>`)
			for i := range p.Blocks {
				text := p.Tree.Span(p.Blocks[i].FirstText).Of(p.Tree.Page)
				if strings.HasPrefix(text, "It was never") && p.comments[i] != tt.want {
					t.Errorf("%q is a comment: %v", text, p.comments[i])
				}
				if strings.HasPrefix(text, "After the last update") && p.comments[i] {
					t.Error("the article is a comment")
				}
			}
		})
	}
}

// TestShortPost holds comments on an article of a line to be none of the content where a program for blogs made them.
func TestShortPost(t *testing.T) {
	t.Parallel()
	for class, want := range map[string]bool{"comment even thread-even depth-1": false, "comment": true} {
		one := `<li class="` + class + `"><p>` + reply + `</p></li>`
		p := readPage(t, `<main><h1>No readings</h1><p>The gauge by the harbour is silent.</p><ol>`+strings.Repeat(one, 9)+`</ol></main>`)
		chances := make([]int32, len(p.Blocks))
		for i := range chances {
			chances[i] = 900
		}
		p.discountComments(chances)
		for i, c := range chances {
			if p.comments[i] && (c == 900) != want {
				t.Errorf("%s: the chance of reply %d is %d", class, i, c)
			}
		}
	}
}
