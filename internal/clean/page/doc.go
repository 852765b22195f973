// Package page takes the main content out of an HTML page, with an exact account of where every character came from.
//
// The page is tokenized once into a flat list of pieces over an arena of elements, which know their ancestors'
// properties without looking up: nesting has no limit and costs nothing. A container is chosen by the text that its
// paragraphs hold, and its pieces are written out in order. Time and memory are linear in the page.
//
// Everything is safe for concurrent use.
package page
