// Package page takes the running text out of an HTML page, for texts to learn from. It is simpler than what the product does
// (internal/clean/html) and independent of it: trees that learnt from the product's choice of content joined more true breaks,
// and the model must not change with every change there.
//
// The page is tokenized once into a flat list of pieces over an arena of elements, which know their ancestors'
// properties without looking up. A container is chosen by the text that its paragraphs hold, and its pieces are written out
// in order.
package page
