// Package page takes the running text out of an HTML page, for texts to learn from. It is simpler than what the product does
// (internal/clean/html) and independent of it: the model must not change with every change there, and trees that learnt
// from the product's choice of content joined fewer false breaks.
//
// The page is tokenized once into a flat list of pieces over an arena of elements, each of which has a copy of what it
// inherits. A container is chosen by the text that its paragraphs hold, and its pieces are written in order.
package page
