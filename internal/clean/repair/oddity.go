package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/truth"
)

// oddity counts what is wrong with b right after a in running text: 0 for most pairs, 1 for those that hardly any text
// holds. The text as it is and the text that it may be mended to are both measured by it.
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
	case kb.isLetter():
		return truth.Int(oddBeforeLetter(a, b, ka, kb))
	default:
		return truth.Int(oddSigns(a, b, ka, kb))
	}
}

func oddBeforeLetter(a, b rune, ka, kb charKind) bool {
	switch ka {
	case symbol:
		return a != 'ƒ' || kb != lower // with which words of Ewe begin
	case mark, box:
		return true
	case closer:
		return a == '”'
	case combined:
		return b < 0x80
	case currency:
		return b >= 0x80
	case operator:
		return b >= 0x80 && (kb != lower || a == '×' || a == '√' && scriptOf(b) == latin)
	default:
		return false
	}
}

func oddSigns(a, b rune, ka, kb charKind) bool {
	switch {
	case a == '√':
		return kb == mark || kb == symbol || kb == currency || kb == operator
	case a == '×':
		return kb == closer || kb == opener || kb == symbol || kb == mark
	case a == 0xAD:
		return kb == blank
	case b == '¬':
		return ka == digit
	case a == '¬': // which precedes a letter or a bracket; in Mac Roman it leads "©", "°" and "£"
		return kb == mark || kb == currency || b == '∞' || b == '∑'
	}
	switch ka {
	case box:
		return kb == digit || kb == mark || kb == symbol || kb == opener || kb == closer || kb == currency || kb == operator
	case symbol:
		return kb == digit
	case currency:
		return kb == mark
	case operator:
		return kb == currency
	default:
		return false
	}
}

func oddAfterLetter(a, b rune, ka, kb charKind) int {
	switch kb {
	case lower, upper, letter:
		return truth.Int(ka == lower && kb == upper || scriptOf(a) != scriptOf(b) || a == 'Ã' && strings.ContainsRune("ŠšŽžŒœŸ", b))
	case mark:
		return truth.Int((a == 'Ã' || a == 'Â' || a == 'Ă' && b != '™') && b != 0xAD)
	case blank:
		return truth.Int(a == 'Ã' && b == 0xA0)
	case currency:
		return truth.Int(ka == lower || a == 'Ã' || a == 'Â' || a == 'Î' || a == 'Ð')
	case opener, symbol, box:
		return 1
	case operator:
		return truth.Int(b != '×' && b != '÷' && a != 'Ω' && a != 'π') // "π≈3"
	case digit:
		return truth.Int(ka == lower && scriptOf(a) == cyrillic)
	default:
		return 0
	}
}

// split reports whether b separates two letters as only damage does ("MAÃ‘ANA"): quotation marks belong at the ends of
// words. An ellipsis may join two words, but not after a letter that ends hardly any word, and an apostrophe may, but not after "Å".
func split(a, b, c rune) bool {
	if !kindOf(a).isLetter() || !kindOf(c).isLetter() {
		return false
	}
	switch b {
	case '“', '”', '‘', '»', '«', '›', '‹', '„', '‚':
		return true
	case '’':
		return a == 'Å' && c != 's' // Œ
	default:
		return b == '…' && a == 'Ã'
	}
}
