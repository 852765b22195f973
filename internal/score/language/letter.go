package language

import "unicode"

// letter is a character as words have it: in lower case, and its script.
type letter struct {
	folded rune
	script Script
	upper  bool // the character was a capital
}

// Fold returns r in lower case, and full-width forms as what they stand for.
func Fold(r rune) rune { return lettered(r).folded }

// lettered looks r up. Letters below 0x600 are in a table, for they are most that have two cases.
func lettered(r rune) letter {
	if 0 <= r && r < firstRune {
		return firstLetters[r]
	}
	return laterLetter(r)
}

// firstRune is the first character beyond the scripts of Europe and Hebrew.
const firstRune = 0x600

var firstLetters = func() (t [firstRune]letter) {
	for r := range t {
		t[r] = laterLetter(rune(r))
	}
	return t
}()

func laterLetter(r rune) letter {
	s := ScriptOf(r)
	if s != Latin && s != Cyrillic && s != Greek && s != Armenian && s != Georgian && s != Cherokee {
		return letter{r, s, false}
	}
	if r >= 0xff21 && r <= 0xff5a {
		r -= 0xff21 - 'A'
	}
	low := unicode.ToLower(r)
	return letter{low, s, low != r}
}
