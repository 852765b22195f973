package main

import (
	"fmt"
	"strings"
)

// hostilePage is a page made to be slow, large in memory or misread.
type hostilePage struct {
	name string
	raw  bool // its encoding has to be found

	build maker
}

// maker makes what is hostile, or for a part above 1 that part of it.
type maker func(part int) string

// hostilePages returns an ordinary page, by which the others are measured, and the hostile ones.
func hostilePages() []hostilePage {
	pages := []hostilePage{{name: "ordinary, 0.5 MB", build: func(part int) string { return articlePage(500_000 / part) }}}
	for _, list := range [][]hostilePage{deepPages, widePages, unclosedPages, tablePages, scriptPages, encodingPages} {
		pages = append(pages, list...)
	}
	return pages
}

// hostileParagraph is what a hostile page says in earnest.
const hostileParagraph = "<p>The harbour was quiet that evening, and nobody saw the boat leave for the islands.</p>\n"

// inBody returns what builds a page with a paragraph before and after the hostile part.
func inBody(build maker) maker {
	return func(part int) string {
		return "<!DOCTYPE html><html><head><title>Harbour</title></head><body>" + hostileParagraph + build(part) + hostileParagraph + "</body></html>"
	}
}

// inHead returns what builds a page with the hostile part in its head.
func inHead(build maker) maker {
	return func(part int) string {
		return "<!DOCTYPE html><html><head><title>Harbour</title>" + build(part) + "</head><body>" + hostileParagraph + "</body></html>"
	}
}

// repeat returns what builds s n times over.
func repeat(s string, n int) maker {
	return func(part int) string { return strings.Repeat(s, n/part) }
}

// numbered returns what builds format with the numbers from 1 to n, so that no two are the same.
func numbered(format string, n int) maker {
	return func(part int) string {
		var b strings.Builder
		b.Grow(n / part * (len(format) + 5))
		for i := 1; i <= n/part; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// nested returns what builds n elements in one another, with a word inside.
func nested(open, end string, n int) maker {
	return func(part int) string { return strings.Repeat(open, n/part) + "word" + strings.Repeat(end, n/part) }
}

// between returns what builds s n times over between two strings.
func between(before, s string, n int, after string) maker {
	return func(part int) string { return before + strings.Repeat(s, n/part) + after }
}
