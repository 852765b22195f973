// Package wordlist finds the entries of the List of Dirty, Naughty, Obscene, and Otherwise Bad Words (LDNOOBW) in a text: as
// whole words, and as C4's filter finds them.
//
// The lists are blunt: they were made for a picture site's search suggestions, hold medical and other innocent words, and
// know no context. A hit is a fact about a text, not a verdict on it.
package wordlist
