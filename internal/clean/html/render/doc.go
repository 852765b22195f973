// Package render writes the chosen texts of a page as clean text, with its structure and an exact account of where every
// character came from.
//
// Blocks are parted by blank lines; items of one list and rows of one table stand on neighbouring lines, the cells of a row
// are parted by tabs. Inline elements never break a paragraph. Code is verbatim, mathematics is TeX where the page has it.
//
// Elements are looked at three times, each time once and in order, texts twice, and only chosen texts are read. Time and
// memory are linear in the page.
//
// Everything is safe for concurrent use.
package render
