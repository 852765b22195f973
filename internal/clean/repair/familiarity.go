package repair

import (
	"strings"
	"unicode"
)

// familiarity returns how likely it is that a text holds r at all, in half units of oddity: 1 for letters and signs of
// European languages and for assigned characters of three bytes, 0 for letters that occur in company only, -2 for letters of
// few texts. It is not ok for what no text should be mended to.
func familiarity(r rune) (points int, ok bool) {
	if int(r) < len(familiarities) {
		f := familiarities[r]
		return int(f), f != unfamiliar
	}
	return lookUpFamiliarity(r)
}

// familiarities holds what lookUpFamiliarity says of the characters that damage is most often mended to.
var familiarities = func() (t [0x3000]int8) {
	for r := range t {
		points, ok := lookUpFamiliarity(rune(r))
		if t[r] = int8(points); !ok {
			t[r] = unfamiliar
		}
	}
	return t
}()

const unfamiliar = -128

func lookUpFamiliarity(r rune) (points int, ok bool) {
	switch {
	case r < 0xA0: // C1: text that was damaged twice is full of them
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
		return 0, true
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
