// Package htmltest has what the tests of the packages of html share: pages that are made to cost much, and checks of what
// work on them may cost.
package htmltest

import "strings"

// Page is a page of one shape.
type Page struct {
	Name, HTML string
}

// shape makes a page of some n bytes: head, as many pieces as fit, tail.
type shape struct {
	name, head, piece, tail string
}

// filler is a paragraph's worth of words.
const filler = "The ferry to the island leaves at noon, and nobody who has seen the harbour in the rain will want to wait for it there. "

var shapes = []shape{
	{"paragraphs", "", "<p>x", ""},
	{"long paragraphs", "", "<p>" + filler, ""},
	{"nested div", "", "<div>a b c.", ""},
	{"nested section with headings", "", "<section><h2>a</h2>b", ""},
	{"nested lists", "", "<ul><li>x", ""},
	{"nested lists with ends", "", "<ul><li>x</li></ul></li>", ""},
	{"nested numbered lists", "", "<ol><li value=3>x", ""},
	{"nested tables", "", "<table><tr><td>x", ""},
	{"nested quotations", "", "<blockquote>x", ""},
	{"nested articles", "", "<article>x", ""},
	{"nested inline elements", "", "<b><i>x", ""},
	{"nested links in tables", "<a href='" + strings.Repeat("&amp;", 400) + "'>", "<table><tr><td><a href=b>x</a>y", ""},
	{"links in a table in a link", "<a href='" + strings.Repeat("a&amp;", 2000) + "'><table><tr>", "<td><a href=b>x</a>y", ""},
	{"nested code", "<pre>", "<span class=ln>1", "x"},
	{"nested formulas", "<math>", "<msup><mi>x</mi>", ""},
	{"nested terms", "", "<dl><dt>x<dd>y", ""},
	{"nested bylines", "", "<div class=author-date>x", ""},
	{"nested microdata around buttons", strings.Repeat("<b itemprop=headline>", 2000), "<button>x</button>", ""},
	{"headings left open", "", "<h2><b><i><p>x", ""},
	{"ends of nothing", strings.Repeat("<div>", 1000), "</b>", "x"},
	{"ends of one element", "", "<b></i>", ""},
	{"unclosed inline elements", "", "<i><p>x</i>", ""},
	{"links", "", "<a href=x>y", ""},
	{"list of items", "<ul>", "<li>x", "</ul>"},
	{"items with code", "<ul>", "<li>x<pre>y</pre>z", "</ul>"},
	{"table", "<table>", "<tr><td>x<td>y", "</table>"},
	{"one row", "<table><tr><td>x<tr>", "<td>x", "</table>"},
	{"cells that reach down", "<table><tr>" + strings.Repeat("<td rowspan=65535 colspan=31>x", 4), "<tr><td>y", ""},
	{"cells that span", "<table>", "<tr><td rowspan=65535 colspan=9007199254740991>x<td colspan=30>y", ""},
	{"table with code", "<table><tr><td>a<td>b", "<tr><td>x<td><pre>y</pre>", "</table>"},
	{"table with captions", "<table><tr><td>a<td>b", "<tr><td>x<td>y<caption>z</caption>", "</table>"},
	{"terms", "<dl>", "<dt>x<dd>y", "</dl>"},
	{"line breaks", "<p>", "x<br>", ""},
	{"empty lines", "<p>", "x<br><br>", ""},
	{"blanks", "<p>", " \n x", ""},
	{"blank code", "<pre>x", "\n<b>\n</b>", "</pre>"},
	{"code with a long class", "<div class='" + strings.Repeat("x ", 400) + "'>", "<pre>x</pre>", ""},
	{"ampersands", "<p>", "&", ""},
	{"character references", "<p>x", "&nbsp;&#32;&eacute;", "y"},
	{"less-than signs", "<p>x", "<", "y"},
	{"comments", "", "<!-- x -->y", ""},
	{"a comment", "<!--", "-- >", ""},
	{"NUL", "", "\x00<p>", ""},
	{"attributes", "<p ", "ab=c ", ">x"},
	{"attributes of one name", "<p ", "id=c ", ">x"},
	{"attributes without ends", "<p ", "a='b", ""},
	{"elements with many attributes", "", "<p id=a class=b role=c style=d title=e lang=f rel=g alt=h name=i>x", ""},
	{"one long class", "<p class='", "author ", "'>x"},
	{"one long style", "<p style='", "color:red;", "'>x"},
	{"styled elements", "<style>" + strings.Repeat(".a{display:none}", 500) + "</style>", "<p class='a b' id=c>x", ""},
	{"style rules", "<style>", ".a{opacity:0}#b,p{color:red}", "</style><p class=a>x"},
	{"style sheets", "", "<style>.a{opacity:0}</style><p class=a>x", ""},
	{"one long word", "<p>", "xxxxxxxx", ""},
	{"one long line", "<p>", filler, ""},
	{"scripts", "", "<script>x</script>y", ""},
	{"scripts that hide their ends", "", "<script><!--<script></script>", ""},
	{"templates", "", "<template><p>x", ""},
	{"noscript", "", "<noscript><p>x", "</noscript>"},
	{"hidden elements", "", "<p style='opacity:0'>x<p>y", ""},
	{"drop-downs", "", "<select><option>x", ""},
	{"frames", "", "<iframe>x</iframe>", ""},
	{"pictures", "<p>x", "<img src=a alt=b>", "y"},
	{"pictures in figures", "", "<figure><img src=a><figcaption>x</figure>", ""},
	{"formulas", "", "<math alttext='x'><msup><mi>x+y</mi><mn>2</mn></msup></math>", ""},
	{"one formula", "<math>", "<mfrac><mi>x+y</mi><mn>2</mn></mfrac>", "</math>"},
	{"scripts of TeX", "<p>y", "<script type='math/tex'>x</script>", ""},
	{"ruby", "<p>", "<ruby>漢<rp>(<rt>kan<rp>)</ruby>", ""},
	{"footnote marks", "<p>", "x<sup><a href=#a>1</a></sup>", ""},
	{"protected addresses", "<b data-cfemail='" + strings.Repeat("00", 4000) + "'>", "<p>[email", ""},
	{"JSON-LD", "", `<script type="application/ld+json">{"@type":"Article","author":{"@id":"x"},"@id":"x"}</script>`, ""},
	{"one JSON-LD", `<script type="application/ld+json">[`, `{"@type":"Article","author":{"@id":"x"},"@id":"x"},`, `]</script>`},
	{"deep JSON-LD", `<script type="application/ld+json">`, `{"@graph":[`, `</script>`},
	{"JSON-LD of quotes", `<script type="application/ld+json">`, `"`, `</script>`},
	{"JSON-LD of members", `<script type="application/ld+json">{"@type":"Article",`, `"author":{"@id":"x"},`, `</script>`},
	{"state of scripts", "<script>", `"datePublished":"x",`, "</script>"},
	{"meta elements", "", "<meta name=author content=x>", ""},
	{"meta descriptions", "", "<meta name=description content='On 3 May 2020 x'>", ""},
	{"headings", "", "<h1>a b c</h1>", ""},
	{"nested headings", "", "<h1>a b c", ""},
	{"bylines", "<h1>t</h1>", "<p class=author>By Ann Bell</p>", ""},
	{"dates", "<h1>t</h1>", "<p class=date>1.1.2020</p>", ""},
	{"links to authors", "", "<a href=/author/xy rel=author>Ann Bell</a>", ""},
	{"names between bars", "<title>", "Ann - ", "</title><h1>x</h1>"},
	{"digits", "<h1>t</h1><p>", "1", ""},
	{"log-in words", "", "<p>Please log in to continue", ""},
}

// Pages returns a page of each shape, of about n bytes where the shape allows.
func Pages(n int) []Page {
	pages := make([]Page, len(shapes))
	for i, s := range shapes {
		count := max(n-len(s.head)-len(s.tail), 0)/len(s.piece) + 1
		pages[i] = Page{s.name, s.head + strings.Repeat(s.piece, count) + s.tail}
	}
	return pages
}
