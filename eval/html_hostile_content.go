package main

import "strings"

// widePages hold much of one thing.
var widePages = []hostilePage{
	{name: "ordinary, 50 MB", build: func(part int) string { return articlePage(50_000_000 / part) }},
	{name: "1 M links", build: inBody(numbered("<a href=/p/%d>word</a> ", 1_000_000))},
	{name: "1 M links in items", build: inBody(numbered("<li><a href=/p/%d>word</a>", 1_000_000))},
	{name: "1 M paragraphs of a number", build: inBody(numbered("<p>%d</p>", 1_000_000))},
	{name: "300,000 times the same paragraph", build: inBody(repeat(hostileParagraph, 300_000))},
	{name: "300,000 posts of a forum", build: inBody(numbered("<div class=post id=p%d><b class=author>Ada</b><p>The harbour was quiet.</p></div>\n", 300_000))},
	{name: "300,000 readers' comments", build: inBody(numbered("<li class=comment id=c%d><cite>Ada</cite><p>The harbour was quiet.</p>\n", 300_000))},
	{name: "300,000 cards of a list", build: inBody(numbered("<article><h3><a href=/%d>Harbour</a></h3><p>A short text.</p></article>\n", 300_000))},
	{name: "1 M headings", build: inBody(numbered("<h2>Head %d</h2>", 1_000_000))},
	{name: "1 M br", build: inBody(repeat("a<br>", 1_000_000))},
	{name: "1 M empty elements", build: inBody(repeat("<p></p>", 1_000_000))},
	{name: "1 M images", build: inBody(numbered("<img src=/i/%d.png alt=picture>", 1_000_000))},
	{name: "1 M inline elements in one paragraph", build: inBody(between("<p>", "<i>a</i> <b>b</b> ", 500_000, "</p>"))},
	{name: "1 M comments", build: inBody(repeat("<!-- x -->", 1_000_000))},
	{name: "1 M comments between letters", build: inBody(repeat("a<!---->", 1_000_000))},
	{name: "1 M time elements", build: inBody(repeat("<time datetime=2021-02-03>3 Feb 2021</time>", 1_000_000))},
	{name: "1 M attributes on one element", build: inBody(func(part int) string { return "<div" + numbered(" a%d=b", 1_000_000)(part) + ">word</div>" })},
	{name: "1 M times the same attribute", build: inBody(between("<div", " class=a", 1_000_000, ">word</div>"))},
	{name: "1 M class names on one element", build: inBody(func(part int) string {
		return `<div class="` + numbered("content%d ", 1_000_000)(part) + `">word</div>`
	})},
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

// scriptPages hold data in scripts.
var scriptPages = []hostilePage{
	{name: "a 10 MB script", build: inHead(between("<script>", "var a = '</scrip>'; ", 500_000, "</script>"))},
	{name: "JSON-LD 100,000 arrays deep", build: inHead(func(part int) string {
		return jsonLD(strings.Repeat("[", 100_000/part) + strings.Repeat("]", 100_000/part))
	})},
	{name: "JSON-LD 100,000 objects deep", build: inHead(func(part int) string {
		return jsonLD(strings.Repeat(`{"author":`, 100_000/part) + "1" + strings.Repeat("}", 100_000/part))
	})},
	{name: "JSON-LD 100,000 objects deep, not closed", build: inHead(func(part int) string { return jsonLD(strings.Repeat(`{"@graph":[`, 100_000/part)) })},
	{name: "JSON-LD with 300,000 authors", build: inHead(func(part int) string {
		return jsonLD(`{"@type":"Article","author":[` + strings.Repeat(`{"@type":"Person","name":"Ada Quill"},`, 300_000/part) + `{}]}`)
	})},
	{name: "JSON-LD with a body of 10 MB", build: inHead(func(part int) string {
		return jsonLD(`{"@type":"Article","articleBody":"` + strings.Repeat(`The harbour was quiet.\n\n`, 400_000/part) + `"}`)
	})},
	{name: "JSON-LD with a string of 5 MB of escapes", build: inHead(func(part int) string {
		return jsonLD(`{"headline":"` + strings.Repeat(`\u0041\\`, 600_000/part) + `"}`)
	})},
	{name: "30,000 JSON-LD scripts", build: inHead(func(part int) string {
		return strings.Repeat(jsonLD(`{"@type":"Article","headline":"Harbour","datePublished":"2021-02-03"}`), 30_000/part)
	})},
	{name: "state of a page without a body, 5 MB", build: func(part int) string {
		return `<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">{"props":{"a":[` +
			numbered(`{"id":%d,"text":"The harbour was quiet that evening, and nobody saw the boat."},`, 60_000)(part) + "{}]}}</script></body></html>"
	}},
	{name: "state of a page without a body, 100,000 deep", build: func(part int) string {
		return `<html><body><div id=__next></div><script id="__NEXT_DATA__" type="application/json">` +
			strings.Repeat(`{"a":[`, 100_000/part) + strings.Repeat("]}", 100_000/part) + "</script></body></html>"
	}},
}

func jsonLD(data string) string { return `<script type="application/ld+json">` + data + "</script>" }

// encodingPages say something wrong of their encoding, or have none.
var encodingPages = []hostilePage{
	{name: "null bytes", raw: true, build: inBody(repeat("a\x00", 1_000_000))},
	{name: "null bytes in tags", raw: true, build: inBody(repeat("<p\x00 a\x00=\x00>word</p\x00>", 100_000))},
	{name: "said to be UTF-16", raw: true, build: inHead(func(part int) string { return "<meta charset=utf-16>" + articlePage(1_000_000/part) })},
	{name: "said to be GB 2312", raw: true, build: inHead(func(part int) string { return "<meta charset=gb2312>" + strings.Repeat("caf\u00e9 ", 200_000/part) })},
	{name: "said to be Shift JIS", raw: true, build: inHead(func(part int) string { return "<meta charset=shift_jis>" + strings.Repeat("caf\u00e9 ", 200_000/part) })},
	{name: "said to be nothing known", raw: true, build: inHead(func(part int) string { return "<meta charset=harbour-8>" + strings.Repeat("caf\u00e9 ", 200_000/part) })},
	{name: "said to be UTF-8, Latin-1 it is", raw: true, build: inHead(func(part int) string { return "<meta charset=utf-8>" + strings.Repeat("caf\xe9 ", 200_000/part) })},
	{name: "UTF-16 without a mark", raw: true, build: func(part int) string {
		return strings.Join(strings.Split(articlePage(500_000/part), ""), "\x00") + "\x00"
	}},
	{name: "5 MB of 0xFF", raw: true, build: repeat("\xff", 5_000_000)},
	{name: "every byte again and again", raw: true, build: func(part int) string {
		all := make([]byte, 256)
		for i := range all {
			all[i] = byte(i)
		}
		return strings.Repeat(string(all), 8000/part)
	}},
}
