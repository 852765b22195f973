// Package breaks describes the line breaks of a text by numbers, for a model to tell true ones from false ones.
//
// Scan finds the lines of a text and what each says of its neighbours: how it begins, how it ends, how long it is,
// whether it reads like running text. Features then describes one break by the lines around it, by what is to be
// thought of the breaks near it, and by the state of the whole document: a text in which one break is certainly
// false is a broken text, and in it every other break is a suspect.
//
// No line is read beyond its first and last bytes, so that the cost of a long paragraph is that of finding its end.
package breaks
