package fingerprint

import (
	"unicode"
	"unicode/utf8"
)

// isFinal reports whether a capital sigma between before and after ends a word, so that Python's str.lower makes ς of it
// (Unicode 14, table 3-17: Final_Sigma): a cased character stands before it and none after it, characters that casing ignores
// aside.
func isFinal(before, after string) bool {
	for len(before) > 0 {
		r, n := utf8.DecodeLastRuneInString(before)
		if before = before[:len(before)-n]; !isCaseIgnorable(r) {
			return isCased(r) && !startsCased(after)
		}
	}
	return false
}

func startsCased(s string) bool {
	for _, r := range s {
		if !isCaseIgnorable(r) {
			return isCased(r)
		}
	}
	return false
}

// isCased is the derived property Cased.
func isCased(r rune) bool {
	return unicode.In(r, unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Uppercase, unicode.Other_Lowercase)
}

// isCaseIgnorable is the derived property Case_Ignorable.
func isCaseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}
