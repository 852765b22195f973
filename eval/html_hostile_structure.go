package main

import (
	"fmt"
	"strings"
)

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
	{name: "100,000 math rows deep", build: inBody(func(part int) string {
		return "<math>" + nested("<mrow><mfrac><mi>x</mi>", "</mfrac></mrow>", 100_000)(part) + "</math>"
	})},
	{name: "100,000 pre and code deep", build: inBody(nested("<pre><code>", "</code></pre>", 100_000))},
	{name: "100,000 figure deep", build: inBody(nested("<figure><figcaption>c</figcaption>", "</figure>", 100_000))},
	{name: "100,000 links deep", build: inBody(nested("<a href=/a>", "</a>", 100_000))},
	{name: "100,000 unknown elements deep", build: inBody(nested("<x-card>", "</x-card>", 100_000))},
	{name: "deep and then 100,000 wrong ends", build: inBody(func(part int) string {
		return strings.Repeat("<div>", 100_000/part) + strings.Repeat("word</span>", 100_000/part)
	})},
	{name: "deep and then 100,000 paragraphs", build: inBody(func(part int) string {
		return strings.Repeat("<section>", 100_000/part) + numbered("<p>Paragraph %d of a page that is deep.</p>", 100_000)(part)
	})},
	{name: "deep in spans and then 100,000 paragraphs", build: inBody(func(part int) string {
		return strings.Repeat("<span>", 100_000/part) + numbered("<p>Paragraph %d of a page that is deep.</p>", 100_000)(part)
	})},
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
	{name: "1 M elements of all kinds open", build: inBody(func(part int) string { return everyTag("<%s>a", 1_000_000/part) })},
	{name: "1 M elements of all kinds ended only", build: inBody(func(part int) string { return everyTag("</%s>a", 1_000_000/part) })},
	{name: "1 M elements of all kinds opened, then ended", build: inBody(func(part int) string { return everyTag("<%s>a", 500_000/part) + everyTag("</%s>a", 500_000/part) })},
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
	{name: "colspan=9007199254740991", build: inBody(func(part int) string { return hostileTable("colspan=9007199254740991", 1000/part) })},
	{name: "rowspan=9007199254740991", build: inBody(func(part int) string { return hostileTable("rowspan=9007199254740991", 1000/part) })},
	{name: "colspan=1000 rowspan=65534, 100,000 cells", build: inBody(func(part int) string { return hostileTable("colspan=1000 rowspan=65534", 100_000/part) })},
	{name: "colspan=-1, 100,000 cells", build: inBody(func(part int) string { return hostileTable("colspan=-1 rowspan=0", 100_000/part) })},
	{name: "1 M table rows", build: inBody(func(part int) string { return "<table>" + numbered("<tr><td>%d<td>a", 1_000_000)(part) + "</table>" })},
	{name: "1 M table rows below rowspan=65534", build: inBody(func(part int) string {
		return "<table><tr>" + strings.Repeat("<td rowspan=65534>a", 100) + numbered("<tr><td>%d", 300_000)(part) + "</table>"
	})},
	{name: "one table row of 1 M cells", build: inBody(func(part int) string { return "<table><tr>" + numbered("<td>%d", 1_000_000)(part) + "</table>" })},
	{name: "a row of 3,000 cells and 3,000 rows of one", build: inBody(func(part int) string {
		return "<table><tr>" + strings.Repeat("<td>a", 3000/part) + strings.Repeat("<tr><td>a", 3000/part) + "</table>"
	})},
	{name: "100,000 tables", build: inBody(repeat("<table><tr><th>a<td>b</table>", 100_000))},
	{name: "text in a table outside cells", build: inBody(between("<table>", "a<tr>b", 300_000, "</table>"))},
}

// hostileTable returns a table of rows of ten cells that all have the attributes.
func hostileTable(attributes string, cells int) string {
	row := "<tr>" + strings.Repeat("<td "+attributes+">cell</td>", 10) + "</tr>"
	return "<table>" + strings.Repeat(row, cells/10) + "</table>"
}
