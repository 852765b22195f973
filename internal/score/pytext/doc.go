// Package pytext reads a text as the Python programs read it whose filters Score reproduces: its words (str.split), its
// lines (str.split("\n") and str.splitlines), its characters (str.isalpha and the like), and what repeats among the n-grams of
// its words. Each is found when it is first asked for, once for all that ask.
//
// Everything is linear in the text, in time and in memory. The n-grams are exact, not by hash.
package pytext
