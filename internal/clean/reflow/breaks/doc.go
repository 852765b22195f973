// Package breaks describes the line breaks of a text by numbers, so that a model can classify them as true or false.
//
// Scan finds the lines of a text and describes each: how it begins, how it ends, how long it is, whether it reads like
// running text. Features then describes one break by the lines around it, by how suspicious the breaks near it are, and by
// the whole document: a text in which one break is certainly false is a broken text, and every other break in it is a
// suspect.
//
// Only the first and last bytes of a line are read, so that a long paragraph costs no more than finding its end.
package breaks
