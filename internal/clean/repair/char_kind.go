package repair

import "unicode"

// charKind is what a character is in running text, just fine enough to say whether two may be neighbours.
type charKind uint8

const (
	other charKind = iota // nothing is known of its neighbours
	blank                 // white space, and the edge of the text
	digit
	lower    // a small letter
	upper    // a capital letter
	letter   // of a script without case
	combined // a mark on the letter before it
	plain    // ASCII punctuation
	opener   // comes before a word
	closer   // follows a word
	dash     // comes anywhere
	mark     // "™", "°": follows a word or number, and no letter comes next
	currency // precedes or follows a number
	symbol   // a spacing accent, fraction, dagger: hardly ever touches a letter
	operator // of mathematics
	box      // draws lines and boxes
	control  // C1
)

// glyphs are the kinds that Unicode's categories do not distinguish.
var glyphs = [...]struct {
	charKind charKind
	chars    string
}{
	{opener, "¿¡„‚‹«"},
	{closer, "’”“‘»›…"},
	{dash, "–—‐‑―"},
	{mark, "™®©°ªº·•\u00ad"},
	{currency, "£¥¢€¤₧"},
	{symbol, "ƒ¦§¨¯´¶¸¹²³¼½¾†‡‰ˆ˜ˇ˘˙˚˛˝΅΄⁄↓№"},
	{operator, "×÷¬±√∞≈≠≤≥∂∑∏∫∆◊⌐⌠⌡∙■∩≡ⁿ∕µ"},
}

// kinds holds the charKind of every character below U+2600; beyond, kindOf asks Unicode.
var kinds = fillKinds()

func fillKinds() *[0x2600]charKind {
	var t [0x2600]charKind
	for r := range rune(len(t)) {
		t[r] = category(r)
	}
	for _, g := range glyphs {
		for _, r := range g.chars {
			t[r] = g.charKind
		}
	}
	return &t
}

func category(r rune) charKind {
	switch {
	case unicode.IsSpace(r) && r != 0x85:
		return blank
	case 0x80 <= r && r < 0xA0:
		return control
	case 0x2500 <= r && r < 0x25A0:
		return box
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.Is(unicode.M, r):
		return combined
	case r < 0x80:
		return plain
	default:
		return other
	}
}

func kindOf(r rune) charKind {
	if int(r) < len(kinds) {
		return kinds[r]
	}
	return category(r)
}

func (k charKind) isLetter() bool { return lower <= k && k <= letter }

// script is a group of letters of which words are made.
type script uint8

const (
	noScript script = iota
	latin
	greek
	cyrillic
	armenian
	hebrew
	arabic
	asian      // from U+0900 on, but for Latin and Greek
	exotic     // scripts of little use on the Web
	vietnamese // letters of Latin that only Vietnamese has
)

// scriptOf returns the script of a letter.
func scriptOf(r rune) script {
	switch {
	case r < 0x2B0, 0x1E00 <= r && r < 0x1F00:
		return latin
	case 0x370 <= r && r < 0x400, 0x1F00 <= r && r < 0x2000:
		return greek
	case 0x400 <= r && r < 0x530:
		return cyrillic
	case 0x531 <= r && r < 0x590:
		return armenian
	case 0x590 <= r && r < 0x600, 0xFB1D <= r && r < 0xFB50:
		return hebrew
	case 0x600 <= r && r < 0x700, 0x750 <= r && r < 0x780, 0xFB50 <= r && r < 0xFE00, 0xFE70 <= r && r < 0xFEFF:
		return arabic
	case r < 0x900:
		return exotic
	default:
		return asian
	}
}
