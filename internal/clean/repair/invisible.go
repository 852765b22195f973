package repair

import "unicode"

// dropSoftHyphen drops soft hyphens, which mark where a word may be broken and spoil every search for it. Wrong only
// where somebody will break lines by them. One at the end of a line has broken it: rejoining paragraphs drops it with the
// line feed.
func dropSoftHyphen(x *character) (string, bool) { return "", x.r == 0xAD && x.after() != '\n' }

// dropInvisible drops characters of no width that carry nothing: byte order marks inside a text, deprecated controls,
// and zero-width spaces and word joiners in or between words. Joiners stay, because emoji, Persian and Indic scripts need
// them; so do zero-width spaces in scripts without spaces between words and beside dashes, where a line may be broken, and
// word joiners among symbols, which hold a drawing of signs together. Wrong where the character marks where a long word may be broken.
func dropInvisible(x *character) (string, bool) {
	switch {
	case x.r == 0xFEFF, 0x206A <= x.r && x.r <= 0x206F:
		return "", true
	case x.r == 0x200B:
		before, after := x.before(), x.after()
		return "", !isUnspaced(before) && !isUnspaced(after) && !isDash(before) && !isDash(after)
	case x.r == 0x2060:
		return "", plainNeighbour(x.before()) && plainNeighbour(x.after())
	case isFiller(x.r):
		return x.fill()
	default:
		return "", false
	}
}

// isFiller reports whether r has the width of a letter and shows nothing: the fillers of Hangul and the empty pattern of Braille.
func isFiller(r rune) bool {
	return r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r == 0x2800
}

// fill makes a space of a filler that no letter of its script is beside, and nothing if one is there already.
func (x *character) fill() (string, bool) {
	before, after := x.before(), x.after()
	if ownScript := unicode.In(before, unicode.Hangul, unicode.Braille) && before != x.r || unicode.In(after, unicode.Hangul, unicode.Braille) && after != x.r; ownScript {
		return "", false
	}
	if kindOf(before) == blank || kindOf(after) == blank || isFiller(before) {
		return "", true
	}
	return " ", true
}

// isUnspaced reports whether r belongs to a script that writes no space between words; U+200B separates them there.
func isUnspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Javanese,
		unicode.Balinese, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham)
}

func isDash(r rune) bool { return r == '-' || kindOf(r) == dash }

// plainNeighbour reports whether r is white space or part of a word or number.
func plainNeighbour(r rune) bool {
	k := kindOf(r)
	return k == blank || k == digit || k.isLetter() || r == '\u2060' || r == '.' || r == ','
}

// dropBidi drops controls of direction that embed, override or isolate, in a text that has nothing to direct. They stay
// in a text that has a letter of a script written from right to left. Wrong where they shape a drawing.
//
// A right-to-left override of text that has no such letter goes in any case: it shows a text backwards, as in the name of a
// file whose ending is to be hidden.
func dropBidi(x *character) (string, bool) {
	isControl := 0x202A <= x.r && x.r <= 0x202E || 0x2066 <= x.r && x.r <= 0x2069
	return "", isControl && (!x.whole().rightToLeft || x.r == rightToLeftOverride && !x.overridesLetters())
}

const (
	rightToLeftOverride = 0x202E
	popDirection        = 0x202C // ends what an override or embedding applies to

	// maxOverride is how many bytes after an override are looked at.
	maxOverride = 256
)

// overridesLetters reports whether an override applies to a letter that is written from right to left.
func (x *character) overridesLetters() bool {
	for _, r := range x.in[x.end:min(len(x.in), x.end+maxOverride)] {
		if r == popDirection || r == '\n' {
			return false
		}
		if isRightToLeft(r) {
			return true
		}
	}
	return false
}

// isRightToLeft reports whether r is a letter of a script that is written from right to left.
func isRightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, 0xFB1D <= r && r < 0xFE00, 0xFE70 <= r && r < 0xFEFF, 0x10800 <= r && r < 0x11000, 0x1E800 <= r && r < 0x1F000:
		return unicode.IsLetter(r)
	default:
		return false
	}
}

// dropDirectionMark drops marks of direction on the same condition. Off by default: unlike the others they act on
// nothing but the punctuation beside them, and are invisible.
func dropDirectionMark(x *character) (string, bool) {
	return "", (x.r == 0x200E || x.r == 0x200F || x.r == 0x061C) && !x.whole().rightToLeft
}
