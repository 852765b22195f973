package content_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/racetest"
)

// growing are pages, by a number of parts, on which work that depends on the depth or the size of the page for each block would
// grow as its square.
var growing = map[string]func(n int) string{
	"nested elements": func(n int) string { return strings.Repeat("<div>a b c.", n) },
	"nested lists":    func(n int) string { return strings.Repeat("<ul><li>a b c.", n) },
	"deep and wide":   func(n int) string { return strings.Repeat("<div>", n) + strings.Repeat("<p>a b c.</p>", n) },
	"comments":        func(n int) string { return strings.Repeat(`<div class="comment">a b c d.`, n) },
	"long class": func(n int) string {
		return `<div class="` + strings.Repeat("a", 8*n) + `">` + strings.Repeat("<p>a.</p>", n)
	},
	"one-letter lines": func(n int) string { return strings.Repeat("<p>a", n) },
	"headings":         func(n int) string { return strings.Repeat("<h2>a b</h2><p>c d.</p>", n) },
	"kept and dropped": func(n int) string {
		return strings.Repeat("<p>The boat was seen off the reef by two of the keepers, who said so on Tuesday.</p><p><a href=x>y</a></p>", n)
	},
	"code": func(n int) string {
		return `<div><p>The boat was seen off the reef by two of the keepers, who said so on Tuesday.</p>` + strings.Repeat("<pre>a b</pre>", n) +
			`<p>The boat was seen off the quay by three of the keepers, who said so on Friday.</p></div>`
	},
	"lists twice": func(n int) string {
		var list strings.Builder
		for i := range n / 2 {
			fmt.Fprintf(&list, "<li>The keeper of boat %d.", i)
		}
		return strings.Repeat("<div><ul>"+list.String()+"</ul></div>", 2)
	},
	"table":    func(n int) string { return "<table>" + strings.Repeat("<tr><td>a<td>b", n) + "</table>" },
	"siblings": func(n int) string { return strings.Repeat(`<div class="a"></div><p class=b>c d`, n) },
}

// TestGrowth reads pages of n parts and of four times as many: the time of the latter is at most six times that of the former.
func TestGrowth(t *testing.T) { //nolint:paralleltest // it takes time
	racetest.Skip(t)
	const n = 1000
	for name, page := range growing {
		small, large := treeOf(t, page(n)), treeOf(t, page(4*n))
		ratio := 0.0
		for range 12 { // busy machines: the best of some tries counts
			if ratio = float64(timeOf(t, large)) / float64(timeOf(t, small)); ratio < 6 {
				break
			}
		}
		if ratio >= 6 {
			t.Errorf("%s: four times the page takes %.1f times as long", name, ratio)
		}
	}
}

func treeOf(t testing.TB, page string) *dom.Tree {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// timeOf is the shorter of two times that Select takes.
func timeOf(t *testing.T, tree *dom.Tree) time.Duration {
	t.Helper()
	best := time.Hour
	for range 2 {
		start := time.Now()
		if _, err := content.Select(t.Context(), tree, content.Said{}, content.Balanced); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	return best
}

// countdown is a context that ends after it has been asked some number of times whether it has.
type countdown struct {
	context.Context //nolint:containedctx // it is a context

	left, asked int
}

func (c *countdown) Err() error {
	c.asked++
	if c.asked > c.left {
		return context.DeadlineExceeded
	}
	return nil
}

// TestDeadline ends the context at each tenth of the looks that Select takes at it: Select must return at once, however far it is. Looks
// are at most some 64 KiB of text, or eight blocks, apart.
func TestDeadline(t *testing.T) {
	t.Parallel()
	for name, page := range growing {
		tree := treeOf(t, page(2000))
		whole := &countdown{Context: t.Context(), left: 1 << 30}
		if _, err := content.Select(whole, tree, content.Said{}, content.Balanced); err != nil {
			t.Fatal(err)
		}
		if least := len(tree.Page) >> 16; whole.asked < least || whole.asked < 10 {
			t.Errorf("%s: looked at the context %d times", name, whole.asked)
		}
		for i := range 10 {
			c := &countdown{Context: t.Context(), left: whole.asked * i / 10}
			_, err := content.Select(c, tree, content.Said{}, content.Balanced)
			if !errors.Is(err, context.DeadlineExceeded) || c.asked > c.left+1 {
				t.Errorf("%s: ended at look %d: %v after %d", name, c.left, err, c.asked)
			}
		}
	}
}
