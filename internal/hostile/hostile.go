// Package hostile makes documents that are slow to work on, large in memory or easy to misread: deep nesting, elements
// left open, a million of one thing, text without words. The growth tests and the measurements of eval/ read the same
// list, so a document that once was slow stays in both. The product does not import it.
package hostile

import (
	"fmt"
	"slices"
	"strings"
)

// Form is how a document is handed over.
type Form int

// The forms.
const (
	Text    Form = iota // plain text, already decoded
	Page                // HTML, already decoded
	RawPage             // HTML whose encoding has to be found
)

// Document is one kind of hostile document.
type Document struct {
	Name string
	Form Form

	build builder
}

// Build returns the document with about size bytes; a few are larger, by no more than 2 kB, because of what surrounds
// the hostile part.
func (d Document) Build(size int) string { return d.build(size) }

// Documents returns all documents. The first two are ordinary, a text and a page, and serve as the standard for the others.
func Documents() []Document {
	all := []Document{
		{"ordinary text", Text, ordinaryText},
		{"ordinary page", Page, OrdinaryPage},
	}
	return slices.Concat(all, texts, lineTexts, deepPages, widePages, headPages, unclosedPages, tablePages, scriptPages, encodingPages)
}

// Named returns the document with this name.
func Named(name string) (Document, bool) {
	all := Documents()
	i := slices.IndexFunc(all, func(d Document) bool { return d.Name == name })
	if i < 0 {
		return Document{}, false
	}
	return all[i], true
}

// builder returns content of about size bytes.
type builder func(size int) string

// fill repeats unit.
func fill(unit string) builder {
	return func(size int) string { return strings.Repeat(unit, max(1, size/len(unit))) }
}

// numbered repeats format with the numbers from 1, so that no two repetitions are the same. It replaces each %d.
func numbered(format string) builder {
	verbs := strings.Count(format, "%d")
	return func(size int) string {
		var b strings.Builder
		b.Grow(size + len(format) + 40)
		args := make([]any, verbs)
		for i := 1; b.Len() < size; i++ {
			for k := range args {
				args[k] = i
			}
			fmt.Fprintf(&b, format, args...)
		}
		return b.String()
	}
}

// nested opens as many elements as fit, puts a word inside and closes them.
func nested(open, end string) builder {
	return func(size int) string {
		n := max(1, size/(len(open)+len(end)))
		return strings.Repeat(open, n) + "word" + strings.Repeat(end, n)
	}
}

// between puts a content between two fixed strings.
func between(before string, inner builder, after string) builder {
	return func(size int) string { return before + inner(size) + after }
}

// halves puts two contents of half the size one after the other.
func halves(first, second builder) builder {
	return func(size int) string { return first(size/2) + second(size/2) }
}

// inBody makes a page with a paragraph before and after the hostile part.
func inBody(inner builder) builder {
	return between("<!DOCTYPE html><html><head><title>Harbour</title></head><body>"+paragraph, inner, paragraph+"</body></html>")
}

// inHead makes a page with the hostile part in its head.
func inHead(inner builder) builder {
	return between("<!DOCTYPE html><html><head><title>Harbour</title>", inner, "</head><body>"+paragraph+"</body></html>")
}

// paragraph is the ordinary part of a hostile page.
const paragraph = "<p>The harbour was quiet that evening, and nobody saw the boat leave for the islands.</p>\n"

// ordinaryText is news text in which no two paragraphs are the same.
func ordinaryText(size int) string {
	return numbered("On night %d the harbour was quiet, and %d boats lay at the eastern pier. Nobody had seen the crew of the ferry leave, " +
		"which worried the keeper.\n\n“We lit %d lamps,” Ada Quill said on Monday. “Nobody asked the Harbour Trust, and that was wrong.”\n\n")(size)
}

// OrdinaryPage returns the page of an article of about size bytes. No two of its paragraphs are the same.
func OrdinaryPage(size int) string {
	var b strings.Builder
	b.Grow(size + 4096)
	b.WriteString("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>The harbour by night</title>" +
		`<meta name="author" content="Ada Quill"><meta property="og:title" content="The harbour by night"></head><body>` +
		"<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article><h1>The harbour by night</h1>\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>On night %d the harbour was quiet, and %d boats lay at the <a href=\"/pier/%d\">eastern pier</a>. "+
			"Nobody had seen the crew of the %d&nbsp;o&rsquo;clock ferry leave, which worried the keeper; he wrote <em>%d lamps out</em> "+
			"into the book, as he had done since his father gave him the keys.</p>\n", i, i*7%113, i, i%12+1, i*31%97)
	}
	b.WriteString("</article><footer><p>Terms | Privacy | About us</p></footer></body></html>\n")
	return b.String()
}
