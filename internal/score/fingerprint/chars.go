package fingerprint

import "unicode"

// isPunctuation reports whether datatrove's simplify_text turns r into a space (PUNCTUATION in its utils/text.py): all ASCII
// that is neither letter nor digit, the control characters, and a choice of other punctuation.
func isPunctuation(r rune) bool {
	if r < 0xA0 {
		return r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z'
	}
	return unicode.Is(punctuation, r)
}

var punctuation = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0xAB, 0xAB, 1}, {0xB4, 0xB4, 1}, {0xBB, 0xBB, 1}, // « ´ »
		{0x2013, 0x2014, 1}, {0x2019, 0x2019, 1}, {0x201C, 0x201E, 1}, {0x2026, 0x2026, 1}, // – — ’ “ ” „ …
		{0x2236, 0x2236, 1}, {0x2501, 0x2501, 1}, {0x25BA, 0x25BA, 1}, // ∶ ━ ►
		{0x3001, 0x3002, 1}, {0x3008, 0x300D, 1}, {0x3010, 0x3011, 1}, // 、 。 〈 〉 《 》 「 」 【 】
		{0xFF01, 0xFF01, 1}, {0xFF05, 0xFF05, 1}, {0xFF08, 0xFF09, 1}, {0xFF0C, 0xFF0C, 1}, {0xFF0E, 0xFF0E, 1},
		{0xFF11, 0xFF11, 1}, {0xFF1A, 0xFF1B, 1}, {0xFF1F, 0xFF1F, 1}, {0xFF5E, 0xFF5E, 1}, // fullwidth ! % ( ) , . 1 : ; ? ~
	},
	LatinOffset: 3,
}

// isDecimalSeparator reports whether r separates the whole part of a number from its fraction (NUMBERS_PATTERN there).
func isDecimalSeparator(r rune) bool {
	switch r {
	case '.', ',', '،', '٫', '⎖', '⎗', '⎘':
		return true
	}
	return false
}
