package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// TestKeepInserts holds which tables and code are kept for the text that they stand in.
func TestKeepInserts(t *testing.T) {
	t.Parallel()
	const (
		table = "<table><tr><th>Week<th>Miles<th>Rest</tr><tr><td>1<td>12<td>Monday</tr><tr><td>2<td>14<td>Friday</tr></table>"
		code  = "<pre>gauge --port 9 --every 60</pre>"
	)
	tests := []struct {
		name, page string
		chance     int32 // of what is no paragraph of opening
		press      int32
		want       bool
	}{
		{"table", opening + table + opening, 250, 0, true},
		{"table with wrappers around it", opening + "<div><figure>" + table + "</figure></div>" + opening, 250, 0, true},
		{"unlikely table", opening + table + opening, 150, 0, false},
		{"table in an article of the press", opening + table + opening, 250, 100, false},
		{"likely table in an article of the press", opening + table + opening, 450, 100, true},
		{"table after the text", "<div>" + opening + "</div>" + table, 250, 0, false},
		{"table before the text", table + "<div>" + opening + "</div>", 250, 0, false},
		{"table beside the text", "<div>" + opening + "</div><div><h2>More</h2>" + table + "<p>Less</p></div><div>" + opening + "</div>", 250, 0, false},
		{"table in an aside", opening + "<aside>" + table + "</aside>" + opening, 250, 0, false},
		{"table of links", opening + "<table><tr><th><a href=1>Monday</a><th><a href=2>Tuesday</a></tr><tr><td><a href=3>Boats</a><td><a href=4>Tides</a></tr></table>" + opening, 250, 0, false},
		{"table that lays out a page", opening + "<table><tr><td><h2>More</h2><td>Join us on the quay.</tr></table>" + opening, 250, 0, false},
		{"code", opening + code + opening, 250, 0, true},
		{"code with its line numbers", opening + "<div><table><tr><td><pre>1\n2</pre><td>" + code + "</tr></table></div>" + opening, 250, 0, true},
		{"code in another element", "<div>" + opening + "</div><div><h2>More</h2>" + code + "</div>" + opening, 250, 0, false},
		{"line between paragraphs", opening + "<p>Share</p>" + opening, 250, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := readPage(t, "<main>"+tt.page+"</main>")
			p.press = tt.press
			p.findStructures()
			keep, want := make([]bool, len(p.Blocks)), make([]bool, len(p.Blocks))
			chances := make([]int32, len(p.Blocks))
			for i := range keep {
				keep[i], chances[i] = p.Blocks[i].Prose(), tt.chance
				want[i] = keep[i] || tt.want && p.contextOf(i)&dom.Paragraph == 0
			}
			p.keepInserts(keep, chances)
			if diff := cmp.Diff(want, keep); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
		})
	}
}
