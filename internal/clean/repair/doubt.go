package repair

import (
	"strings"
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
	case kb.isLetter():
		return oddIf(oddBeforeLetter(a, b, ka, kb))
	default:
		return oddIf(oddSigns(a, b, ka, kb))
	}
}

func oddBeforeLetter(a, b rune, ka, kb kind) bool {
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

func oddSigns(a, b rune, ka, kb kind) bool {
	switch {
	case a == '√':
		return kb == mark || kb == symbol || kb == currency || kb == operator
	case a == '×':
		return kb == closer || kb == opener || kb == symbol || kb == mark
	case a == 0xAD:
		return kb == blank
	case b == '¬':
		return ka == digit
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
