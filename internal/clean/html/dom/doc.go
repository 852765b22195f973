// Package dom reads an HTML page into one compact tree with the offset of everything in the source.
//
// It is made by one pass of the tokenizer. Elements lie in one slice in document order, each with the range of elements and
// of texts inside it, so that "everything in" is a slice and an ancestor's properties are bits that it passed on. Nesting
// has no limit. Time and memory are linear in the page, whatever it holds: what a browser would mend with effort (tags that
// close in the wrong order) is mended in the simplest way that leaves the text in its place.
package dom
