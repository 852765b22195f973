package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
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
	for _, s := range hostile(20) {
		f.Add(s, uint64(0xFFFF_FFFF))
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

// hostile are pages on which work that is more than linear in n takes long.
func hostile(n int) map[string]string {
	return map[string]string{
		"deep":        strings.Repeat("<div>", n) + "x",
		"deep lists":  strings.Repeat("<ul><li>x", n),
		"deep tables": strings.Repeat("<table><tr><td>x", n),
		"deep quotes": strings.Repeat("<blockquote>x", n),
		"deep maths":  "<math>" + strings.Repeat("<msup><mi>x</mi>", n),
		"deep words":  strings.Repeat("<b>x", n) + strings.Repeat("<i>y</i>", n),
		"deep gutter": "<pre>" + strings.Repeat("<span class=ln>1", n) + "x",
		"unclosed":    strings.Repeat("<h2><b><i><p>x", n),
		"one table":   "<table>" + strings.Repeat("<tr><td rowspan=65535>x", n),
		"wide table":  "<table><tr>" + strings.Repeat("<td rowspan=65535 colspan=9007199254740991>x", n) + strings.Repeat("<tr><td>y<td>z", n),
		"formulas":    strings.Repeat("<math><msup><mi>x+y</mi><mn>2</mn></msup></math>", n),
		"one formula": "<math>" + strings.Repeat("<mfrac><mi>x+y</mi><mn>2</mn></mfrac>", n) + "</math>",
		"scripts":     strings.Repeat("<script type='math/tex'>x</script>", n),
		"images":      "<p>x" + strings.Repeat("<img src=a>", n) + "y",
		"ampersands":  "<p>x" + strings.Repeat("&", n),
		"references":  "<p>x" + strings.Repeat("&nbsp;&#32;", n) + "y",
		"blanks":      "<p>x" + strings.Repeat(" \n", n) + "y",
		"blank code":  "<pre>x" + strings.Repeat("\n<b>\n</b>", n) + "</pre>",
		"breaks":      "<p>x" + strings.Repeat("<br>", n) + "y" + strings.Repeat("<br>z", n),
		"classes":     "<p class='" + strings.Repeat("language-x ", n) + "'><pre>x</pre>" + strings.Repeat("<pre>x</pre>", n),
		"long class":  "<p class='" + strings.Repeat("x ", n) + "'>" + strings.Repeat("<pre>x</pre>", n),
		"long link":   "<a href='" + strings.Repeat("&amp;", n) + "'>" + strings.Repeat("<p>x<p>[email<math alttext=x><mi>x</mi></math>y", n),
		"long cfe":    "<b data-cfemail='" + strings.Repeat("00", n) + "'>" + strings.Repeat("<p>[email", n),
		"nulls":       strings.Repeat("\x00<p>", n),
		"colspan":     "<table><tr><th>a<th>b<tr><td colspan=9007199254740991>x<td>y</table>",
	}
}

// TestHostile passes when it ends: each page is one on which quadratic work would take minutes.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, in := range hostile(50_000) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if r := run(t, in, choose); len(r.Text) > 10*len(in) {
				t.Errorf("%d bytes of text from %d", len(r.Text), len(in))
			}
		})
	}
}
