package meta_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/text"
)

// pageCase is a page and what it says. A field whose value is null must be absent; others are not looked at.
type pageCase struct {
	Name, URL, Page string
	Want            map[string][]string
}

func cases(t testing.TB) []pageCase {
	t.Helper()
	var list []pageCase
	for _, file := range []string{"testdata/pages.json", "testdata/kinds.json", "testdata/languages.json"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var more []pageCase
		if err := json.Unmarshal(b, &more); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		list = append(list, more...)
	}
	return list
}

func read(t testing.TB, page, address string) meta.Result {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	return readTree(t, tree, address)
}

func readTree(t testing.TB, tree *dom.Tree, address string) meta.Result {
	t.Helper()
	data, err := linked.Read(t.Context(), tree)
	if err != nil {
		t.Fatal(err)
	}
	r, err := meta.Read(t.Context(), tree, data, address)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			got := map[string][]string{}
			for _, f := range read(t, c.Page, c.URL).Facts {
				got[string(f.Name)] = append(got[string(f.Name)], f.Value)
			}
			for name, want := range c.Want {
				if diff := cmp.Diff(want, got[name]); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	page := `<title>Ropes | Larch</title><meta name="author" content="Tom Ellery"><h1>Ropes</h1><p>Published 12 March 2020</p>`
	for _, f := range read(t, page, "https://larch.example/").Facts {
		if s := f.Source.Of(page); !strings.Contains(s, f.Text) {
			t.Errorf("%s: %q stands at %q", f.Name, f.Text, s)
		}
	}
}

func TestClaims(t *testing.T) {
	t.Parallel()
	page := `<meta property="og:type" content="product"><script type="application/ld+json">[{"@type":["Thing","http://schema.org/DiscussionForumPosting"],
"headline":"Which rope?","text":"Short"},{"@type":"Article","articleBody":"Rather long \u00e9","description":"About ropes"}]</script>`
	c := read(t, page, "").Claims
	if want := meta.Product | meta.Forum | meta.Article; c.Kinds != want {
		t.Errorf("kinds %b, want %b", c.Kinds, want)
	}
	var bodies []string
	for _, s := range c.Bodies {
		bodies = append(bodies, s.Of(page))
	}
	if diff := cmp.Diff([]string{`Rather long \u00e9`, "Short"}, bodies); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
	if len(c.Descriptions) != 1 || c.Descriptions[0].Of(page) != "About ropes" {
		t.Errorf("descriptions %v", c.Descriptions)
	}
}

// check fails if a result breaks what must hold for every page.
func check(t *testing.T, page, address string) {
	t.Helper()
	r := read(t, page, address)
	for _, f := range r.Facts {
		if f.Value == "" || f.Name == "" || f.Origin == "" || f.Source.Start < 0 || f.Source.End > len(page) || f.Source.Start > f.Source.End {
			t.Fatalf("%+v", f)
		}
		if f.Value != strings.ToValidUTF8(f.Value, "") {
			t.Fatalf("%s: %q is not valid UTF-8", f.Name, f.Value)
		}
	}
	for _, s := range append(append([]text.Span{}, r.Claims.Bodies...), r.Claims.Descriptions...) {
		if s.Start < 0 || s.End > len(page) || s.Start > s.End {
			t.Fatalf("claim at %v", s)
		}
	}
	if diff := cmp.Diff(r, read(t, page, address)); diff != "" {
		t.Fatalf("the second reading differs:\n%s", diff)
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.Page, c.URL)
	}
	f.Add("<script type=ld+json>[{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"},\"@id\":\"a\"}", "x")
	f.Add("<meta name=date content=\"12.\xc2\xa01.\xc2\xa02020\"><h1>©</h1><p>By", "https://h/2020/1/1")
	f.Fuzz(func(t *testing.T, page, address string) {
		check(t, strings.ToValidUTF8(page, "\uFFFD"), address)
	})
}
