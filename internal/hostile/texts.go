package hostile

import (
	"fmt"
	"strings"
)

// texts repeat characters and words.
var texts = []Document{
	{"one line", Text, fill("all of it stands on a single line, ")},
	{"one line of sentences", Text, numbered("The harbour was quiet on night %d. ")},
	{"one word", Text, fill("abcdefghij")},
	{"one word of capitals", Text, fill("ABCDEFGHIJ")},
	{"one word of digits", Text, fill("1234567890")},
	{"the same word", Text, fill("word ")},
	{"different words", Text, numbered("word%d ")},
	{"one-letter words", Text, fill("a b c d ")},
	{"emoji", Text, fill("😀")},
	{"emoji with joiners", Text, fill("👩\u200d🚀")},
	{"flags", Text, fill("🇩🇪")},
	{"ampersands", Text, fill("&")},
	{"&amp;", Text, fill("&amp;")},
	{"&amp;amp;amp;", Text, between("&", fill("amp;"), "")},
	{"different entities", Text, numbered("&#%d; &eacute; ")},
	{"Ã", Text, fill("Ã")},
	{"Ã©", Text, fill("Ã©")},
	{"â€", Text, fill("â€")},
	{"prose with mojibake", Text, numbered("The café â€œQuay %dâ€\u009d wasnâ€™t open for Zoë, whoâ€™d come. ")},
	{"combining marks", Text, between("a", fill("\u0301"), "")},
	{"combining marks out of order", Text, between("a", fill("\u0301\u0323"), "")},
	{"letters with combining marks", Text, fill("a\u0323\u0301e\u0301 ")},
	{"replacement characters", Text, fill("\uFFFD")},
	{"carriage returns", Text, fill("a\r")},
	{"C1 controls", Text, fill("\u0092")},
	{"escape sequences", Text, fill("\x1b[")},
	{"no-break spaces", Text, fill("\u00a0")},
	{"zero-width spaces", Text, fill("a\u200b")},
	{"direction marks", Text, fill("\u202ea\u202c ")},
	{"spaces", Text, between("a", fill(" "), "b")},
	{"full stops", Text, fill(".")},
	{"ellipses", Text, fill("word... ")},
	{"initials", Text, fill("A. B. C. ")},
	{"abbreviations", Text, fill("Mr. St. Dr. Inc. ")},
	{"opened quotation marks", Text, fill("“")},
	{"opened parentheses", Text, fill("( [ ")},
	{"quoted words", Text, fill("“word” ‘word’ ")},
	{"apostrophes", Text, fill("o'o’")},
	{"hyphens", Text, fill("a-")},
	{"underscores and asterisks", Text, fill("*a _b ")},
	{"backslashes and backticks", Text, fill("\\` ")},
	{"opened tags in text", Text, fill("<b ")},
	{"braces", Text, fill("{ ")},
	{"formulas", Text, fill("$x_1$ \\(y\\) ")},
	{"Chinese", Text, fill("港口很安静。")},
	{"Thai", Text, fill("ท่าเรือเงียบสงบ")},
	{"Arabic", Text, fill("كان الميناء هادئا. ")},
	{"German", Text, numbered("Der Hafen war am %d. Tag ruhig. ")},
	{"names", Text, numbered("Ada Quill%d met Zalmay Khalilzad of Harbour Trust %d. ")},
	{"the same name", Text, fill("Ada Quill met Quill. ")},
	{"names in a list", Text, fill("Ada Quill, Ben Quill, ")},
	{"capitalised words", Text, fill("Harbour Trust ")},
	{"he said", Text, fill("“It works,” he said. ")},
	{"he said of many", Text, numbered("“It works,” he said. Ada Quill%d left. ")},
	{"said without a speaker", Text, fill("said “word” said ")},
	{"dates", Text, numbered("on Monday, 3 February 2021, and %d days ago, 2021-02-03. ")},
	{"numbers", Text, numbered("%d,000.50 ")},
	{"quantities", Text, numbered("$%d million, 12.5 km, 30%%  and 1,000 t. ")},
	{"addresses of pages", Text, numbered("https://example.org/a/%d?b=c ")},
	{"one address of a page", Text, between("https://example.org/", fill("abcd-efgh/"), "")},
	{"addresses without a scheme", Text, fill("www.example.org/a ")},
	{"mail addresses", Text, numbered("a%d@example.org ")},
	{"at signs", Text, fill("a@")},
	{"host names", Text, fill("a.")},
	{"telephone numbers", Text, numbered("+49 30 1234%d ")},
	{"hash tags and handles", Text, fill("#harbour @quill ")},
	{"bad words", Text, fill("damn hell ")},
}

// lineTexts repeat lines and paragraphs.
var lineTexts = []Document{
	{"line feeds", Text, between("a", fill("\n"), "b")},
	{"CR LF", Text, between("a", fill("\r\n"), "b")},
	{"one-letter lines", Text, fill("x\n")},
	{"one-letter paragraphs", Text, fill("a\n\n")},
	{"paragraphs of a comma", Text, fill(",\n\n")},
	{"lines of one word", Text, numbered("word%d\n")},
	{"the same line", Text, fill("Read more about the harbour and its boats in our newsletter, which is free of charge.\n")},
	{"the same paragraph", Text, fill("The harbour was quiet that evening, and nobody saw the boat leave.\n\n")},
	{"two paragraphs in turn", Text, fill("The harbour was quiet that evening.\n\nNobody saw the boat leave for the islands.\n\n")},
	{"lines without an end", Text, numbered("line %d of a text in which no line ends a sentence\n")},
	{"wrapped lines", Text, numbered("The harbour was quiet on night %d, and nobody saw the\nboat leave for the islands. ")},
	{"words hyphenated at line ends", Text, numbered("the har-\nbour was quiet on night %d and no-\nbody saw it ")},
	{"paragraphs broken at links", Text, numbered("…and then-President\n\nAda Quill%d’s\n\nsecretary of state,\n\n")},
	{"columns side by side", Text, numbered("the harbour was quiet on night %d      and nobody saw it leave for the %d\n")},
	{"cells in columns", Text, fill("a  b  c  d  e  f  g  h\n")},
	{"pages that split a sentence", Text, numbered("the harbour was quiet on that night and nobody\n\n%d\n\n1 A note.\n\n")},
	{"lines of numbers", Text, numbered("%d\n")},
	{"indented lines", Text, fill("        a\n")},
	{"list items", Text, numbered("- item %d of the list\n")},
	{"list items of a letter", Text, fill("- a\n")},
	{"list marks", Text, fill("- ")},
	{"numbered list", Text, numbered("%d. item of the list\n")},
	{"list items that go on", Text, numbered("- item %d of the list\n  goes on here\n")},
	{"ever deeper list", Text, stairs(" ", "- item\n")},
	{"bullets", Text, numbered("• item %d\n")},
	{"headings", Text, numbered("# Heading %d\n\nText.\n\n")},
	{"short lines", Text, numbered("Harbour News %d\n\n")},
	{"quoted lines", Text, numbered("> line %d of a mail\n")},
	{"ever deeper mail quotations", Text, stairs(">", " line\n")},
	{"deep mail quotations", Text, fill(strings.Repeat("> ", 50) + "line\n")},
	{"fences that are not closed", Text, fences},
	{"fences of code", Text, numbered("```go\nx := %d\n```\n\n")},
	{"tables of tabs", Text, numbered("a\tb %d\tc\n")},
	{"tables of pipes", Text, numbered("| a | %d | c |\n")},
	{"one table row", Text, fill("| a ")},
	{"definitions", Text, numbered("Term %d: what it means\n")},
	{"verse", Text, numbered("The harbour sleeps %d,\nthe water keeps\n\n")},
	{"separators", Text, fill("-----\n")},
	{"copyright lines", Text, numbered("Copyright © 2021 Harbour News %d, Inc. All Rights Reserved.\n")},
	{"bylines", Text, numbered("By Ada Quill%d\n")},
	{"contact lines", Text, numbered("Write to Ada Quill at a%d@example.org\n")},
	{"speakers", Text, numbered("QUILL: It works %d.\n\n")},
	{"lines that end in an ellipsis", Text, numbered("The harbour was quiet %d…\n")},
	{"bullet lines", Text, fill("* a\n* b\n")},
	{"curly braces in lines", Text, fill("function () {\n")},
	{"lines of spaces", Text, fill("a          \n")},
	{"tabs", Text, fill("a\t\t\t\n")},
}

// stairs repeats line, each time with one more mark in front, up to 200.
func stairs(mark, line string) builder {
	return func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.Repeat(mark, i%200))
			b.WriteString(line)
		}
		return b.String()
	}
}

// fences opens fenced code with ever other numbers of backticks.
func fences(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "%s x\n\n", strings.Repeat("`", 3+i%40))
	}
	return b.String()
}
