// Package pytext finds the units of a text that the references' rules count, once for all of them: words and their
// types, lines, repeated n-grams, and characters as Python classes them.
//
// What is asked of a word is asked of its type: a text has fewer distinct words than words, and every reference's own
// tokens can be had from a word by itself, for none of them crosses white space. Memory is used again: a Text and
// everything it returned are valid until Release. Nothing here is safe for concurrent use. Time is linear in the text.
package pytext
