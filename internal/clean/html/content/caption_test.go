package content

import (
	"strings"
	"testing"
)

// TestCredits holds what is left out of an article of the press though its chances are high.
func TestCredits(t *testing.T) {
	t.Parallel()
	const said = "The gauge by the harbour, painted red since Tuesday."
	tests := []struct {
		name, page string
		press      int32
		of         string // how the block that is meant begins
		want       bool   // it is kept
	}{
		{"caption by its element", "<figure><img src=a.png><figcaption>" + said + "</figcaption></figure>", 100, "The gauge by", false},
		{"caption by its name", `<div class="wp-caption"><img src=a.png><p class="wp-caption-text">` + said + "</p></div>", 100, "The gauge by", false},
		{"caption by the name around it", `<div class="imageCaption"><div><p>` + said + "</p></div></div>", 100, "The gauge by", false},
		{"caption on no page of the press", `<p class="caption">` + said + "</p>", 10, "The gauge by", true},
		{"paragraph", "<p>" + said + "</p>", 100, "The gauge by", true},
		{"caption of a table", `<table><caption>` + said + "</caption><tr><td>1<td>2<tr><td>3<td>4</table>", 100, "The gauge by", true},
		{"much that is named so", `<div class="caption">` + strings.Repeat("<p>"+said+"</p>", 6) + "</div>", 100, "The gauge by", true},
		{"credit in brackets", "<p>(Photo: Kestrel Post)</p>", 100, "(Photo", false},
		{"sentence in brackets", "<p>(Nobody knows why it failed, or who painted it.)</p>", 100, "(Nobody", true},
		{"brackets within a line", "<p>(Some) of it (all)!</p>", 100, "(Some", true},
		{"brackets in a list", "<ul><li>(Some) of it (all)<li>And more</ul>", 100, "(Some", true},
		{"byline", `<p class="textauthor">von Edda Lund</p>`, 100, "von Edda", false},
		{"byline of the whole text", `<div class="author"><p>` + said + "</p></div>", 100, "The gauge by", true},
		{"heading named so", `<h2 class="author">The painter</h2>`, 100, "The painter", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, `<main><h1>No readings</h1>`+opening+tt.page+opening+`</main>`)
			p.press = tt.press
			keep := make([]bool, len(p.Blocks))
			for i := range keep {
				keep[i] = true
			}
			p.findStructures()
			p.dropCredits(keep)
			for i := range keep {
				text := p.Tree.Span(p.Blocks[i].FirstText).Of(p.Tree.Page)
				if strings.HasPrefix(text, tt.of) && keep[i] != tt.want {
					t.Errorf("%q is kept: %v", text, keep[i])
				}
				if strings.HasPrefix(text, "After the last update") && !keep[i] {
					t.Error("the article is gone")
				}
			}
		})
	}
}

// TestGallery holds that captions stay where they tell the story.
func TestGallery(t *testing.T) {
	t.Parallel()
	one := `<figure><img src=a.png><figcaption>A girl in a red coat feeds the gulls from the steps of the old harbour office.</figcaption></figure>`
	p := readPage(t, `<main><h1>Gulls</h1><p>Ten pictures from the quay.</p>`+strings.Repeat(one, 10)+`</main>`)
	p.press = 900
	keep := make([]bool, len(p.Blocks))
	for i := range keep {
		keep[i] = true
	}
	p.findStructures()
	p.dropCredits(keep)
	for i := range keep {
		if !keep[i] {
			t.Fatalf("block %d is gone", i)
		}
	}
}

// TestFillPress holds that a line of which nothing is sure is filled in between kept blocks, but not in an article of the press.
func TestFillPress(t *testing.T) {
	t.Parallel()
	for press, want := range map[int32]bool{0: true, 900: false} {
		p := readPage(t, `<main><h1>No readings</h1>`+opening+`<p>Wrap up the year with us</p>`+opening+`</main>`)
		p.press = press
		chances, keep := make([]int32, len(p.Blocks)), make([]bool, len(p.Blocks))
		at := -1
		for i := range keep {
			chances[i], keep[i] = 900, true
			if strings.HasPrefix(p.Tree.Span(p.Blocks[i].FirstText).Of(p.Tree.Page), "Wrap up") {
				at, chances[i], keep[i] = i, 300, false
			}
		}
		p.findStructures()
		p.fill(keep, chances)
		if keep[at] != want {
			t.Errorf("press %d: filled in: %v", press, keep[at])
		}
	}
}

// TestPullQuotes holds that a sentence of the text that is set beside it is left out, and that quotations are not.
func TestPullQuotes(t *testing.T) {
	t.Parallel()
	const said = "the gauge by the harbour has sent no readings since Tuesday"
	tests := []struct {
		name, page string
		press      int32
		want       bool // the block that begins with "Mind" is kept
	}{
		{"repeated", `<blockquote>Mind: ` + said + `</blockquote>`, 100, false},
		{"repeated, by its name", `<div class="c-pullquote"><p>Mind: ` + said + `</p></div>`, 100, false},
		{"on no page of the press", `<blockquote>Mind: ` + said + `</blockquote>`, 10, true},
		{"not repeated", `<blockquote>Mind: nobody has said so before, nor since the storm of Tuesday</blockquote>`, 100, true},
		{"a few words", `<blockquote>Mind: the gauge</blockquote>`, 100, true},
		{"a paragraph", `<p>Mind: ` + said + `</p>`, 100, true},
		{"an embedded post", `<blockquote class="twitter-tweet"><p>Mind: ` + said + `</p></blockquote>`, 100, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, `<main><h1>No readings</h1>`+opening+tt.page+`<p>The master wrote that `+said+`, which is odd.</p></main>`)
			p.press = tt.press
			keep := make([]bool, len(p.Blocks))
			for i := range keep {
				keep[i] = true
			}
			p.dropPullQuotes(keep)
			for i := range keep {
				text := p.Tree.Span(p.Blocks[i].FirstText).Of(p.Tree.Page)
				if want := tt.want || !strings.HasPrefix(text, "Mind"); keep[i] != want {
					t.Errorf("%q is kept: %v", text, keep[i])
				}
			}
		})
	}
}
