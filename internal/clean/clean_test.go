package clean_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/markdown"
	"github.com/copydesk/copydesk/internal/text"
)

func run(t testing.TB, in clean.Input) *text.Document {
	t.Helper()
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := clean.Run(t.Context(), in, clean.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func writeMarkdown(t testing.TB, d *text.Document) string {
	t.Helper()
	got, err := markdown.Write(t.Context(), d, markdown.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// checkInvariants holds what every document promises.
func checkInvariants(t testing.TB, d *text.Document) {
	t.Helper()
	if !utf8.ValidString(d.Clean) {
		t.Fatalf("not UTF-8: %q", d.Clean)
	}
	if got := d.Provenance.Replay(d.Source, func(s text.Segment) string { return s.Clean.Of(d.Clean) }); got != d.Clean {
		t.Fatalf("replay of %q gives %q, want %q", d.Source, got, d.Clean)
	}
	end := 0
	for _, b := range d.Blocks {
		if b.Span.Start < end || b.Span.Empty() || b.Span.End > len(d.Clean) || strings.TrimSpace(d.Clean[end:b.Span.Start]) != "" {
			t.Fatalf("block %+v after %d in %q", b, end, d.Clean)
		}
		end = b.Span.End
	}
	if strings.TrimSpace(d.Clean[end:]) != "" {
		t.Fatalf("%q is in no block of %q", d.Clean[end:], d.Clean)
	}
	for _, g := range d.Dropped {
		if g.Source.Start < 0 || g.Source.Start > g.Source.End || g.Source.End > len(d.Source) {
			t.Fatalf("dropped line at %v of %d", g.Source, len(d.Source))
		}
	}
}

func TestExample(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../docs/examples/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := run(t, clean.Input{Form: clean.Text, Content: string(b)})
	checkInvariants(t, d)
	want := []string{
		"Harbour Town Votes to Reopen Its Lighthouse After Nine Years",
		"Mr. Okafor’s deputy, Lena Brandt, will oversee the work on the Saltmarsh lighthouse, the Port Authority said Tuesday.",
		"“We have waited for this since the storm,” said Daniel Okafor, who has run the harbour since March 2014. “The lamp is sound, and so is the tower.”",
		"In May 2019, engineers from Weller & Sons and the town’s mayor, Ruth Adeyemi, agreed on a plan to repair the stairs, replace the glass and open the gallery to visitors & schools before the end of the decade.",
		"The council expects 40,000 visitors a year, which is about four times as many as came to the old museum in Kestrel Bay.",
	}
	if diff := cmp.Diff(want, strings.Split(d.Clean, "\n\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if again := run(t, clean.Input{Form: clean.Text, Content: d.Clean}); again.Clean != d.Clean {
		t.Errorf("not idempotent: %q", again.Clean)
	}
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	page := "<article><h2>Tea</h2><p>1. <a href='/c_1'>Cake</a> &amp; *cream*.</p><ul><li>one<li>two</ul>" +
		"<pre>a := `b`</pre><table><tr><td>x<td>y<tr><td>1<td>2</table></article>"
	want := "## Tea\n\n1\\. [Cake](/c_1) & \\*cream\\*.\n\n- one\n- two\n\n```\na := `b`\n```\n\n| x | y |\n| --- | --- |\n| 1 | 2 |"
	d := run(t, clean.Input{Form: clean.HTML, Content: page})
	checkInvariants(t, d)
	if diff := cmp.Diff(want, writeMarkdown(t, d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzRun(f *testing.F) {
	f.Add("One paragraph\n\nbroken here.\n\nCopyright ©2023 X. All rights reserved.", byte(1))
	f.Add("<p>a &amp; <b>b</b><ul><li>c", byte(2))
	f.Add("caf\xe9 \xff", byte(3))
	f.Add("<title>a b &amp; c<h1>a b &amp; c</h1><p>d", byte(7))
	f.Fuzz(func(t *testing.T, s string, form byte) {
		in := clean.Input{Form: clean.Form(form%3 + 1), Content: s}
		if in.Form != clean.Raw {
			in.Content = strings.ToValidUTF8(s, "\uFFFD")
		}
		rules, err := clean.NewRuleSet(false, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		options := clean.Options{Rules: rules, Headline: clean.Headline(form / 3 % 3)}
		d, err := clean.Run(t.Context(), in, options)
		if err != nil {
			return // raw bytes may be of a type that is refused
		}
		checkInvariants(t, d)
		writeMarkdown(t, d)
		if again, err := clean.Run(t.Context(), in, options); err != nil || again.Clean != d.Clean {
			t.Fatalf("not deterministic: %q gives %q, then %q", in.Content, d.Clean, again.Clean)
		}
		if in.Form != clean.Text {
			return
		}
		if again := run(t, clean.Input{Form: clean.Text, Content: d.Clean}); again.Clean != d.Clean {
			t.Fatalf("not idempotent: %q gives %q, then %q", in.Content, d.Clean, again.Clean)
		}
	})
}

// TestGapsInCode cleans a page with code, whose gaps must stay, and prose, whose gaps must not.
func TestGapsInCode(t *testing.T) {
	t.Parallel()
	const prose = "<p>The board met on Tuesday evening to hear how the dredging of the north channel had gone, and most were pleased.</p>"
	d := run(t, clean.Input{Form: clean.HTML, Content: "<main><h1>Depths</h1>" + prose + "<pre>depth = 4  # metres\nwidth = 30</pre>" + prose +
		"<p>Two&#32;&#32;<span> </span>blanks, here.</p></main>"})
	for _, want := range []string{"depth = 4  # metres\nwidth = 30", "Two blanks, here."} {
		if !strings.Contains(d.Clean, want) {
			t.Errorf("no %q in %q", want, d.Clean)
		}
	}
}
