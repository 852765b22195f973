package text

import "unicode"

// runeKind is what words need to know of a character, as a set.
type runeKind uint8

const (
	runeLetter   runeKind = 1 << iota
	runeNumber            // a digit or another number
	runeMark              // a combining mark
	runeCapital           // a letter in upper case or title case
	runeUpper             // a letter in upper case
	runeLower             // a letter in lower case
	runeUnspaced          // a letter of a script that is written without spaces between words
)

func (k runeKind) has(l runeKind) bool { return k&l != 0 }

// runeKinds holds the kinds of all characters before the Han ideographs: asking package unicode takes ten times as long.
var runeKinds = func() (t [0x3400]runeKind) {
	for r := range t {
		t[r] = lookUpKind(rune(r))
	}
	return t
}()

// kindOfRune returns the kind of r.
func kindOfRune(r rune) runeKind {
	switch {
	case int(r) < len(runeKinds):
		return runeKinds[r]
	case 0x4E00 <= r && r < 0x9FA6:
		return runeLetter | runeUnspaced
	case 0xAC00 <= r && r < 0xD7A4: // Hangul
		return runeLetter
	default:
		return lookUpKind(r)
	}
}

func lookUpKind(r rune) (k runeKind) {
	switch {
	case unicode.IsLetter(r):
		k = runeLetter
		if r >= 0x0E00 && unicode.In(r, unspaced...) {
			k |= runeUnspaced
		}
	case unicode.IsNumber(r):
		k = runeNumber
	case unicode.IsMark(r):
		k = runeMark
	}
	if unicode.IsUpper(r) {
		k |= runeUpper | runeCapital
	}
	if unicode.IsTitle(r) {
		k |= runeCapital
	}
	if unicode.IsLower(r) {
		k |= runeLower
	}
	return k
}

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}
