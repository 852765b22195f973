package detect

import (
	"slices"
	"unicode"
)

// Letter pairs are counted between classes of characters: a language's own letters have one each, without regard to case.
const (
	Classes = 64

	classSpace   = iota - 1 // white space and controls of ASCII
	classDigit              // ASCII
	classMark               // punctuation of ASCII
	classQuote              // punctuation that texts have: quotation marks, dashes, the no-break space
	classSymbol             // any other character that is no letter
	classInvalid            // controls beyond ASCII, and bytes that are no character
	classForeign            // letters of the same script that the language does not use
	classAlien              // letters of other scripts than ASCII and the language's
	classASCII              // letters of ASCII in a language of another script
	firstLetter             // the language's own letters
)

// MaxLetters is how many letters of its own a language has at most.
const MaxLetters = Classes - firstLetter

// ownQuotes are the characters beyond ASCII of classQuote.
const ownQuotes = "“”„‘’‚–—…«»°§·•€£¿¡‹›\u00a0\u200c\u200d"

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
	case slices.Contains(quotes, r):
		return classQuote
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return classSymbol
	case unicode.Is(unicode.Latin, r) == unicode.Is(unicode.Latin, letters[len(letters)-1]):
		return classForeign
	default:
		return classAlien
	}
}

var quotes = []rune(ownQuotes)

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

// The cases of characters, as small letters and capitals follow one another in words.
const (
	noCase = iota
	lowerCase
	upperCase

	// CaseKinds is how many there are.
	CaseKinds
)

// CaseOf returns the case of r.
func CaseOf(r rune) uint8 {
	switch {
	case unicode.IsUpper(r):
		return upperCase
	case unicode.IsLower(r):
		return lowerCase
	default:
		return noCase
	}
}
