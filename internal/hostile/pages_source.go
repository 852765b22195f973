package hostile

import (
	"strings"
)

// headPages hold much of one thing in their head.
var headPages = []Document{
	{"meta elements", Page, inHead(numbered("<meta property=article:tag content=tag%d>"))},
	{"authors", Page, inHead(numbered("<meta name=author content='Ada Quill %d'>"))},
	{"long title", Page, inHead(between("<title>", fill("Harbour - "), "</title>"))},
	{"references in an attribute", Page, inHead(between(`<meta name=description content="`, fill("&lt;"), `">`))},
	{"style sheets", Page, inHead(numbered("<style>.c%d{display:none}</style>"))},
	{"one style sheet", Page, inHead(between("<style>", numbered(".c%d{color:red}"), "</style>"))},
	{"links of the head", Page, inHead(numbered("<link rel=alternate hreflang=en href=/%d>"))},
}

// unclosedPages leave open what they begin.
var unclosedPages = []Document{
	{"open div", Page, inBody(fill("<div>"))},
	{"open li", Page, inBody(fill("<li>a"))},
	{"open ul", Page, inBody(fill("<ul><li>a"))},
	{"open td", Page, inBody(between("<table>", fill("<td>a"), ""))},
	{"open a", Page, inBody(fill("<a href=/>a"))},
	{"open b", Page, inBody(fill("<b>a"))},
	{"open b, i and font across p", Page, inBody(fill("<p><b><i><font>a"))},
	{"open option", Page, inBody(between("<select>", fill("<option>a"), ""))},
	{"open unknown elements", Page, inBody(fill("<x-y>a"))},
	{"all elements open", Page, inBody(everyTag("<%s>a"))},
	{"all elements ended only", Page, inBody(everyTag("</%s>a"))},
	{"all elements opened, then ended", Page, inBody(halves(everyTag("<%s>a"), everyTag("</%s>a")))},
	{"ends in the wrong order, b over div", Page, inBody(fill("<b><div>a</b>b</div>"))},
	{"ends in the wrong order, a over p", Page, inBody(fill("<a href=/><p>a</a></p>"))},
	{"links around open divs", Page, inBody(fill("<a href=/><div>a"))},
	{"p in open buttons", Page, inBody(fill("<p><button>a"))},
	{"open forms", Page, inBody(fill("<form><p>a"))},
	{"open comment", Page, inBody(between("<!--", fill("- a word"), ""))},
	{"open tag", Page, inBody(between("<div ", fill("a=b "), ""))},
	{"open quoted value", Page, inBody(between(`<div title="`, fill("a>b "), ""))},
	{"open script", Page, inBody(between("<script>", fill("var a=1; "), ""))},
	{"script with comment marks", Page, inBody(between("<script>", fill("<!--<script>"), ""))},
	{"open textarea", Page, inBody(between("<textarea>", fill("</text a "), ""))},
	{"open title", Page, inHead(between("<title>", fill("</titl a "), ""))},
	{"open style", Page, inHead(between("<style>", fill("</styl a "), ""))},
	{"open noscript", Page, inBody(between("<noscript>", fill("<p>a word "), ""))},
	{"noscript in a row", Page, inBody(fill("<noscript><p>word</p></noscript>"))},
	{"plaintext", Page, inBody(between("<plaintext>", fill("a </p> b\n"), ""))},
	{"open CDATA", Page, inBody(between("<svg><![CDATA[", fill("]] a ]> b"), ""))},
	{"<", Page, inBody(fill("<"))},
	{"</", Page, inBody(fill("</"))},
	{"<!", Page, inBody(fill("<!"))},
	{"<a", Page, inBody(fill("<a "))},
	{"doctypes", Page, fill("<!DOCTYPE html>")},
	{"html and body again and again", Page, fill("<html><head><body>word")},
	{"framesets", Page, fill("<frameset><frame src=a>")},
}

// everyTag writes tags of all kinds in turn.
func everyTag(format string) builder {
	names := strings.Fields("a abbr address applet area article aside audio b base bdi bdo big blockquote br button canvas caption center " +
		"cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 " +
		"h4 h5 h6 header hr i img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr object ol optgroup " +
		"option output p param pre progress q rp rt ruby s samp section select small source span strike strong sub summary sup svg table " +
		"tbody td tfoot th thead time tr track tt u ul var video wbr x-other")
	return func(size int) string {
		var b strings.Builder
		b.Grow(size + 20)
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.Replace(format, "%s", names[i%len(names)], 1))
		}
		return b.String()
	}
}

// scriptPages hold data in scripts.
var scriptPages = []Document{
	{"long script", Page, inHead(between("<script>", fill("var a = '</scrip>'; "), "</script>"))},
	{"JSON-LD of arrays in arrays", Page, inHead(jsonLD(nestedJSON("[", "]")))},
	{"JSON-LD of objects in objects", Page, inHead(jsonLD(nestedJSON(`{"author":`, "}")))},
	{"JSON-LD of open objects", Page, inHead(jsonLD(fill(`{"@graph":[`)))},
	{"JSON-LD with authors", Page, inHead(jsonLD(between(`{"@type":"Article","author":[`, fill(`{"@type":"Person","name":"Ada Quill"},`), `{}]}`)))},
	{"JSON-LD with a long body", Page, inHead(jsonLD(between(`{"@type":"Article","articleBody":"`, fill(`The harbour was quiet.\n\n`), `"}`)))},
	{"JSON-LD with escapes", Page, inHead(jsonLD(between(`{"headline":"`, fill(`\u0041\\`), `"}`)))},
	{"JSON-LD scripts", Page, inHead(fill(`<script type="application/ld+json">{"@type":"Article","headline":"Harbour","datePublished":"2021-02-03"}</script>`))},
	{"JSON-LD graph with references", Page, inHead(jsonLD(between(`{"@graph":[`, numbered(`{"@id":"#%d","@type":"Article","author":{"@id":"#1"}},`), `{}]}`)))},
	{"state of a page without a body", Page, between(`<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">{"props":{"a":[`,
		numbered(`{"id":%d,"text":"The harbour was quiet that evening, and nobody saw the boat."},`), "{}]}}</script></body></html>")},
	{"deep state of a page without a body", Page, between(`<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">`,
		nestedJSON(`{"a":[`, "]}"), "</script></body></html>")},
}

func jsonLD(data builder) builder {
	return between(`<script type="application/ld+json">`, data, "</script>")
}

func nestedJSON(open, end string) builder {
	return func(size int) string {
		n := max(1, size/(len(open)+len(end)))
		return strings.Repeat(open, n) + "1" + strings.Repeat(end, n)
	}
}

// encodingPages are wrong about their encoding, or do not name it.
var encodingPages = []Document{
	{"null bytes", RawPage, inBody(fill("a\x00"))},
	{"null bytes in tags", RawPage, inBody(fill("<p\x00 a\x00=\x00>word</p\x00>"))},
	{"declared as UTF-16", RawPage, inHead(between("<meta charset=utf-16>", OrdinaryPage, ""))},
	{"declared as GB 2312", RawPage, inHead(between("<meta charset=gb2312>", fill("caf\u00e9 "), ""))},
	{"declared as Shift JIS", RawPage, inHead(between("<meta charset=shift_jis>", fill("caf\u00e9 "), ""))},
	{"declared as an unknown encoding", RawPage, inHead(between("<meta charset=harbour-8>", fill("caf\u00e9 "), ""))},
	{"declared as UTF-8, is Latin-1", RawPage, inHead(between("<meta charset=utf-8>", fill("caf\xe9 "), ""))},
	{"UTF-16 without a mark", RawPage, func(size int) string {
		return strings.Join(strings.Split(OrdinaryPage(size/2), ""), "\x00") + "\x00"
	}},
	{"0xFF", RawPage, fill("\xff")},
	{"every byte again and again", RawPage, func(size int) string {
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		return fill(string(all))(size)
	}},
}
