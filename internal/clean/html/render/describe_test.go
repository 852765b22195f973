package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

var kindNames = map[text.BlockKind]string{
	text.Paragraph: "paragraph", text.Heading: "heading", text.ListItem: "item", text.Quote: "quote", text.Code: "code",
	text.Table: "table", text.Caption: "caption", text.Math: "math", text.Comment: "comment",
}

// blocks describes the blocks of r as the cases do.
func blocks(r render.Result) []string {
	var out []string
	for _, b := range r.Blocks {
		s := kindNames[b.Kind]
		if b.Level > 0 {
			s += fmt.Sprintf(" %d", b.Level)
		}
		if b.Language != "" {
			s += " " + b.Language
		}
		if b.Number > 0 {
			s += fmt.Sprintf(" no %d", b.Number)
		}
		if b.Quotes > 0 && b.Kind != text.Quote {
			s += fmt.Sprintf(" quotes %d", b.Quotes)
		}
		if b.Continued {
			s += " continued"
		}
		if b.Reply && b.Kind != text.Comment {
			s += " reply"
		}
		out = append(out, s)
	}
	return out
}

func links(r render.Result) []string {
	var out []string
	for _, a := range r.Anchors {
		out = append(out, a.URL+" "+a.Span.Of(r.Text))
	}
	return out
}

func images(r render.Result) []string {
	var out []string
	for _, x := range r.Images {
		out = append(out, fmt.Sprintf("%d %s %s", x.At, x.URL, x.Alt))
	}
	return out
}

func inlines(r render.Result) []string {
	var out []string
	for _, x := range r.Inlines {
		out = append(out, []string{"", "code ", "math "}[x.Kind]+x.Span.Of(r.Text))
	}
	return out
}

// FuzzRender holds that any choice of any page's texts is written in order and with an exact account, the same each time.
func FuzzRender(f *testing.F) {
	for _, p := range htmltest.Pages(200) {
		f.Add(p.HTML, uint64(0xFFFF_FFFF))
	}
	f.Add("<p>a &amp; <a href=x>b</a><ul><li>c<li>d<ol start=3><li>e</ol></ul><pre class=lang-go>\n e</pre><table><tr><td><td>f", uint64(0))
	f.Add("<table><tr><td class=gutter><pre>1</pre><td><pre>x</pre></table><blockquote>q<p>r</blockquote><img alt=x src=y>", uint64(5))
	f.Add("<p>x <math alttext='a'><mi>a</mi></math><script type='math/tex'>b</script> y<br><br>z&nbsp;", uint64(0xF0F))
	f.Fuzz(func(t *testing.T, in string, bits uint64) {
		in = strings.ToValidUTF8(in, "")
		choice := func(tree *dom.Tree) []dom.Part {
			chosen := make([]dom.Part, len(tree.Texts))
			for i := range chosen {
				chosen[i] = dom.Part(bits >> (i % 32 * 2) & 3 % 3)
			}
			return chosen
		}
		first := run(t, in, choice)
		if diff := cmp.Diff(first, run(t, in, choice)); diff != "" {
			t.Fatalf("not deterministic:\n%s", diff)
		}
	})
}
