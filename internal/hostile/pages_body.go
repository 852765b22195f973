package hostile

import "strings"

// deepPages nest.
var deepPages = []Document{
	{"div in div", Page, inBody(nested("<div>", "</div>"))},
	{"div in div with text", Page, inBody(nested("<div>word ", "</div>"))},
	{"div in div, left open, with text", Page, inBody(fill("<div>a b c."))},
	{"div in div with attributes", Page, inBody(nested(`<div class="article content" id=main role=main>`, "</div>"))},
	{"b in b", Page, inBody(nested("<b>", "</b>"))},
	{"span in span with text", Page, inBody(nested("<span>word ", "</span>"))},
	{"table in table", Page, inBody(nested("<table><tr><td>", "</td></tr></table>"))},
	{"table in table with text", Page, inBody(nested("<table><tr><td>cell<td>", "</td></tr></table>"))},
	{"list in list", Page, inBody(nested("<ul><li>item", "</li></ul>"))},
	{"numbered list in list", Page, inBody(nested("<ol><li>item", "</li></ol>"))},
	{"definition list in list", Page, inBody(nested("<dl><dt>term<dd>", "</dd></dl>"))},
	{"blockquote in blockquote", Page, inBody(nested("<blockquote><p>word", "</blockquote>"))},
	{"article in article", Page, inBody(nested("<article><h2>Head</h2><p>word</p>", "</article>"))},
	{"section in section", Page, inBody(nested("<section><p>word", "</section>"))},
	{"details in details", Page, inBody(nested("<details><summary>s</summary>", "</details>"))},
	{"noscript in noscript", Page, inBody(nested("<noscript>", "</noscript>"))},
	{"template in template", Page, inBody(nested("<template>", "</template>"))},
	{"svg in svg", Page, inBody(nested("<svg><g>", "</g></svg>"))},
	{"math rows in rows", Page, inBody(between("<math>", nested("<mrow><mfrac><mi>x</mi>", "</mfrac></mrow>"), "</math>"))},
	{"code in code", Page, inBody(nested("<pre><code>", "</code></pre>"))},
	{"figure in figure", Page, inBody(nested("<figure><figcaption>c</figcaption>", "</figure>"))},
	{"link in link", Page, inBody(nested("<a href=/a>", "</a>"))},
	{"comment in comment", Page, inBody(nested("<div class=comment><p>word</p>", "</div>"))},
	{"unknown element in its like", Page, inBody(nested("<x-card>", "</x-card>"))},
	{"deep, then wrong ends", Page, inBody(halves(fill("<div>"), fill("word</span>")))},
	{"deep, then paragraphs", Page, inBody(halves(fill("<section>"), numbered("<p>Paragraph %d of a page that is deep.</p>")))},
	{"deep in spans, then paragraphs", Page, inBody(halves(fill("<span>"), numbered("<p>Paragraph %d of a page that is deep.</p>")))},
	{"deep lists, then items", Page, inBody(halves(fill("<ul><li>"), numbered("<li>Item %d</li>")))},
}

// widePages hold much of one thing in their body.
var widePages = []Document{
	{"links", Page, inBody(numbered("<a href=/p/%d>word</a> "))},
	{"links in items", Page, inBody(numbered("<li><a href=/p/%d>word</a>"))},
	{"items of one list", Page, inBody(between("<ul>", numbered("<li>The harbour was quiet on night %d.</li>"), "</ul>"))},
	{"paragraphs of a number", Page, inBody(numbered("<p>%d</p>"))},
	{"paragraphs of a letter", Page, inBody(fill("<p>a"))},
	{"the same paragraph of a page", Page, inBody(fill(paragraph))},
	{"posts of a forum", Page, inBody(numbered("<div class=post id=p%d><b class=author>Ada</b><p>The harbour was quiet.</p></div>\n"))},
	{"readers' comments", Page, inBody(numbered("<li class=comment id=c%d><cite>Ada</cite><p>The harbour was quiet.</p>\n"))},
	{"cards of a listing", Page, inBody(numbered("<article><h3><a href=/%d>Harbour</a></h3><p>A short text.</p></article>\n"))},
	{"headings of a page", Page, inBody(numbered("<h2>Head %d</h2>"))},
	{"line breaks", Page, inBody(fill("a<br>"))},
	{"empty elements", Page, inBody(fill("<p></p>"))},
	{"images", Page, inBody(numbered("<img src=/i/%d.png alt=picture>"))},
	{"figures", Page, inBody(numbered("<figure><img src=/i/%d.png><figcaption>The harbour</figcaption></figure>"))},
	{"inline elements in one paragraph", Page, inBody(between("<p>", fill("<i>a</i> <b>b</b> "), "</p>"))},
	{"links in one paragraph", Page, inBody(between("<p>", numbered("<a href=/%d>word</a>, "), "</p>"))},
	{"comments", Page, inBody(fill("<!-- x -->"))},
	{"comments between letters", Page, inBody(fill("a<!---->"))},
	{"time elements", Page, inBody(fill("<time datetime=2021-02-03>3 Feb 2021</time>"))},
	{"definition lists", Page, inBody(between("<dl>", numbered("<dt>Term %d<dd>what it means"), "</dl>"))},
	{"block quotations", Page, inBody(numbered("<blockquote><p>The harbour was quiet %d.</p><cite>Ada</cite></blockquote>"))},
	{"code listings", Page, inBody(numbered("<pre><code class=language-go>x := %d</code></pre>"))},
	{"formulas of a page", Page, inBody(numbered("<p><math><mi>x</mi><mn>%d</mn></math></p>"))},
	{"attributes on one element", Page, inBody(between("<div", numbered(" a%d=b"), ">word</div>"))},
	{"the same attribute", Page, inBody(between("<div", fill(" class=a"), ">word</div>"))},
	{"class names on one element", Page, inBody(between(`<div class="`, numbered("content%d "), `">word</div>`))},
	{"elements with 100 attributes", Page, inBody(fill("<p" + strings.Repeat(" id=a", 100) + ">word"))},
	{"long attribute", Page, inBody(between(`<div title="`, fill("abcd efgh "), `">word</div>`))},
	{"long style attribute", Page, inBody(between(`<div style="`, fill("color:red;"), `">word</div>`))},
	{"style attributes", Page, inBody(numbered(`<p style="display:block;color:red">word %d</p>`))},
	{"hidden elements", Page, inBody(numbered(`<p style="display:none">word %d</p>`))},
	{"long address", Page, inBody(between(`<a href="/`, fill("abcd-efgh/"), `">word</a>`))},
	{"protected mail addresses", Page, inBody(fill(`<a class="__cf_email__" data-cfemail="4a2b0a28642538">[email]</a> `))},
	{"long protected mail address", Page, inBody(between(`<a class="__cf_email__" data-cfemail="4a`, fill("2b"), `">[email]</a>`))},
	{"one paragraph", Page, inBody(between("<p>", fill("The harbour was quiet that evening. "), "</p>"))},
	{"one word of a page", Page, inBody(between("<p>", fill("abcdefghij"), "</p>"))},
	{"spaces of a page", Page, inBody(fill("          "))},
	{"spaces in a pre", Page, inBody(between("<pre>", fill("          "), "</pre>"))},
	{"lines in a pre", Page, inBody(between("<pre><code>", fill("x = 1\n"), "</code></pre>"))},
	{"microdata properties", Page, inBody(numbered("<span itemprop=author itemscope><b itemprop=name>A%d</b></span>"))},
	{"&amp;amp;amp; in a page", Page, inBody(between("<p>&", fill("amp;"), "</p>"))},
	{"ampersands in a page", Page, inBody(between("<p>", fill("&"), "</p>"))},
	{"&# in a page", Page, inBody(between("<p>", fill("&#"), "</p>"))},
	{"&#0; in a page", Page, inBody(between("<p>", fill("&#0;"), "</p>"))},
	{"one long character reference", Page, inBody(between("<p>&#", fill("9"), ";</p>"))},
	{"combining marks in a page", Page, inBody(between("<p>a", fill("\u0301"), "</p>"))},
}

// tablePages are tables.
var tablePages = []Document{
	{"huge colspan", Page, inBody(tableOf("colspan=9007199254740991"))},
	{"huge rowspan", Page, inBody(tableOf("rowspan=9007199254740991"))},
	{"colspan=1000 rowspan=65534", Page, inBody(tableOf("colspan=1000 rowspan=65534"))},
	{"colspan=-1 rowspan=0", Page, inBody(tableOf("colspan=-1 rowspan=0"))},
	{"table rows", Page, inBody(between("<table>", numbered("<tr><td>%d<td>a"), "</table>"))},
	{"table rows below rowspan=65534", Page, inBody(between("<table><tr>"+strings.Repeat("<td rowspan=65534>a", 100), numbered("<tr><td>%d"), "</table>"))},
	{"cells of one table row", Page, inBody(between("<table><tr>", numbered("<td>%d"), "</table>"))},
	{"a row of many cells, then rows of one", Page, inBody(between("<table><tr>", halves(fill("<td>a"), fill("<tr><td>a")), "</table>"))},
	{"small tables", Page, inBody(fill("<table><tr><th>a<td>b</table>"))},
	{"text in a table outside cells", Page, inBody(between("<table>", fill("a<tr>b"), "</table>"))},
}

// tableOf makes a table in rows of ten cells that all have the attributes.
func tableOf(attributes string) builder {
	row := "<tr>" + strings.Repeat("<td "+attributes+">cell</td>", 10) + "</tr>"
	return between("<table>", fill(row), "</table>")
}
