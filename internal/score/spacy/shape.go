package spacy

import "unicode/utf8"

// shape is the set of kinds of bytes in a string, which decides the rules that need not be tried.
type shape uint8

const (
	hasLetter shape = 1 << iota // ASCII
	hasDigit                    // ASCII
	hasStop                     // full stop
	hasInfix                    // another ASCII character that begins an infix
	hasWide                     // a character beyond ASCII
	hasOther
)

var byteShapes = newByteShapes()

func newByteShapes() (shapes [256]shape) {
	for i := range shapes {
		switch c := byte(i); {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			shapes[i] = hasLetter
		case digit(rune(c)):
			shapes[i] = hasDigit
		case c >= utf8.RuneSelf:
			shapes[i] = hasWide
		default:
			shapes[i] = hasOther
		}
	}
	for _, c := range []byte("+-*^,:<>=/~") {
		shapes[c] = hasInfix
	}
	shapes['.'] = hasStop
	return shapes
}

func shapeOf(s string) (all shape) {
	for i := range len(s) {
		all |= byteShapes[s[i]]
	}
	return all
}
