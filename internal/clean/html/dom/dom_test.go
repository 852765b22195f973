package dom_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
)

// parse reads a page and checks what must hold for any tree.
func parse(t testing.TB, page string) *dom.Tree {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range tree.Nodes {
		if i > 0 && (int(n.Parent) >= i || n.End > tree.Nodes[n.Parent].End && n.End > int32(len(tree.Nodes))) {
			t.Fatalf("node %d: parent %d, end %d", i, n.Parent, n.End)
		}
		if n.Open > n.Close || int(n.Close) > len(page) || n.FirstText > n.EndText || int(n.EndText) > len(tree.Texts) {
			t.Fatalf("node %d: %+v", i, n)
		}
	}
	at := int32(0)
	for i, x := range tree.Texts {
		if x.Start < at || x.End <= x.Start || int(x.End) > len(page) || int(x.Parent) >= len(tree.Nodes) {
			t.Fatalf("text %d: %+v after %d", i, x, at)
		}
		at = x.End
	}
	return tree
}

// lines writes the texts, those of one line of blocks together, each with the tag it stands in.
func lines(tree *dom.Tree) []string {
	var out []string
	edge := int32(-1)
	for i, x := range tree.Texts {
		s := fmt.Sprintf("%s:%s", tree.Nodes[x.Parent].Tag, tree.Span(int32(i)).Of(tree.Page))
		switch {
		case x.Edge != edge || x.Breaks > 1:
			out = append(out, s)
		case x.Breaks == 1:
			out[len(out)-1] += "⏎" + s
		case x.Space:
			out[len(out)-1] += " " + s
		default:
			out[len(out)-1] += s
		}
		edge = x.Edge
	}
	return out
}

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, page string
		want       []string
	}{
		{"inline elements break nothing", "<p>The <b>boat</b> was <a href=x>here</a>.", []string{"p:The b:boat p:was a:herep:."}},
		{"paragraphs close each other", "<p>one<p>two<div>three</div>four", []string{"p:one", "p:two", "div:three", ":four"}},
		{"a block in an inline element", "<p>a <b>b<div>c</div>", []string{"p:a b:b", "div:c"}},
		{"items without ends", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", []string{"li:a", "li:b", "li:c", "li:d"}},
		{"cells without ends", "<table><tr><td>a<td>b<tr><th>c</table>", []string{"td:a", "td:b", "th:c"}},
		{"terms without ends", "<dl><dt>a<dd>b<dt>c</dl>", []string{"dt:a", "dd:b", "dt:c"}},
		{"ends in the wrong order", "<b>a<i>b</b>c</i>d", []string{"b:ai:b:c:d"}},
		{"an end within a cell", "<div>a<table><tr><td>b</div>c</table>d</div>e", []string{"div:a", "td:btd:c", "div:d", ":e"}},
		{"line breaks", "<p>a<br>b<br><br>c", []string{"p:a⏎p:b", "p:c"}},
		{"scripts and forms are passed over", "a<script>b</script><style>c</style><select><option>d</select><textarea>e</textarea>f", []string{":a:f"}},
		{"what is shown without scripts", "<div id=x></div><noscript><p>a</p></div>b</noscript>c", []string{"p:a", "noscript:b:c"}},
		{"preformatted", "<pre>a\n  b</pre>", []string{"pre:a\n  b"}},
		{"unknown elements", "<x-card>a<x-b>b</x-b>c</x-card>", []string{":a:b:c"}},
		{"head ends by itself", "<title>t</title><meta name=a><p>b", []string{"p:b"}},
		{"elements that close themselves in XML", "<?xml version=\"1.0\"?><html><title/><script src=a /><p>a</p><iframe/><p>b</p><textarea/>c", []string{"p:a", "p:b", "html:c"}},
		{"elements that do not in HTML", "<p>a</p><script src=a /><p>b</p></script>c", []string{"p:a", ":c"}},
		{"shadow root", "<div><template shadowrootmode=open><p>a</template></div><template><p>b</template>", []string{"p:a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, lines(parse(t, tt.page))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestUnclosedTitle holds that a title without an end does not swallow the page, and that many of them do not make each other longer.
func TestUnclosedTitle(t *testing.T) {
	t.Parallel()
	tree := parse(t, "<title>Tides<script>a</script><body><p>The flood comes at noon."+strings.Repeat(" And again.", 1000))
	if got := lines(tree); len(got) != 1 || !strings.HasPrefix(got[0], "p:The flood") {
		t.Errorf("texts are %.80q", got)
	}
	if got := tree.Title.Of(tree.Page); got != "Tides" {
		t.Errorf("title is %q", got)
	}
	parse(t, strings.Repeat("<title>a", 1<<17))
}

// TestSelect holds that options in a paragraph end with their list, whether they are closed or not.
func TestSelect(t *testing.T) {
	t.Parallel()
	want := []string{"p:Choose p:and go."}
	for _, page := range []string{
		"<p>Choose <select><option>One<option>Two</select> and go.</p>",
		"<p>Choose <select><optgroup label=a><option>One</option></optgroup><option>Two</option></select> and go.</p>",
	} {
		if diff := cmp.Diff(want, lines(parse(t, page))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", page, diff)
		}
	}
}

func TestContext(t *testing.T) {
	t.Parallel()
	tree := parse(t, `<nav>a</nav><div role=main><article><a href=x>b<div>c</div></a><p hidden>d<p style="color:red; display : none">e
		<div itemprop=articleBody>f</div></article></div>`)
	want := []dom.Context{dom.Nav, dom.Main | dom.Article | dom.Link, dom.Main | dom.Article | dom.Link, dom.Hidden, dom.Hidden, dom.Body}
	for i, x := range tree.Texts {
		if in := tree.Nodes[x.Parent].In; in&want[i] != want[i] || want[i]&dom.Hidden == 0 && in&dom.Hidden != 0 {
			t.Errorf("%q is in %b", tree.Span(int32(i)).Of(tree.Page), in)
		}
	}
}

func TestAttributes(t *testing.T) {
	t.Parallel()
	tree := parse(t, "<p CLASS = 'a b' id=c data-x=\"1\" title=\"&amp; > d\" class=e hidden/>x")
	p := int32(1)
	if tree.Nodes[p].Tag != atom.P {
		t.Fatal("no paragraph")
	}
	got := []string{tree.Raw(p, dom.Class), tree.Raw(p, dom.ID), tree.Value(p, dom.TitleAttr), tree.Raw(p, dom.Href)}
	if diff := cmp.Diff([]string{"a b", "c", "& > d", ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, ok := tree.Attr(p, dom.HiddenAttr); !ok {
		t.Error("an attribute without a value is lost")
	}
}

func TestScripts(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 2000)
	for _, body := range []string{"", "{}", long, long + "</x>" + long, "<!-- " + long + "<script>a</script> -->"} {
		page := "<p>a<script type=application/ld+json>" + body + "</SCRIPT >b<p>c"
		tree := parse(t, page)
		var got string
		if len(tree.Scripts) > 0 {
			got = tree.Scripts[0].Span.Of(page)
		}
		if got != body {
			t.Errorf("script of %d bytes is %d bytes", len(body), len(got))
		}
		if diff := cmp.Diff([]string{"p:ap:b", "p:c"}, lines(tree)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestShapes checks what must hold for any tree on pages that are all of one shape.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(4_000) {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			parse(t, p.HTML)
		})
	}
}

// TestManyElements checks that elements beyond the limit keep their text and their lines, and that what is never read in
// them stays out.
func TestManyElements(t *testing.T) {
	t.Parallel()
	many := strings.Repeat("<p>x", 1<<19)
	tree := parse(t, many+"<p>one <i>two</i><p>three<br>four<select><option>no</select><script>no</script><svg><title>no</title></svg><div>five</div>")
	if n := len(tree.Nodes); n > 1<<18+len(tree.Page)/12 {
		t.Errorf("%d elements", n)
	}
	got := lines(tree)
	if diff := cmp.Diff([]string{"p:x", "p:one p:two", "p:three⏎p:four", "p:five"}, got[len(got)-4:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("<p>a<b>b</p><table><td>c<noscript><li>d</noscript></table><!-- --><script>e")
	f.Fuzz(func(t *testing.T, s string) {
		page := strings.ToValidUTF8(s, "\uFFFD")
		if diff := cmp.Diff(lines(parse(t, page)), lines(parse(t, page))); diff != "" {
			t.Fatal(diff)
		}
	})
}
