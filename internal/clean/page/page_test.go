package page_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/page"
	"github.com/copydesk/copydesk/internal/text"
)

func run(t testing.TB, in string) page.Result {
	t.Helper()
	r, err := page.Run(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Provenance.Replay(in, func(s text.Segment) string { return s.Clean.Of(r.Text) }); got != r.Text {
		t.Fatalf("replay gives %q, want %q", got, r.Text)
	}
	at := text.Span{}
	for _, s := range r.Provenance {
		if s.Source.Start != at.Start || s.Clean.Start != at.End {
			t.Fatalf("segment %+v leaves a gap at %+v", s, at)
		}
		at = text.Span{Start: s.Source.End, End: s.Clean.End}
	}
	if at.Start != len(in) || at.End != len(r.Text) {
		t.Fatalf("segments end at %+v", at)
	}
	end := 0
	for _, b := range r.Blocks {
		if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(r.Text) || strings.TrimSpace(r.Text[end:b.Span.Start]) != "" {
			t.Fatalf("block %+v after %d in %q", b, end, r.Text)
		}
		end = b.Span.End
	}
	if strings.TrimSpace(r.Text[end:]) != "" {
		t.Fatalf("%q is in no block", r.Text[end:])
	}
	for _, a := range r.Anchors {
		if a.Span.Start < 0 || a.Span.End > len(r.Text) || a.Span.Empty() {
			t.Fatalf("anchor %+v", a)
		}
	}
	return r
}

func TestExamplePage(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../../docs/examples/page.html")
	if err != nil {
		t.Fatal(err)
	}
	want := "Ferry line to Kestrel Bay returns in spring\n\nBy Ines Moreau\n\n" +
		"The ferry between Saltmarsh and Kestrel Bay will sail again from 1 April, two years after the line was closed, " +
		"Peter Hollis, the director of the Northern Ferry Company, said on Monday.\n\n" +
		"“People kept asking us for it,” Hollis said. “Now the boat is repaired & the crew is hired.”\n\n" +
		"What it will cost\n\nAdults pay £6.\nChildren travel free.\n\n" +
		"The first boat leaves at seven in the morning, and the last one comes back at nine in the evening."
	r := run(t, string(b))
	if diff := cmp.Diff(want, r.Text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var links []string
	for _, a := range r.Anchors {
		links = append(links, a.URL+" "+a.Span.Of(r.Text))
	}
	if diff := cmp.Diff([]string{"/places/saltmarsh Saltmarsh", "/people/hollis Peter Hollis"}, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestStructure(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"inline elements", "<p>a<b>b</b>c <i>d</i></p>", "abc d"},
		{"entities", "<p>a &lt;b&gt; &amp; &copy;2 &nosuch;", "a <b> & ©2 &nosuch;"},
		{"breaks", "<p>one<br>two<p>three", "one\ntwo\n\nthree"},
		{"table", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"},
		{"code", "<p>x</p><pre><code>if a {\n  b()\n}</code></pre>", "x\n\nif a {\n  b()\n}"},
		{"unknown elements", "<my-a><nav><my-b>no</my-b></nav><p>one <x-y>two</x-z> three</my-a>", "one two three"},
		{"hidden", "<p>a</p><div hidden>b</div><p style='display: none'>c</p>", "a"},
		{"scripts", "<script>var x = '<p>no</p>'</script><p>yes", "yes"},
		{"protected address", `<p>Write to <a href="/cdn-cgi/l/email-protection#0b6a4b69256865">[email&#160;protected]</a> now`, "Write to a@b.cn now"},
		{"empty", "", ""},
		{"no body", "<html><head><title>x</title></head></html>", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, run(t, tt.in).Text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestHostile passes when it ends: each page is one on which quadratic work would take minutes.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"deep":       strings.Repeat("<div>", 100_000) + "x",
		"unclosed":   strings.Repeat("<b><i><p>x", 50_000),
		"ends":       strings.Repeat("<div>", 50_000) + strings.Repeat("</span></p>", 50_000),
		"attributes": "<p" + strings.Repeat(" a=b", 250_000) + ">x",
		"span":       "<table><tr><td colspan=9007199254740991>x</table>",
		"nulls":      strings.Repeat("\x00<p>", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			run(t, in)
		})
	}
}

func FuzzRun(f *testing.F) {
	f.Add("<p>a &amp; <a href=x>b</a><ul><li>c<li>d</ul><pre>\n e</pre><table><tr><td>f")
	f.Add("<h1>t</h1><article><p>x<nav>y</nav><br>z")
	f.Fuzz(func(t *testing.T, in string) {
		if r := run(t, strings.ToValidUTF8(in, "")); !utf8.ValidString(r.Text) {
			t.Fatalf("not UTF-8: %q", r.Text)
		}
	})
}
