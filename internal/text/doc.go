// Package text holds what all parts of Copydesk share: a document's source and clean text, the account
// of how one became the other, and the units it falls into.
//
// Offsets are byte offsets into UTF-8 and ranges are half-open, everywhere in the package; Index turns
// them into UTF-16 or code-point offsets at the edge. Nothing here is safe for concurrent use unless it
// says so: a document belongs to the goroutine that works on it.
package text
