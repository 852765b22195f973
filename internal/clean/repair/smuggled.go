package repair

import (
	"unicode"
	"unicode/utf8"
)

// The characters in this file show nowhere, and so can carry a text past its reader: instructions to a language model, a
// watermark that names who copied a page. Each kind is dropped by a rule of its own, so that the account shows and counts it.

const (
	blackFlag = '\U0001F3F4' // begins the flags of England, Scotland and Wales
	tagEnd    = '\U000E007F' // ends them

	// minRegion and maxRegion are the lengths of the code between them, as in "gbeng": ISO 3166-2 with up to four characters
	// after those of the country (Unicode Technical Standard 51, annex C).
	minRegion, maxRegion = 3, 6
)

// dropTag drops tag characters, U+E0000 to U+E007F and the unassigned ones after them, outside the flag of a region. Wrong in
// a text of the 1990s that marks its language by them.
func dropTag(x *character) (string, bool) {
	return "", isTag(x.r) && !x.inFlag()
}

func isTag(r rune) bool { return 0xE0000 <= r && r < 0xE0100 || 0xE01F0 <= r && r < 0xE1000 }

// inFlag reports whether a tag character belongs to the flag of a region: a black flag, a region's code, the end tag.
func (x *character) inFlag() bool {
	start, code := x.at, 0
	for r := lastRune(x.in[:start]); r != blackFlag; r = lastRune(x.in[:start]) {
		if code++; !isRegionTag(r) || code > maxRegion {
			return false
		}
		start -= utf8.RuneLen(r)
	}
	for r, end := x.r, x.at; r != tagEnd; {
		if code++; !isRegionTag(r) || code > maxRegion {
			return false
		}
		end += utf8.RuneLen(r)
		r, _ = utf8.DecodeRuneInString(x.in[end:])
	}
	return code >= minRegion
}

// isRegionTag reports whether r is the tag of a small letter or a digit.
func isRegionTag(r rune) bool {
	return 0xE0030 <= r && r <= 0xE0039 || 0xE0061 <= r && r <= 0xE007A
}

// dropVariationSelector drops variation selectors that select nothing: the second and later ones after a character, and
// those after a character that has no variant, such as a letter of Latin. Wrong for variants that Unicode does not know.
func dropVariationSelector(x *character) (string, bool) {
	if !isVariationSelector(x.r) {
		return "", false
	}
	base := x.before()
	if x.r >= 0xE0100 {
		return "", !unicode.Is(unicode.Han, base)
	}
	return "", !hasVariants(base)
}

func isVariationSelector(r rune) bool {
	return 0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF
}

// hasVariants reports whether r may be followed by one of the first sixteen variation selectors: symbols and emoji, the digits
// and signs of keycaps, and letters of the scripts that have them. It is generous beyond ASCII and the alphabets of Europe.
func hasVariants(r rune) bool {
	switch {
	case '0' <= r && r <= '9' || r == '#' || r == '*' || r == 'ℹ' || r == 'Ⓜ':
		return true
	case r < 0xA0 || isVariationSelector(r) || isTag(r) || isZeroWidth(r):
		return false
	default:
		return !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.White_Space)
	}
}

// dropZeroWidth drops characters of no width that may encode bits: all of a run of two or more, single joiners between
// letters that never join, and the operators of mathematics inside words. Joiners stay beside emoji and in the scripts that
// are shaped by them. Wrong where a joiner keeps a ligature from being set in a word of Latin.
func dropZeroWidth(x *character) (string, bool) {
	if !isZeroWidth(x.r) && x.r != graphemeJoiner {
		return "", false
	}
	before, after := x.before(), x.after()
	switch {
	case x.r == graphemeJoiner:
		return "", isAlphabetic(before) && isAlphabetic(after)
	case isZeroWidth(before) || isZeroWidth(after):
		return "", !x.joinsOnce()
	case x.r == 0x200C || x.r == 0x200D:
		return "", isAlphabetic(before) && isAlphabetic(after)
	case 0x2061 <= x.r && x.r <= 0x2064:
		return "", x.inWord(before, after)
	case x.r == 0x180E:
		return "", !unicode.Is(unicode.Mongolian, before) && !unicode.Is(unicode.Mongolian, after)
	default:
		return "", false // see dropInvisible
	}
}

// graphemeJoiner keeps marks in their order, and does nothing between letters.
const graphemeJoiner = 0x34F

// isZeroWidth reports whether r is a character of no width that is neither a mark nor a control of direction.
func isZeroWidth(r rune) bool {
	return 0x200B <= r && r <= 0x200D || 0x2060 <= r && r <= 0x2064 || r == 0xFEFF || r == 0x180E
}

// joinsOnce reports whether x is the first of a run of zero-width characters, a joiner, and follows a letter of a script that
// is shaped by joiners: it stays, so that the letter keeps its shape.
func (x *character) joinsOnce() bool {
	return (x.r == 0x200C || x.r == 0x200D) && !isZeroWidth(x.before()) && !neverJoins(x.before())
}

// neverJoins reports whether a joiner beside r has nothing to do: r is white space, ASCII, or of an alphabet whose letters have
// one shape.
func neverJoins(r rune) bool {
	return r < 0xA0 || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.White_Space) ||
		unicode.IsPunct(r) && r < 0x2070
}

// isAlphabetic reports whether r is a digit or a letter of an alphabet whose letters have one shape.
func isAlphabetic(r rune) bool {
	k := kindOf(r)
	return (k == digit || k.isLetter()) && neverJoins(r)
}

// inWord reports whether a character between two letters is inside a word: one of them has a further letter beside it. A
// product of two single letters is a formula.
func (x *character) inWord(before, after rune) bool {
	if !kindOf(before).isLetter() || !kindOf(after).isLetter() {
		return false
	}
	y := *x
	y.at -= utf8.RuneLen(before)
	y.end += utf8.RuneLen(after)
	return kindOf(y.before()).isLetter() || kindOf(y.after()).isLetter()
}
