package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// TestDropCopies checks what is left out as a copy of text before it.
func TestDropCopies(t *testing.T) {
	t.Parallel()
	const (
		quoted = "Nobody on the quay would haul another, and the old hands laugh at those who try to sell them one for less."
		prose  = "It holds for years if it is kept dry, and it is easy on the hands of those who haul it, whatever the weather."
		offer  = "<h2>Evening class</h2><p>Join us on the quay each Monday, from seven in the evening, for an hour of knots that every sailor should know.</p><ul><li>all the rope you need</li><li>tea and a biscuit</li></ul>"
		other  = "<h2>Evening class</h2><p>Join us on the quay each Friday, from eight in the evening, for an hour of songs that every sailor should know.</p><ul><li>all the rope you need</li><li>tea and a biscuit</li></ul>"
		points = "<ul><li>all the rope you need, which you may keep when the evening is over</li><li>tea, a biscuit and a warm place by the stove of the club</li></ul>"
		table  = "<table><tr><th>Rope<th>Use</tr><tr><td>hemp<td>" + prose + "</tr></table>"
		verse  = "<p>The tide is in and the lamp is lit.</p><p>The ferry sleeps at the harbour wall.</p><p>And nobody knows who will sail in it.</p>"
	)
	tests := []struct{ name, page, want string }{
		{"for narrow and wide screens", "<div>" + offer + "</div><div>" + offer + "</div>", "1111....+"},
		{"circle of quotations", "<div>" + offer + "</div><div>" + offer + "</div><div>" + offer + "</div>", "1111........+"},
		{"another offer with the same points", "<div>" + offer + "</div><div>" + other + "</div>", "11111111+"},
		{"other offers with the same points", "<div><h2>Knots</h2>" + points + "</div><div><h2>Songs</h2>" + points + "</div>", "111111+"},
		{"tables", "<div>" + table + "</div><div>" + table + "</div>", "11111111+"},
		{"code", "<div><pre>" + prose + "</pre></div><div><p>Again:</p><pre>" + prose + "</pre></div>", "111+"},
		{"quotation of a post", "<div><p>" + prose + "</p></div><div><blockquote><p>The keeper wrote:</p><p>" + prose + "</p></blockquote><p>So it is.</p></div>", "1..1+"},
		{"quotation of a part", "<div><p>" + prose + "</p></div><div><blockquote><p>" + prose + "</p><p>" + quoted + "</p></blockquote>" + opening + "</div>", "11111111+"},
		{"list that goes on", "<div>" + offer + "</div><div>" + strings.Replace(offer, "</ul>", "<li>and a song</li></ul>", 1) + "</div>", "1111..111+"},
		{"refrain", "<div>" + verse + "<p>One.</p>" + verse + "</div>", "1111111+"},
		{"a few words", "<div><p>Add to basket</p><p>Read more</p></div><div><p>Add to basket</p><p>Read more</p></div>", "1111+"},
		{"copy of what is left out", "<div class=out>" + offer + "</div><div>" + offer + "</div>", "....1111+"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, "<main>"+tt.page+"<p>The end of the page.</p></main>")
			p.findStructures()
			keep := make([]bool, len(p.Blocks))
			for i := range keep {
				keep[i] = !isOut(p, i)
			}
			p.DropCopies(keep)
			var got strings.Builder
			for i, yes := range keep {
				switch {
				case i == len(keep)-1:
					got.WriteByte('+')
				case yes:
					got.WriteByte('1')
				default:
					got.WriteByte('.')
				}
			}
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
		})
	}
}

// isOut reports whether an element around block i has the class out.
func isOut(p *Page, i int) bool {
	for at := p.Blocks[i].Node; at > 0; at = p.Tree.Nodes[at].Parent {
		if p.Tree.Raw(at, dom.Class) == "out" {
			return true
		}
	}
	return false
}
