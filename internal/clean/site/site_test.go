package site_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	host   = "gazette.example"
	footer = "The Gazette is published by the Harbour Press on every working day."
	label  = "Top rated"
)

// counted counts texts as pages of the host.
func counted(t testing.TB, pages ...string) site.Counts {
	t.Helper()
	c := site.NewCounter()
	for _, p := range pages {
		lines, err := site.LinesOfText(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		c.Add(host, lines)
	}
	counts, err := site.Open(string(c.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// articles are n texts that have lines in common.
func articles(n int, common ...string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("Boat number %d came in at noon, and nobody was on board of it.\n\n%s\n\nThe harbour master has asked for witnesses of landing %d to come forward.",
			i, strings.Join(common, "\n\n"), i)
	}
	return list
}

// run drops the lines of in that recur.
func run(t testing.TB, in string, counts site.Counts, p site.Page) (string, []text.Dropped) {
	t.Helper()
	c := text.NewChain(in)
	dropped, err := site.Run(t.Context(), c, counts, p)
	if err != nil {
		t.Fatal(err)
	}
	out, account := c.Done()
	at := 0
	for s := range account.Segments() {
		if s.Clean.Start != at || s.Copied() && s.Source.Of(in) != s.Clean.Of(out) {
			t.Errorf("segment %+v", s)
		}
		at = s.Clean.End
	}
	return out, dropped
}

func TestRun(t *testing.T) {
	t.Parallel()
	kind := func(k text.BlockKind) func(text.Span) text.BlockKind {
		return func(text.Span) text.BlockKind { return k }
	}
	tests := []struct {
		name  string
		pages []string
		page  site.Page
		lacks string // of the first page; empty if nothing is dropped
	}{
		{"on all pages", articles(5, footer), site.Page{Host: host}, footer},
		{"with other marks and letters", append(articles(1, strings.ToUpper(footer)+"!"), articles(4, footer)...), site.Page{Host: host}, strings.ToUpper(footer)},
		{"on half of the pages", append(articles(3, footer), articles(6)[3:]...), site.Page{Host: host}, footer},
		{"on twenty of many", append(articles(20, footer), articles(90)[20:]...), site.Page{Host: host}, footer},
		{"on two pages", append(articles(2, footer), articles(4)[2:]...), site.Page{Host: host}, ""},
		{"on fewer than half", append(articles(3, footer), articles(9)[3:]...), site.Page{Host: host}, ""},
		{"of another host", articles(5, footer), site.Page{Host: "courier.example"}, ""},
		{"of no host", articles(5, footer), site.Page{}, ""},
		{"a label alone", articles(5, label), site.Page{Host: host}, ""},
		{"a label beside a longer line", articles(5, label, footer), site.Page{Host: host}, label},
		{"twice on the page", articles(5, footer, footer), site.Page{Host: host}, ""},
		{"in a table", articles(5, footer), site.Page{Host: host, Kind: kind(text.Table)}, ""},
		{"in code", articles(5, footer), site.Page{Host: host, Kind: kind(text.Code)}, ""},
		{"in a quotation", articles(5, footer), site.Page{Host: host, Kind: kind(text.Quote)}, ""},
		{"a heading before text", articles(5, footer), site.Page{Host: host, Kind: kind(text.Heading)}, ""},
		{"in a paragraph", articles(5, footer), site.Page{Host: host, Kind: kind(text.Paragraph)}, footer},
		{"copies of one article", []string{articles(1, footer)[0], articles(1, footer)[0], articles(1, footer)[0]}, site.Page{Host: host}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, dropped := run(t, tt.pages[0], counted(t, tt.pages...), tt.page)
			if tt.lacks == "" {
				if out != tt.pages[0] || dropped != nil {
					t.Errorf("changed to %q", out)
				}
				return
			}
			if strings.Contains(out, tt.lacks) || len(dropped) == 0 || !strings.Contains(out, "came in at noon") || !strings.Contains(out, "come forward.") {
				t.Errorf("got %q, dropped %v", out, dropped)
			}
			if again, more := run(t, out, counted(t, tt.pages...), tt.page); again != out || more != nil {
				t.Errorf("a second run changes it to %q", again)
			}
		})
	}
}

func TestReason(t *testing.T) {
	t.Parallel()
	pages := append(articles(4, footer), articles(6)[4:]...)
	out, dropped := run(t, pages[0], counted(t, pages...), site.Page{Host: host})
	if len(dropped) != 1 || dropped[0].Rule != site.Rule || dropped[0].Detail != "on 4 of 6 pages" || dropped[0].Text != footer {
		t.Errorf("dropped %+v", dropped)
	}
	if want := articles(1)[0]; strings.ReplaceAll(out, "\n", "") != strings.ReplaceAll(want, "\n", "") || strings.Contains(out, "\n\n\n") {
		t.Errorf("got %q", out)
	}
}

// TestBytes holds that counts do not depend on the order of pages, and hold no text.
func TestBytes(t *testing.T) {
	t.Parallel()
	pages := articles(9, footer, label)
	count := func(pages []string) []byte {
		c := site.NewCounter()
		for _, p := range pages {
			lines, err := site.LinesOfText(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			c.Add(host, lines)
		}
		return c.Bytes()
	}
	forward := count(pages)
	slices.Reverse(pages)
	if backward := count(pages); !bytes.Equal(forward, backward) {
		t.Error("the order of pages matters")
	}
	if bytes.Contains(forward, []byte("Harbour")) || bytes.Contains(forward, []byte(host)) {
		t.Error("there is text in it")
	}
	if len(forward) > 100 {
		t.Errorf("%d bytes for a host and two lines", len(forward))
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	c := site.NewCounter()
	for _, p := range articles(5, footer, "A second line that is on each of the pages.") {
		lines, err := site.LinesOfText(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		c.Add(host, lines)
	}
	good := string(c.Bytes())
	swapped := []byte(good)
	n := len(swapped)
	copy(swapped[n-24:], good[n-12:])
	copy(swapped[n-12:], good[n-24:n-12])
	for name, b := range map[string]string{
		"cut": good[:n-1], "longer": good + "x", "other magic": "x" + good[1:], "header alone": good[:20], "out of order": string(swapped),
		"other text": "not counts at all", "too large": good + strings.Repeat("x", site.MaxBytes),
	} {
		if _, err := site.Open(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for name, b := range map[string]string{"good": good, "empty": ""} {
		if counts, err := site.Open(b); err != nil || counts.Empty() != (b == "") {
			t.Errorf("%s: %v, empty %v", name, err, counts.Empty())
		}
	}
}

func TestLinesOfPage(t *testing.T) {
	t.Parallel()
	page, err := site.LinesOfPage(t.Context(), "<h1>Boat &amp; crew found</h1><div>The <b>harbour</b> office says<br>that the boat is gone.</div><p>x</p><p>Boat &#38; crew found</p><script>var harbour=1</script>")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := site.LinesOfText(t.Context(), "Boat & crew found\nThe harbour office says\nthat the boat is gone.\n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain, page); diff != "" {
		t.Errorf("lines of the page differ from those of its text (-text +page):\n%s", diff)
	}
}

func TestHost(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://www.Gazette.example:8080/a?b": host, "http://gazette.example": host, "//news.gazette.example/x": "news." + host, "": "", "no address": "", "%": "",
	} {
		if got := site.Host(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	counts := counted(t, articles(5, footer)...)
	c := text.NewChain(strings.Repeat(footer+"\n\n", 4000))
	defer c.Close()
	if _, err := site.Run(htmltest.Expiring(0), c, counts, site.Page{Host: host}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Run: %v", err)
	}
	for _, p := range htmltest.Pages(140_000) {
		if _, err := site.LinesOfPage(htmltest.Expiring(0), p.HTML); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}

//nolint:paralleltest // measures the CPU time of the process
func TestGrowth(t *testing.T) {
	htmltest.Growth(t, func(page string) {
		if _, err := site.LinesOfPage(t.Context(), page); err != nil {
			t.Error(err)
		}
	})
}
