package pytext

import (
	"unicode"
	"unicode/utf8"
)

// sigma has two lower-case forms: another one at the end of a word.
const sigma, finalSigma = 'Σ', 'ς'

// AppendLower appends str.lower of s to dst: U+0130 becomes two characters, and a capital sigma becomes the final one after
// a letter and before none.
func AppendLower(dst []byte, s string) []byte { return appendLower(dst, s, func(int) {}) }

// AppendLower is AppendLower for a piece of t.
func (t *Text) AppendLower(dst []byte, s string) []byte { return appendLower(dst, s, t.Tick) }

func appendLower(dst []byte, s string, tick func(int)) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		tick(4)
		switch {
		case r == 'İ':
			dst = append(dst, "i\u0307"...)
		case r == sigma && IsFinalSigma(s, i, i+n):
			dst = utf8.AppendRune(dst, finalSigma)
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// IsFinalSigma reports whether the sigma at s[start:end] ends a word (the Unicode Standard, section 3.13, Final_Sigma): a cased
// letter comes before it and none after it, whatever is ignored for that in between. Over all sigmas of a text each
// character is looked at twice at most, because a sigma is itself a letter that ends the search.
func IsFinalSigma(s string, start, end int) bool {
	before := false
	for i := start; i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if i -= n; !IsCaseIgnorable(r) {
			before = IsCased(r)
			break
		}
	}
	if !before {
		return false
	}
	for _, r := range s[end:] {
		if !IsCaseIgnorable(r) {
			return !IsCased(r)
		}
	}
	return true
}

// IsCased reports whether r is a letter in upper, lower or title case.
func IsCased(r rune) bool { return IsUpper(r) || IsLowerOrTitle(r) }

// IsCaseIgnorable reports whether r does not separate the letters on its two sides, as marks and apostrophes do not.
func IsCaseIgnorable(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk, midWord)
}

// midWord are the characters whose Word_Break is MidLetter, MidNumLet or Single_Quote (Unicode 14).
var midWord = &unicode.RangeTable{
	R16: []unicode.Range16{
		{'\'', '\'', 1}, {'.', '.', 1}, {':', ':', 1}, {0xB7, 0xB7, 1}, {0x387, 0x387, 1}, {0x55F, 0x55F, 1},
		{0x5F4, 0x5F4, 1}, {0x2018, 0x2019, 1}, {0x2024, 0x2024, 1}, {0x2027, 0x2027, 1}, {0xFE13, 0xFE13, 1},
		{0xFE52, 0xFE52, 1}, {0xFE55, 0xFE55, 1}, {0xFF07, 0xFF07, 1}, {0xFF0E, 0xFF0E, 1}, {0xFF1A, 0xFF1A, 1},
	},
	LatinOffset: 4,
}

// Lower is str.lower.
func Lower(s string) string { return string(AppendLower(make([]byte, 0, len(s)), s)) }
