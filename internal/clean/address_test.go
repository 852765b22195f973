package clean_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/text"
)

// linksOf are the addresses of the links and pictures of a page at an address.
func linksOf(t *testing.T, page, address string) []string {
	t.Helper()
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := clean.Run(t.Context(), clean.Input{Form: clean.HTML, Content: page, URL: address}, clean.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	return addressesOf(d)
}

func addressesOf(d *text.Document) (list []string) {
	for _, a := range d.Anchors {
		list = append(list, a.URL)
	}
	for _, x := range d.Images {
		list = append(list, x.URL)
	}
	return list
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	const page = `<p>See <a href="b.html">this</a>, <a href="/c?d=1#e">that</a>, <a href="#f">below</a>, <a href="//n.example/g">there</a>,
<a href="mailto:ida@q.example">Ida</a>, <a href="http://[bad/">none</a> and <a href="javascript:go()">go</a> <img src="i.png"> at noon.</p>`
	rest := []string{"mailto:ida@q.example", "http://[bad/"}
	tests := []struct {
		name, head, address string
		want                []string
	}{
		{"nothing known", "", "", append([]string{"b.html", "/c?d=1#e", "#f", "//n.example/g"}, append(rest, "i.png")...)},
		{"address", "", "https://q.example/x/y.html", append([]string{"https://q.example/x/b.html", "https://q.example/c?d=1#e", "#f", "https://n.example/g"}, append(rest, "https://q.example/x/i.png")...)},
		{"base", `<base href="https://b.example/z/">`, "", append([]string{"https://b.example/z/b.html", "https://b.example/c?d=1#e", "#f", "https://n.example/g"}, append(rest, "https://b.example/z/i.png")...)},
		{"base relative to the address", `<base target=_top><base href="/z/">`, "https://q.example/x/y.html", append([]string{"https://q.example/z/b.html", "https://q.example/c?d=1#e", "#f", "https://n.example/g"}, append(rest, "https://q.example/z/i.png")...)},
		{"base without a host", `<base href="/z/">`, "", append([]string{"b.html", "/c?d=1#e", "#f", "//n.example/g"}, append(rest, "i.png")...)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, linksOf(t, tt.head+page, tt.address)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAddressesAreBounded holds that many short links do not become many long addresses: those beyond the bound stay as written.
func TestAddressesAreBounded(t *testing.T) {
	t.Parallel()
	var page strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&page, "<p>The boat left at noon, and <a href=%d>nobody</a> saw it leave.", i)
	}
	base := "https://q.example/" + strings.Repeat("d/", 1000)
	list := linksOf(t, page.String(), base)
	total := 0
	for _, a := range list {
		total += len(a)
	}
	if !strings.HasPrefix(list[0], base) || total > 5*page.Len()+100_000 {
		t.Errorf("%d bytes of addresses from a page of %d; the first is %.40q", total, page.Len(), list[0])
	}
}
