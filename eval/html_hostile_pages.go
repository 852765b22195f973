package main

import (
	"fmt"
	"strings"
)

// hostilePage is a page made to be slow, large in memory or misread.
type hostilePage struct {
	name  string
	raw   bool // its encoding has to be found
	build func() string
}

// hostilePages returns an ordinary page, by which the others are measured, and the hostile ones.
func hostilePages() []hostilePage {
	pages := []hostilePage{{name: "ordinary, 0.5 MB", build: func() string { return articlePage(500_000) }}}
	for _, list := range [][]hostilePage{deepPages, widePages, unclosedPages, tablePages, scriptPages, encodingPages} {
		pages = append(pages, list...)
	}
	return pages
}

// hostileParagraph is what a hostile page says in earnest.
const hostileParagraph = "<p>The harbour was quiet that evening, and nobody saw the boat leave for the islands.</p>\n"

// inBody returns what builds a page with a paragraph before and after the hostile part.
func inBody(build func() string) func() string {
	return func() string {
		return "<!DOCTYPE html><html><head><title>Harbour</title></head><body>" + hostileParagraph + build() + hostileParagraph + "</body></html>"
	}
}

// inHead returns what builds a page with the hostile part in its head.
func inHead(build func() string) func() string {
	return func() string {
		return "<!DOCTYPE html><html><head><title>Harbour</title>" + build() + "</head><body>" + hostileParagraph + "</body></html>"
	}
}

// repeat returns what builds s n times over.
func repeat(s string, n int) func() string { return func() string { return strings.Repeat(s, n) } }

// numbered returns what builds format with the numbers from 1 to n, so that no two are the same.
func numbered(format string, n int) func() string {
	return func() string {
		var b strings.Builder
		b.Grow(n * (len(format) + 5))
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// nested returns what builds n elements in one another, with a word inside.
func nested(open, end string, n int) func() string {
	return func() string { return strings.Repeat(open, n) + "word" + strings.Repeat(end, n) }
}

// between returns what builds s n times over between two strings.
func between(before, s string, n int, after string) func() string {
	return func() string { return before + strings.Repeat(s, n) + after }
}

// deepPages nest.
var deepPages = []hostilePage{
	{name: "100,000 div deep", build: inBody(nested("<div>", "</div>", 100_000))},
	{name: "100,000 div deep with a text each", build: inBody(nested("<div>word ", "</div>", 100_000))},
	{name: "100,000 div deep with attributes", build: inBody(nested(`<div class="article content" id=main role=main>`, "</div>", 100_000))},
	{name: "100,000 b deep", build: inBody(nested("<b>", "</b>", 100_000))},
	{name: "100,000 span deep with a text each", build: inBody(nested("<span>word ", "</span>", 100_000))},
	{name: "100,000 tables deep", build: inBody(nested("<table><tr><td>", "</td></tr></table>", 100_000))},
	{name: "100,000 tables deep, text in each cell", build: inBody(nested("<table><tr><td>cell<td>", "</td></tr></table>", 100_000))},
	{name: "100,000 lists deep", build: inBody(nested("<ul><li>item", "</li></ul>", 100_000))},
	{name: "100,000 definition lists deep", build: inBody(nested("<dl><dt>term<dd>", "</dd></dl>", 100_000))},
	{name: "100,000 blockquote deep", build: inBody(nested("<blockquote><p>word", "</blockquote>", 100_000))},
	{name: "100,000 article deep", build: inBody(nested("<article><h2>Head</h2><p>word</p>", "</article>", 100_000))},
	{name: "100,000 details deep", build: inBody(nested("<details><summary>s</summary>", "</details>", 100_000))},
	{name: "100,000 noscript deep", build: inBody(nested("<noscript>", "</noscript>", 100_000))},
	{name: "100,000 noscript in a row", build: inBody(repeat("<noscript><p>word</p></noscript>", 100_000))},
	{name: "100,000 template deep", build: inBody(nested("<template>", "</template>", 100_000))},
	{name: "100,000 svg deep", build: inBody(nested("<svg><g>", "</g></svg>", 100_000))},
	{name: "100,000 math rows deep", build: inBody(func() string {
		return "<math>" + nested("<mrow><mfrac><mi>x</mi>", "</mfrac></mrow>", 100_000)() + "</math>"
	})},
	{name: "100,000 pre and code deep", build: inBody(nested("<pre><code>", "</code></pre>", 100_000))},
	{name: "100,000 figure deep", build: inBody(nested("<figure><figcaption>c</figcaption>", "</figure>", 100_000))},
	{name: "100,000 links deep", build: inBody(nested("<a href=/a>", "</a>", 100_000))},
	{name: "100,000 unknown elements deep", build: inBody(nested("<x-card>", "</x-card>", 100_000))},
	{name: "deep and then 100,000 wrong ends", build: inBody(func() string {
		return strings.Repeat("<div>", 100_000) + strings.Repeat("word</span>", 100_000)
	})},
	{name: "deep and then 100,000 paragraphs", build: inBody(func() string {
		return strings.Repeat("<section>", 100_000) + numbered("<p>Paragraph %d of a page that is deep.</p>", 100_000)()
	})},
	{name: "deep in spans and then 100,000 paragraphs", build: inBody(func() string {
		return strings.Repeat("<span>", 100_000) + numbered("<p>Paragraph %d of a page that is deep.</p>", 100_000)()
	})},
}

// widePages hold much of one thing.
var widePages = []hostilePage{
	{name: "ordinary, 50 MB", build: func() string { return articlePage(50_000_000) }},
	{name: "1 M links", build: inBody(numbered("<a href=/p/%d>word</a> ", 1_000_000))},
	{name: "1 M links in items", build: inBody(numbered("<li><a href=/p/%d>word</a>", 1_000_000))},
	{name: "1 M paragraphs of a number", build: inBody(numbered("<p>%d</p>", 1_000_000))},
	{name: "300,000 times the same paragraph", build: inBody(repeat(hostileParagraph, 300_000))},
	{name: "1 M headings", build: inBody(numbered("<h2>Head %d</h2>", 1_000_000))},
	{name: "1 M br", build: inBody(repeat("a<br>", 1_000_000))},
	{name: "1 M empty elements", build: inBody(repeat("<p></p>", 1_000_000))},
	{name: "1 M images", build: inBody(numbered("<img src=/i/%d.png alt=picture>", 1_000_000))},
	{name: "1 M inline elements in one paragraph", build: inBody(between("<p>", "<i>a</i> <b>b</b> ", 500_000, "</p>"))},
	{name: "1 M comments", build: inBody(repeat("<!-- x -->", 1_000_000))},
	{name: "1 M comments between letters", build: inBody(repeat("a<!---->", 1_000_000))},
	{name: "1 M time elements", build: inBody(repeat("<time datetime=2021-02-03>3 Feb 2021</time>", 1_000_000))},
	{name: "1 M attributes on one element", build: inBody(func() string { return "<div" + numbered(" a%d=b", 1_000_000)() + ">word</div>" })},
	{name: "1 M times the same attribute", build: inBody(between("<div", " class=a", 1_000_000, ">word</div>"))},
	{name: "1 M class names on one element", build: inBody(func() string { return `<div class="` + numbered("content%d ", 1_000_000)() + `">word</div>` })},
	{name: "100,000 elements with 100 attributes", build: inBody(repeat("<p"+strings.Repeat(" id=a", 100)+">word", 100_000))},
	{name: "5 MB attribute", build: inBody(between(`<div title="`, "abcd efgh ", 500_000, `">word</div>`))},
	{name: "5 MB style attribute", build: inBody(between(`<div style="`, "color:red;", 500_000, `">word</div>`))},
	{name: "5 MB address", build: inBody(between(`<a href="/`, "abcd-efgh/", 500_000, `">word</a>`))},
	{name: "100,000 protected e-mails", build: inBody(repeat(`<a class="__cf_email__" data-cfemail="4a2b0a28642538">[email]</a> `, 100_000))},
	{name: "5 MB protected e-mail", build: inBody(between(`<a class="__cf_email__" data-cfemail="4a`, "2b", 2_500_000, `">[email]</a>`))},
	{name: "10 MB paragraph", build: inBody(between("<p>", "The harbour was quiet that evening. ", 300_000, "</p>"))},
	{name: "10 MB word", build: inBody(between("<p>", "abcdefghij", 1_000_000, "</p>"))},
	{name: "10 MB of spaces", build: inBody(repeat("          ", 1_000_000))},
	{name: "10 MB of spaces in a pre", build: inBody(between("<pre>", "          ", 1_000_000, "</pre>"))},
	{name: "1 M lines in a pre", build: inBody(between("<pre><code>", "x = 1\n", 1_000_000, "</code></pre>"))},
	{name: "1 M meta elements", build: inHead(numbered("<meta property=article:tag content=tag%d>", 1_000_000))},
	{name: "1 M authors", build: inHead(numbered("<meta name=author content='Ada Quill %d'>", 1_000_000))},
	{name: "1 M microdata properties", build: inBody(numbered("<span itemprop=author itemscope><b itemprop=name>A%d</b></span>", 500_000))},
	{name: "5 MB title", build: inHead(between("<title>", "Harbour - ", 500_000, "</title>"))},
	{name: "1 MB of &amp;amp;…", build: inBody(between("<p>&", "amp;", 250_000, "</p>"))},
	{name: "1 MB of &", build: inBody(between("<p>", "&", 1_000_000, "</p>"))},
	{name: "1 MB of &#", build: inBody(between("<p>", "&#", 500_000, "</p>"))},
	{name: "1 MB of &#0;", build: inBody(between("<p>", "&#0;", 250_000, "</p>"))},
	{name: "one character reference of 1 MB", build: inBody(between("<p>&#", "9", 1_000_000, ";</p>"))},
	{name: "1 MB of references in an attribute", build: inHead(between(`<meta name=description content="`, "&lt;", 250_000, `">`))},
}

// unclosedPages leave open what they begin.
var unclosedPages = []hostilePage{
	{name: "1 M div open", build: inBody(repeat("<div>", 1_000_000))},
	{name: "1 M p open", build: inBody(repeat("<p>a", 1_000_000))},
	{name: "1 M li open", build: inBody(repeat("<li>a", 1_000_000))},
	{name: "1 M ul open", build: inBody(repeat("<ul><li>a", 500_000))},
	{name: "1 M td open", build: inBody(between("<table>", "<td>a", 1_000_000, ""))},
	{name: "1 M a open", build: inBody(repeat("<a href=/>a", 1_000_000))},
	{name: "1 M b open", build: inBody(repeat("<b>a", 1_000_000))},
	{name: "1 M b, i and font open across p", build: inBody(repeat("<p><b><i><font>a", 250_000))},
	{name: "1 M option open", build: inBody(between("<select>", "<option>a", 1_000_000, ""))},
	{name: "1 M unknown elements open", build: inBody(repeat("<x-y>a", 1_000_000))},
	{name: "1 M elements of all kinds open", build: inBody(func() string { return everyTag("<%s>a", 1_000_000) })},
	{name: "1 M elements of all kinds ended only", build: inBody(func() string { return everyTag("</%s>a", 1_000_000) })},
	{name: "1 M elements of all kinds opened, then ended", build: inBody(func() string { return everyTag("<%s>a", 500_000) + everyTag("</%s>a", 500_000) })},
	{name: "300,000 ends in the wrong order, b over div", build: inBody(repeat("<b><div>a</b>b</div>", 300_000))},
	{name: "300,000 ends in the wrong order, a over p", build: inBody(repeat("<a href=/><p>a</a></p>", 300_000))},
	{name: "300,000 links around open divs", build: inBody(repeat("<a href=/><div>a", 300_000))},
	{name: "300,000 p in open buttons", build: inBody(repeat("<p><button>a", 300_000))},
	{name: "300,000 forms open", build: inBody(repeat("<form><p>a", 300_000))},
	{name: "a comment that is not closed, 5 MB", build: inBody(between("<!--", "- a word", 600_000, ""))},
	{name: "a tag that is not closed, 5 MB", build: inBody(between("<div ", "a=b ", 1_250_000, ""))},
	{name: "a quoted value that is not closed, 5 MB", build: inBody(between(`<div title="`, "a>b ", 1_250_000, ""))},
	{name: "a script that is not closed, 5 MB", build: inBody(between("<script>", "var a=1; ", 600_000, ""))},
	{name: "a script with 1 M comment marks", build: inBody(between("<script>", "<!--<script>", 400_000, ""))},
	{name: "a textarea that is not closed, 5 MB", build: inBody(between("<textarea>", "</text a ", 600_000, ""))},
	{name: "a title that is not closed, 5 MB", build: inHead(between("<title>", "</titl a ", 600_000, ""))},
	{name: "a style that is not closed, 5 MB", build: inHead(between("<style>", "</styl a ", 600_000, ""))},
	{name: "a noscript that is not closed, 5 MB", build: inBody(between("<noscript>", "<p>a word ", 500_000, ""))},
	{name: "plaintext, 5 MB", build: inBody(between("<plaintext>", "a </p> b\n", 600_000, ""))},
	{name: "CDATA that is not closed, 5 MB", build: inBody(between("<svg><![CDATA[", "]] a ]> b", 600_000, ""))},
	{name: "1 MB of <", build: inBody(repeat("<", 1_000_000))},
	{name: "1 MB of </", build: inBody(repeat("</", 500_000))},
	{name: "1 MB of <!", build: inBody(repeat("<!", 500_000))},
	{name: "1 MB of <a", build: inBody(repeat("<a ", 350_000))},
	{name: "1 M doctypes", build: repeat("<!DOCTYPE html>", 300_000)},
	{name: "100,000 html and body", build: repeat("<html><head><body>word", 100_000)},
	{name: "framesets", build: repeat("<frameset><frame src=a>", 300_000)},
}

// everyTag writes n tags of all kinds in turn.
func everyTag(format string, n int) string {
	names := strings.Fields("a abbr address applet area article aside audio b base bdi bdo big blockquote br button canvas caption center " +
		"cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 " +
		"h4 h5 h6 header hr i img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr object ol optgroup " +
		"option output p param pre progress q rp rt ruby s samp section select small source span strike strong sub summary sup svg table " +
		"tbody td tfoot th thead time tr track tt u ul var video wbr x-other")
	var b strings.Builder
	b.Grow(9 * n)
	for i := range n {
		fmt.Fprintf(&b, format, names[i%len(names)])
	}
	return b.String()
}

// tablePages are tables.
var tablePages = []hostilePage{
	{name: "colspan=9007199254740991", build: inBody(func() string { return hostileTable("colspan=9007199254740991", 1000) })},
	{name: "rowspan=9007199254740991", build: inBody(func() string { return hostileTable("rowspan=9007199254740991", 1000) })},
	{name: "colspan=1000 rowspan=65534, 100,000 cells", build: inBody(func() string { return hostileTable("colspan=1000 rowspan=65534", 100_000) })},
	{name: "colspan=-1, 100,000 cells", build: inBody(func() string { return hostileTable("colspan=-1 rowspan=0", 100_000) })},
	{name: "1 M table rows", build: inBody(func() string { return "<table>" + numbered("<tr><td>%d<td>a", 1_000_000)() + "</table>" })},
	{name: "1 M table rows below rowspan=65534", build: inBody(func() string {
		return "<table><tr>" + strings.Repeat("<td rowspan=65534>a", 100) + numbered("<tr><td>%d", 300_000)() + "</table>"
	})},
	{name: "one table row of 1 M cells", build: inBody(func() string { return "<table><tr>" + numbered("<td>%d", 1_000_000)() + "</table>" })},
	{name: "a row of 3,000 cells and 3,000 rows of one", build: inBody(func() string {
		return "<table><tr>" + strings.Repeat("<td>a", 3000) + strings.Repeat("<tr><td>a", 3000) + "</table>"
	})},
	{name: "100,000 tables", build: inBody(repeat("<table><tr><th>a<td>b</table>", 100_000))},
	{name: "text in a table outside cells", build: inBody(between("<table>", "a<tr>b", 300_000, "</table>"))},
}

// hostileTable returns a table of rows of ten cells that all have the attributes.
func hostileTable(attributes string, cells int) string {
	row := "<tr>" + strings.Repeat("<td "+attributes+">cell</td>", 10) + "</tr>"
	return "<table>" + strings.Repeat(row, cells/10) + "</table>"
}

// scriptPages hold data in scripts.
var scriptPages = []hostilePage{
	{name: "a 10 MB script", build: inHead(between("<script>", "var a = '</scrip>'; ", 500_000, "</script>"))},
	{name: "JSON-LD 100,000 arrays deep", build: inHead(func() string { return jsonLD(strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)) })},
	{name: "JSON-LD 100,000 objects deep", build: inHead(func() string {
		return jsonLD(strings.Repeat(`{"author":`, 100_000) + "1" + strings.Repeat("}", 100_000))
	})},
	{name: "JSON-LD 100,000 objects deep, not closed", build: inHead(func() string { return jsonLD(strings.Repeat(`{"@graph":[`, 100_000)) })},
	{name: "JSON-LD with 300,000 authors", build: inHead(func() string {
		return jsonLD(`{"@type":"Article","author":[` + strings.Repeat(`{"@type":"Person","name":"Ada Quill"},`, 300_000) + `{}]}`)
	})},
	{name: "JSON-LD with a body of 10 MB", build: inHead(func() string {
		return jsonLD(`{"@type":"Article","articleBody":"` + strings.Repeat(`The harbour was quiet.\n\n`, 400_000) + `"}`)
	})},
	{name: "JSON-LD with a string of 5 MB of escapes", build: inHead(func() string {
		return jsonLD(`{"headline":"` + strings.Repeat(`\u0041\\`, 600_000) + `"}`)
	})},
	{name: "30,000 JSON-LD scripts", build: inHead(func() string {
		return strings.Repeat(jsonLD(`{"@type":"Article","headline":"Harbour","datePublished":"2021-02-03"}`), 30_000)
	})},
	{name: "state of a page without a body, 5 MB", build: func() string {
		return `<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">{"props":{"a":[` +
			numbered(`{"id":%d,"text":"The harbour was quiet that evening, and nobody saw the boat."},`, 60_000)() + "{}]}}</script></body></html>"
	}},
	{name: "state of a page without a body, 100,000 deep", build: func() string {
		return `<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">` +
			strings.Repeat(`{"a":[`, 100_000) + strings.Repeat("]}", 100_000) + "</script></body></html>"
	}},
}

func jsonLD(data string) string { return `<script type="application/ld+json">` + data + "</script>" }

// encodingPages say something wrong of their encoding, or have none.
var encodingPages = []hostilePage{
	{name: "null bytes", raw: true, build: inBody(repeat("a\x00", 1_000_000))},
	{name: "null bytes in tags", raw: true, build: inBody(repeat("<p\x00 a\x00=\x00>word</p\x00>", 100_000))},
	{name: "said to be UTF-16", raw: true, build: inHead(func() string { return "<meta charset=utf-16>" + articlePage(1_000_000) })},
	{name: "said to be GB 2312", raw: true, build: inHead(func() string { return "<meta charset=gb2312>" + strings.Repeat("caf\u00e9 ", 200_000) })},
	{name: "said to be Shift JIS", raw: true, build: inHead(func() string { return "<meta charset=shift_jis>" + strings.Repeat("caf\u00e9 ", 200_000) })},
	{name: "said to be nothing known", raw: true, build: inHead(func() string { return "<meta charset=harbour-8>" + strings.Repeat("caf\u00e9 ", 200_000) })},
	{name: "said to be UTF-8, Latin-1 it is", raw: true, build: inHead(func() string { return "<meta charset=utf-8>" + strings.Repeat("caf\xe9 ", 200_000) })},
	{name: "UTF-16 without a mark", raw: true, build: func() string {
		return strings.Join(strings.Split(articlePage(500_000), ""), "\x00") + "\x00"
	}},
	{name: "5 MB of 0xFF", raw: true, build: repeat("\xff", 5_000_000)},
	{name: "every byte again and again", raw: true, build: func() string {
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		return strings.Repeat(string(all), 8000)
	}},
}
