package content

import (
	"strings"
	"testing"
)

// TestHead holds how the head of an article is corrected: what the page says of itself decides, and only on pages of the press.
func TestHead(t *testing.T) {
	t.Parallel()
	const (
		said  = `<meta name="description" content="The gauge by the harbour has sent no readings since Tuesday, and nobody knows why.">`
		stand = `The gauge by the harbour has sent no readings since Tuesday, and nobody knows why.`
		title = `<title>Silence at the quay as the gauge fails</title>`
	)
	tests := []struct {
		name, head, before string
		press              int32
		of                 string // how the block that is meant begins
		kept, want         bool
	}{
		{"standfirst", said, "<p>" + stand + "</p>", 100, "The gauge by", false, true},
		{"standfirst as a heading, after a kicker", said, "<p>Harbour</p><h2>" + stand + "</h2>", 100, "The gauge by", false, true},
		{"standfirst that was shortened", said, "<p>The gauge by the harbour has sent no readings since Tuesday.</p>", 100, "The gauge by", false, true},
		{"on no page of the press", said, "<p>" + stand + "</p>", 10, "The gauge by", false, false},
		{"nothing described", "", "<p>" + stand + "</p>", 100, "The gauge by", false, false},
		{"another text with words of the description", said, "<p>Since the harbour has a gauge, the readings say why nobody knows the tide.</p>", 100, "Since the", false, false},
		{"caption", said, "<figure><img src=a.png><figcaption>" + stand + "</figcaption></figure>", 100, "The gauge by", false, false},
		{"link to another page", said, `<p><a href="/other">` + stand + "</a></p>", 100, "The gauge by", false, false},
		{"far from the headline", said, strings.Repeat("<p>Share</p>", standfirstBlocks) + "<p>" + stand + "</p>", 100, "The gauge by", false, false},
		{"standfirst by its name", "", `<p class="article__dek">` + stand + "</p>", 100, "The gauge by", false, true},
		{"standfirst by the name around it", "", `<div class="articleSubtitle"><div><h2>` + stand + "</h2></div></div>", 100, "The gauge by", false, true},
		{"name on no page of the press", "", `<p class="article__dek">` + stand + "</p>", 10, "The gauge by", false, false},
		{"name of a link", "", `<p class="standfirst"><a href="/other">` + stand + "</a></p>", 100, "The gauge by", false, false},
		{"name of a caption in it", "", `<div class="summary"><p class="photo-caption">` + stand + "</p></div>", 100, "The gauge by", false, false},
		{"name of a list", "", `<div class="summary"><ul><li>` + stand + "</li></ul></div>", 100, "The gauge by", false, false},
		{"name of all around the article", "", `<div class="summary"><p>` + stand + "</p><p>Share</p><p>Print</p></div>", 100, "The gauge by", false, false},
		{"name of a few words", "", `<p class="dek">The gauge by</p>`, 100, "The gauge by", false, false},
		{"headline with a kicker", title, "<h2>Kestrel Bay: Silence at the quay as the gauge fails</h2>", 100, "Kestrel Bay", true, false},
		{"headline in a header that the first is not in", "", `<article><div><header><h2>What the harbour master says of it</h2></header>`, 100, "What the", true, false},
		{"heading of an item", "", `<ul><li><div><header><h2>What the harbour master says of it</h2></header></div></li></ul>`, 100, "What the", true, true},
		{"headline by its name", "", `<article><div><div class="articleTitle"><h2><span>What the harbour master says of it</span></h2></div>`, 100, "What the", true, false},
		{"heading in the header of the first", "", `<div class="title"><p>Harbour</p></div><header><h3>What the harbour master says of it</h3></header>`, 100, "What the", true, true},
		{"heading of the text", "", `<article><div><h2>What the harbour master says of it</h2></div>`, 100, "What the", true, true},
		{"subheading", title, "<h2>What the harbour master says of it</h2>", 100, "What the", true, true},
		{"paragraph that begins as the headline does", title, "<p>Silence at the quay as the gauge fails.</p>", 100, "Silence at", true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, tt.head+`<main><h1>No readings</h1>`+tt.before+opening+`</main>`)
			p.press = tt.press
			keep := make([]bool, len(p.Blocks))
			at := -1
			for i := range keep {
				text := p.Tree.Span(p.Blocks[i].FirstText).Of(p.Tree.Page)
				keep[i] = strings.HasPrefix(text, "After the last update")
				if strings.HasPrefix(text, tt.of) && at < 0 {
					at, keep[i] = i, tt.kept
				}
			}
			p.correctHead(keep)
			if keep[at] != tt.want {
				t.Errorf("it is kept: %v", keep[at])
			}
		})
	}
}
