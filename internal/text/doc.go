// Package text holds what all parts of Copydesk share: a document's source and clean text, the provenance that leads from
// one to the other, and its lines, words and sentences. It is the one home of word boundaries (word.go), abbreviations
// (abbreviation.go) and sentence boundaries (sentence.go).
//
// Offsets are byte offsets into UTF-8 and ranges are half-open, everywhere in the package; Index turns
// them into UTF-16 or code-point offsets at the edge. Nothing here is safe for concurrent use unless it
// says so: a document belongs to the goroutine that works on it.
package text
