package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
)

// samplePage is a page of an article's usual make: much markup around and inside not so much text.
func samplePage() string {
	item := `<li class="nav-item"><a class="nav-link" href="/section/harbour" data-track="nav">Harbour news</a></li>` + "\n"
	words := "The council of the harbour town met\n        on Tuesday to talk about the price of the <a href=\"/ferry\" class=\"inline\">ferry</a>, &amp; <em>nobody</em> left early. "
	paragraph := `<p class="article-paragraph" data-id="7">` + "\n        " + strings.Repeat(words, 4) + "\n</p>\n"
	table := "<table><tr><th>Day<th>Fare</tr>" + strings.Repeat("<tr><td>Monday</td><td>6.50</td></tr>\n", 20) + "</table>"
	return "<html><head><title>x</title><style>" + strings.Repeat(".a{color:red}\n", 500) + "</style></head><body><nav class=\"out\"><ul>" + strings.Repeat(item, 100) +
		"</ul></nav><article><h1>Fares</h1>" + strings.Repeat(paragraph, 30) + table + "</article></body></html>"
}

func BenchmarkRender(b *testing.B) {
	page := samplePage()
	tree, err := dom.Parse(b.Context(), page)
	if err != nil {
		b.Fatal(err)
	}
	chosen := choose(tree)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := render.Render(b.Context(), tree, chosen, render.Chances{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDOM and BenchmarkHTMLParse are what to compare with.
func BenchmarkDOM(b *testing.B) {
	page := samplePage()
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dom.Parse(b.Context(), page); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTMLParse(b *testing.B) {
	page := samplePage()
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Parse(strings.NewReader(page)); err != nil {
			b.Fatal(err)
		}
	}
}
