package detect

import (
	"slices"
	"unicode"
)

// Pairs are counted between classes of characters: a language's own letters have one each, without regard to case.
const (
	Classes = 64

	classSpace      = iota - 1 // white space and controls of ASCII
	classDigit                 // ASCII
	classMark                  // punctuation of ASCII
	classApostrophe            // U+2019, inside words or after a quotation
	classOpening               // marks that begin a quotation in most languages
	classClosing               // marks that end one
	classDash                  // other marks that texts have: dashes, bullets, currencies, the no-break space
	classSymbol                // any other character that is no letter
	classInvalid               // controls beyond ASCII, and bytes that are no character
	classForeign               // letters of the same script that the language does not use
	classAlien                 // letters of other scripts than ASCII and the language's
	classASCII                 // letters of ASCII in a language of another script
	firstLetter                // the language's own letters
)

// MaxLetters is how many letters of its own a language has at most.
const MaxLetters = Classes - firstLetter

// The characters beyond ASCII of the classes of marks.
const (
	openingMarks = "“„‘‚«‹¿¡"
	closingMarks = "”»›"
	dashMarks    = "–—…§°·€£\u00a0\u200c\u200d"
)

// ClassOf returns the class of r in a language with the given letters, which are small.
func ClassOf(r rune, letters []rune) uint8 {
	if at, ok := slices.BinarySearch(letters, Fold(r)); ok {
		return uint8(firstLetter + at) //nolint:gosec // below Classes
	}
	switch {
	case r <= ' ':
		return classSpace
	case '0' <= r && r <= '9':
		return classDigit
	case r < 0x80 && !unicode.IsLetter(r):
		return classMark
	case r < 0x80:
		return classASCII
	case r < 0xA0 || r == unicode.ReplacementChar:
		return classInvalid
	case marks[r] != 0:
		return marks[r]
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return classSymbol
	case unicode.Is(unicode.Latin, r) == unicode.Is(unicode.Latin, letters[len(letters)-1]):
		return classForeign
	default:
		return classAlien
	}
}

var marks = func() map[rune]uint8 {
	m := map[rune]uint8{'’': classApostrophe}
	for class, all := range map[uint8]string{classOpening: openingMarks, classClosing: closingMarks, classDash: dashMarks} {
		for _, r := range all {
			m[r] = class
		}
	}
	return m
}()

// IsLetterClass reports whether a class is one of the language's own letters.
func IsLetterClass(class uint8) bool { return class >= firstLetter }

// Shared reports whether characters of a class cost more or less by how common they are in all languages: those of which
// a language's own texts have too few.
func Shared(class uint8) bool {
	return classOpening <= class && class <= classSymbol || class == classForeign || class == classAlien
}

// Fold returns the small form of r. Characters that all encodings but one lack are replaced by those that texts have in
// their place: the comma below of Romanian by the cedilla, the yeh of Persian by that of Arabic.
func Fold(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'ș':
		return 'ş'
	case 'ț':
		return 'ţ'
	case 'ی':
		return 'ي'
	default:
		return r
	}
}
