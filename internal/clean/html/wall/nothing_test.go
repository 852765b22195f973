package wall_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/wall"
	"github.com/copydesk/copydesk/internal/text"
)

// TestNothing holds which pages of which nothing was chosen are empty shells: those with next to no words besides menus, header and footer.
func TestNothing(t *testing.T) {
	t.Parallel()
	menu := `<div class="site-nav"><ul>` + strings.Repeat("<li><a href=/a>Tide tables of the year</a></li>", 20) + "</ul></div>"
	foot := `<div id=footer><p>By using these pages you agree to the rules of the harbour and of the county, which are on display in the office.</p></div>`
	lines := strings.Repeat("<div>A word and another</div>", 10)
	tests := []struct {
		name, page string
		want       text.PageKind
	}{
		{"no text", "<html><body><div id=root></div></body></html>", text.PageEmpty},
		{"menu and footer that are named so", "<html><title>Lamps</title><body>" + menu + "<div id=app></div>" + foot, text.PageEmpty},
		{"menu and footer by their elements", "<html><body><nav><a>Home</a></nav><main></main><footer>" + foot + "</footer>", text.PageEmpty},
		{"a few words", "<html><body>" + menu + "<main>Loading…</main>", text.PageEmpty},
		{"words in the middle", "<html><body>" + menu + "<main>" + lines + "</main>" + foot, text.PageUnknown},
		{"words in a part of the middle that is named as a menu", "<html><body><div class=menu-open>" + menu + "<main>" + lines + "</main></div>", text.PageUnknown},
		{"a table of scores", "<html><body>" + menu + "<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>", text.PageUnknown},
		{"a piece of markup", "<nav><a href=/>Home</a></nav>", text.PageUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tree, err := dom.Parse(t.Context(), tt.page)
			if err != nil {
				t.Fatal(err)
			}
			got, err := wall.Nothing(t.Context(), tree, make([]dom.Part, len(tree.Texts)))
			if err != nil || got.Kind != tt.want {
				t.Errorf("kind %d, want %d (%v)", got.Kind, tt.want, err)
			}
		})
	}
}
