package charset

import (
	"unicode"
	"unicode/utf16"
)

// wideSample is how many bytes show that a text is in UTF-16 or UTF-32.
const wideSample = 4096

// wideLabel returns the label of UTF-16 or UTF-32 if raw is in it without a byte order mark, or "".
//
// No other text is full of zero bytes and controls, as the first bytes of most alphabets are; East Asian text has fewer, but
// it also has bytes of every other kind. Of the two orders of bytes, one gives characters of one script.
func wideLabel(raw string) string {
	s := raw[:min(len(raw), wideSample)&^3]
	if len(raw) < wideSample {
		s = raw[:len(raw)&^1]
	}
	zeros, tabs, controls, high := 0, 0, 0, 0
	for i := range len(s) {
		zeros += btoi(s[i] == 0)
		tabs += btoi(s[i] == '\t')
		controls += btoi(s[i] < ' ' && s[i] != '\n' && s[i] != '\r' && s[i] != '\t')
		high += btoi(s[i] >= 0x80 || s[i] == 0x30) // 0x30 is the first byte of kana
	}
	if tabs*5 > len(s) { // the first byte of Devanagari
		controls += tabs
	}
	switch {
	case len(s) < 4, controls*5 < len(s) && (high*5 < len(s) || controls*100 < len(s)):
		return ""
	case zeros*2 >= len(s):
		return utf32Label(s)
	default:
		return utf16Label(s)
	}
}

// utf16Label returns the order in which the bytes of s are characters of one script; the one of fewer first bytes if both are.
func utf16Label(s string) string {
	best, label := 257, ""
	for first, name := range []string{"utf-16be", "utf-16le"} {
		if blocks, ok := blocksOf(s, first); ok && blocks < best {
			best, label = blocks, name
		}
	}
	return label
}

// scripts are groups of scripts that one text is written in, beside Latin, digits and marks.
var scripts = [][]*unicode.RangeTable{
	{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo}, {unicode.Hangul, unicode.Han}, {unicode.Cyrillic}, {unicode.Greek},
	{unicode.Arabic}, {unicode.Hebrew}, {unicode.Thai}, {unicode.Devanagari}, {unicode.Bengali}, {unicode.Tamil}, {unicode.Telugu}, {unicode.Armenian},
	{unicode.Georgian}, {unicode.Khmer}, {unicode.Lao}, {unicode.Myanmar}, {unicode.Sinhala}, {unicode.Gujarati}, {unicode.Kannada},
	{unicode.Malayalam}, {unicode.Gurmukhi}, {unicode.Ethiopic}, {unicode.Tibetan},
}

// blocksOf reads s as UTF-16 in which the byte first of every two is the more significant. It reports whether 49 of 50 units are
// characters of texts, 19 of 20 are of one script and of marks, and few have a second byte of zero; it counts the different first bytes.
func blocksOf(s string, first int) (blocks int, ok bool) {
	var seen [256]bool
	var counts [32]int
	good, all, plain, round := 0, len(s)/2, 0, 0
	for i := 0; i < len(s); i += 2 {
		r := rune(s[i+first])<<8 | rune(s[i+1-first])
		if !seen[s[i+first]] {
			seen[s[i+first]] = true
			blocks++
		}
		round += btoi(s[i+1-first] == 0)
		good += btoi(utf16.IsSurrogate(r) || unicode.IsGraphic(r) || r == '\n' || r == '\r' || r == '\t')
		if utf16.IsSurrogate(r) || r < 0x250 || unicode.In(r, unicode.Common, unicode.Inherited, unicode.Latin) {
			plain++
			continue
		}
		for k, group := range scripts {
			counts[k] += btoi(unicode.In(r, group...))
		}
	}
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	return blocks, good*50 >= all*49 && round*8 <= all && (plain+most)*20 >= all*19
}

// utf32Label returns the order in which four bytes of s are a character each time.
func utf32Label(s string) string {
	for first, label := range []string{"utf-32be", "utf-32le"} {
		good, all := 0, len(s)/4
		for i := 0; i+4 <= len(s); i += 4 {
			most, next := s[i+3*first], s[i+1+first]
			good += btoi(most == 0 && next <= 0x10)
		}
		if all > 0 && good == all {
			return label
		}
	}
	return utf16Label(s)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
