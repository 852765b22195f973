package spacy

import "unicode/utf8"

// Kind is what matters to the sentencizer about a token.
type Kind uint8

// The kinds.
const (
	Other       Kind = iota // begins a sentence after an Ender
	Punctuation             // is_punct: characters of the categories P only
	Ender                   // a sentence-ending character
)

// KindOf returns the kind of a token that is not of white space.
func KindOf(token string) Kind {
	if c := token[0]; 'a' <= c|0x20 && c|0x20 <= 'z' {
		return Other
	}
	if r, n := utf8.DecodeRuneInString(token); n == len(token) && classes.of(r)&ender != 0 {
		return Ender
	}
	if chunkClasses(token)&punctuation != 0 {
		return Punctuation
	}
	return Other
}
