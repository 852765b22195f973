package repair

import (
	"strings"
	"unicode"
)

// oddity counts what is wrong with b right behind a in running text: 0 for most pairs, 1 for those that hardly any
// text holds. It is the measure of both the text as it stands and the text that it may be mended to.
//
// Wrong: a capital after a small letter ("cafÃ"), a mark, symbol or drawing that touches a letter ("Ã´tel", "r√©",
// "l├│n"), two scripts in one word ("nвЂ™t"), any C1 control.
func oddity(a, b rune) int {
	ka, kb := kindOf(a), kindOf(b)
	switch {
	case ka == control || kb == control:
		return 1
	case a < 0x80 && b < 0x80:
		return 0
	case ka.isLetter():
		return oddAfterLetter(a, b, ka, kb)
	case a == '√' && b >= 0x80 && kb.isLetter() && scriptOf(b) == latin, a == 0xAD && kb == blank:
		return 1
	case a == '√' && (kb == mark || kb == symbol || kb == currency || kb == operator):
		return 1
	case a == '×':
		return oddIf(kb == closer || kb == opener || kb == symbol || kb == mark || kb.isLetter() && b >= 0x80)
	case kb.isLetter():
		return oddIf(ka == mark || ka == symbol || ka == box || ka == combined && b < 0x80 || ka == currency && b >= 0x80 ||
			ka == operator && b >= 0x80 && kb != lower || a == '”')
	case kb == digit:
		return oddIf(ka == symbol || ka == box)
	case ka == digit:
		return oddIf(b == '¬')
	case ka == operator && kb == currency, ka == currency && kb == mark, ka == box && kb == mark,
		ka == box && kb == symbol, ka == box && kb == opener, ka == box && kb == closer, ka == box && kb == currency,
		ka == box && kb == operator, ka == combined && kb == digit:
		return 1
	default:
		return 0
	}
}

func oddAfterLetter(a, b rune, ka, kb kind) int {
	switch kb {
	case lower, upper, letter:
		return oddIf(ka == lower && kb == upper || scriptOf(a) != scriptOf(b) || a == 'Ã' && strings.ContainsRune("ŠšŽžŒœŸ", b))
	case mark:
		return oddIf((a == 'Ã' || a == 'Â' || a == 'Ă' && b != '™') && b != 0xAD)
	case blank:
		return oddIf(a == 'Ã' && b == 0xA0)
	case currency:
		return oddIf(ka == lower || a == 'Ã' || a == 'Â' || a == 'Î' || a == 'Ð')
	case opener, symbol, box:
		return 1
	case operator:
		return oddIf(b != '×' && b != '÷')
	case digit:
		return oddIf(ka == lower && scriptOf(a) == cyrillic)
	default:
		return 0
	}
}

// split reports whether b parts a letter from a letter as only damage does ("MAÃ‘ANA"): quotation marks stand at the
// ends of words. An ellipsis may join two words, but not behind a letter that ends next to none.
func split(a, b, c rune) bool {
	if !kindOf(a).isLetter() || !kindOf(c).isLetter() {
		return false
	}
	switch b {
	case '“', '”', '‘', '»', '«', '›', '‹', '„', '‚':
		return true
	default:
		return b == '…' && a == 'Ã'
	}
}

func oddIf(odd bool) int {
	if odd {
		return 1
	}
	return 0
}

// familiarity says how likely it is that a text holds r at all, in the unit of oddity halved: from 1 for letters and
// signs of European languages and what else takes three bytes and is assigned, over 0 for letters that come in company
// only, to -2 for letters of few texts. Not ok is what no text should be mended to.
func familiarity(r rune) (points int, ok bool) {
	switch {
	case r < 0xA0: // C1, which two layers of damage are full of
		return 1, r >= 0x80
	case r < 0x17F && r != 'Ŀ' && r != 'ŀ', r == 'ș', r == 'ț', r == 'Ș', r == 'Ț', r == 'ơ', r == 'ư', r == 'Ơ', r == 'Ư', r == 'ə', r == 'ƒ', r == 'ˆ', r == '˜':
		return 1, true
	case r == 0x344: // in NFC it is two characters: mending must shorten
		return 0, false
	case 0x300 <= r && r < 0x340, 0x370 <= r && r < 0x460, 0x490 <= r && r < 0x500, 0x5D0 <= r && r < 0x5F0, 0x600 <= r && r < 0x700:
		return 0, unicode.IsGraphic(r)
	case r == 'ʻ', r == 'ʼ', 0x2C6 <= r && r <= 0x2DD:
		return 0, true
	case strings.ContainsRune("ƁƆƉƊƎƐƑƔƖƘƙƝƠƤƲƳƴǍǎǐǒǔǝǦǧǨǩɓɔɖɗɛɣɨɩɲʉʊʋʌ", r): // of African languages
		return -1, true
	case r < 0x800:
		return -2, unicode.IsGraphic(r)
	case r == 0x200B, r == 0x200C, r == 0x200D, r == 0x200E, r == 0x200F, 0x2060 <= r && r <= 0x2064, r == 0xFEFF, r == 0x2028, r == 0x2029,
		0x202A <= r && r < 0x202F, 0x2066 <= r && r < 0x206A:
		return 1, true
	case r == 0xF8FF: // byte F0 in Mac Roman, with which emoji begin
		return 0, true
	case 0xE000 <= r && r < 0xF900:
		return 0, false
	case 0x1680 <= r && r < 0x1780, 0x1D00 <= r && r < 0x1DC0, 0x2460 <= r && r < 0x2500, 0xFB50 <= r && r < 0xFE00, 0xA000 <= r && r < 0xAC00:
		return -2, unicode.IsGraphic(r)
	default:
		return 1, unicode.IsGraphic(r)
	}
}

// isRare reports whether r is a letter of Latin Extended-A that few languages use: of two readings that are equally
// good the one without it is right.
func isRare(r rune) bool {
	return 0x100 <= r && r < 0x180 && strings.ContainsRune("ĈĉĊċĔĕĜĝĤĥĬĭĴĵĸĿŀŊŋŎŏŔŕŜŝŢţŦŧŬŭŶŷſ", r)
}
