package main

import (
	"fmt"
	"strings"
)

// hostile is a text made to be slow.
type hostile struct{ name, text string }

// hostileTexts returns texts of 1 to 10 MB that defeat what is quick on ordinary ones.
func hostileTexts() []hostile {
	const mb = 1 << 20
	fill := func(s string, n int) string { return strings.Repeat(s, n/len(s)) }
	var numbered strings.Builder
	for i := 0; numbered.Len() < mb; i++ {
		fmt.Fprintf(&numbered, "line %d of a text in which no line ends a sentence\n", i)
	}
	var fences strings.Builder
	for i := 0; fences.Len() < mb; i++ {
		fmt.Fprintf(&fences, "%s x\n\n", strings.Repeat("`", 3+i%40))
	}
	return []hostile{
		{"10 MB on one line", fill("all of it stands on a single line, ", 10*mb)},
		{"10 MB without a space", fill("abcdefghij", 10*mb)},
		{"1 MB of emoji", fill("😀", mb)},
		{"1 MB of emoji with joiners", fill("👩\u200d🚀", mb)},
		{"1 MB of &", fill("&", mb)},
		{"1 MB of &amp;", fill("&amp;", mb)},
		{"1 MB of &amp;amp;…", "&" + fill("amp;", mb)},
		{"1 MB of Ã", fill("Ã", mb)},
		{"1 MB of Ã and ©", fill("Ã©", mb)},
		{"1 MB of â€", fill("â€", mb)},
		{"1 MB of combining marks", fill("\u0301", mb)},
		{"1 MB of combining marks, unordered", fill("\u0301\u0323", mb)},
		{"1 MB of U+FFFD", fill("\uFFFD", mb)},
		{"1 MB of C1 controls", fill("\u0092", mb)},
		{"1 MB of escape sequences", fill("\x1b[", mb)},
		{"1 MB of no-break spaces", fill("\u00a0", mb)},
		{"1 MB of spaces", "a" + fill(" ", mb) + "b"},
		{"1 MB of line feeds", "a" + fill("\n", mb) + "b"},
		{"1 MB of CR LF", "a" + fill("\r\n", mb) + "b"},
		{"500,000 lines of one letter", fill("a\n", mb)},
		{"350,000 paragraphs of one letter", fill("a\n\n", mb)},
		{"350,000 paragraphs of a comma", fill(",\n\n", mb)},
		{"one line again and again", fill("Read more about the harbour and its boats in our newsletter, which is free of charge.\n", mb)},
		{"lines without an end", numbered.String()},
		{"1 MB of list marks", fill("- ", mb)},
		{"1 MB of opened quotations", fill("“", mb)},
		{"fences that are not closed", fences.String()},
	}
}
