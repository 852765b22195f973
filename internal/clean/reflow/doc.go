// Package reflow rejoins paragraphs that were broken at inline links or wrapped at a fixed width.
//
// It joins lines and blocks and changes nothing else, but for the page number and the running heads that stand inside a sentence
// of a printed text. A break in doubt stays, because two paragraphs that were joined can
// never be separated again. Headings, list items, verse, code and tables are left alone. Everything is safe for concurrent
// use; time and memory are linear in the text.
package reflow
