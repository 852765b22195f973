package language

import "unicode"

// Script is a set of characters that a set of languages is written with.
type Script uint8

// The scripts that are distinguished. Kana and Han are apart, though Japanese has both.
const (
	NoScript Script = iota
	Latin
	Cyrillic
	Arabic
	Devanagari
	Hebrew
	Bengali
	Ethiopic
	Tibetan
	Han
	Kana
	Hangul
	Greek
	Armenian
	Georgian
	Gujarati
	Gurmukhi
	Tamil
	Telugu
	Kannada
	Malayalam
	Sinhala
	Odia
	Thai
	Lao
	Khmer
	Myanmar
	Thaana
	Cherokee
	Syllabics
	Yi
	Tifinagh
	Syriac
	NKo
	OlChiki
	Mongolian
	Vai
	Tagalog
	Scripts // how many there are
)

// scriptRange is a range of characters, both ends included, of one script.
type scriptRange struct {
	first, last rune
	script      Script
}

// scriptRanges are in order.
var scriptRanges = [...]scriptRange{
	{'A', 'Z', Latin},
	{'a', 'z', Latin},
	{0xaa, 0xaa, Latin},
	{0xba, 0xba, Latin},
	{0xc0, 0xd6, Latin},
	{0xd8, 0xf6, Latin},
	{0xf8, 0x2af, Latin},
	{0x370, 0x3ff, Greek},
	{0x400, 0x52f, Cyrillic},
	{0x531, 0x587, Armenian},
	{0x591, 0x5f4, Hebrew},
	{0x610, 0x61a, Arabic},
	{0x620, 0x65f, Arabic},
	{0x66e, 0x6d3, Arabic},
	{0x6d5, 0x6ef, Arabic},
	{0x6fa, 0x6ff, Arabic},
	{0x700, 0x74f, Syriac},
	{0x750, 0x77f, Arabic},
	{0x780, 0x7bf, Thaana},
	{0x7c0, 0x7ff, NKo},
	{0x8a0, 0x8ff, Arabic},
	{0x900, 0x963, Devanagari},
	{0x970, 0x97f, Devanagari},
	{0x980, 0x9e3, Bengali},
	{0x9f0, 0x9ff, Bengali},
	{0xa00, 0xa65, Gurmukhi},
	{0xa70, 0xa7f, Gurmukhi},
	{0xa80, 0xaff, Gujarati},
	{0xb00, 0xb7f, Odia},
	{0xb80, 0xbff, Tamil},
	{0xc00, 0xc7f, Telugu},
	{0xc80, 0xcff, Kannada},
	{0xd00, 0xd7f, Malayalam},
	{0xd80, 0xdff, Sinhala},
	{0xe00, 0xe4f, Thai},
	{0xe80, 0xecf, Lao},
	{0xedc, 0xedf, Lao},
	{0xf00, 0xfff, Tibetan},
	{0x1000, 0x109f, Myanmar},
	{0x10a0, 0x10ff, Georgian},
	{0x1100, 0x11ff, Hangul},
	{0x1200, 0x139f, Ethiopic},
	{0x13a0, 0x13ff, Cherokee},
	{0x1400, 0x167f, Syllabics},
	{0x1700, 0x171f, Tagalog},
	{0x1780, 0x17ff, Khmer},
	{0x1800, 0x18af, Mongolian},
	{0x18b0, 0x18ff, Syllabics},
	{0x1c50, 0x1c7f, OlChiki},
	{0x1c80, 0x1c8f, Cyrillic},
	{0x1c90, 0x1cbf, Georgian},
	{0x1e00, 0x1eff, Latin},
	{0x1f00, 0x1fff, Greek},
	{0x2c60, 0x2c7f, Latin},
	{0x2d00, 0x2d2f, Georgian},
	{0x2d30, 0x2d7f, Tifinagh},
	{0x2d80, 0x2ddf, Ethiopic},
	{0x2de0, 0x2dff, Cyrillic},
	{0x3005, 0x3007, Han},
	{0x3041, 0x30ff, Kana},
	{0x3130, 0x318f, Hangul},
	{0x31f0, 0x31ff, Kana},
	{0x3400, 0x4dbf, Han},
	{0x4e00, 0x9fff, Han},
	{0xa000, 0xa4cf, Yi},
	{0xa500, 0xa63f, Vai},
	{0xa640, 0xa69f, Cyrillic},
	{0xa720, 0xa7ff, Latin},
	{0xa8e0, 0xa8ff, Devanagari},
	{0xaa60, 0xaa7f, Myanmar},
	{0xab00, 0xab2f, Ethiopic},
	{0xab30, 0xab64, Latin},
	{0xab70, 0xabbf, Cherokee},
	{0xac00, 0xd7ff, Hangul},
	{0xf900, 0xfaff, Han},
	{0xfb00, 0xfb06, Latin},
	{0xfb13, 0xfb17, Armenian},
	{0xfb1d, 0xfb4f, Hebrew},
	{0xfb50, 0xfdff, Arabic},
	{0xfe70, 0xfeff, Arabic},
	{0xff21, 0xff3a, Latin},
	{0xff41, 0xff5a, Latin},
	{0xff66, 0xff9f, Kana},
	{0x20000, 0x3ffff, Han},
}

// ScriptOf returns the script of a letter or mark, NoScript for other characters and marks that many scripts have.
func ScriptOf(r rune) Script {
	lo, hi := 0, len(scriptRanges)
	for lo < hi {
		if mid := (lo + hi) / 2; scriptRanges[mid].last < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(scriptRanges) || r < scriptRanges[lo].first || unicode.IsPunct(r) {
		return NoScript
	}
	return scriptRanges[lo].script
}

// isSharedMark reports whether r is a mark that is written over letters of many scripts.
func isSharedMark(r rune) bool { return r >= 0x300 && r <= 0x36f }
