// Package render writes the chosen texts of a page as clean text, with its structure and an exact account of where every
// character came from.
//
// Blocks are separated by blank lines; items of one list and rows of one table are on consecutive lines, the cells of a row
// are separated by tabs. Inline elements never break a paragraph. Code is verbatim, mathematics is TeX where the page has it.
//
// A few passes over the elements find out what each has inside and around it; then the chosen texts are written in order.
// Time and memory are linear in the page.
//
// Everything is safe for concurrent use.
package render
