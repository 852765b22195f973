package pytext

import (
	"unicode"
	"unicode/utf8"
)

// The references are Python programs, and their rules classify characters as Python does. What follows are the predicates of
// Python's str for one character, from the Unicode database (Python's documentation, "Text Sequence Type"). They can differ
// for characters that only one of the two Unicode versions knows.

// asciiSpace has a bit for each ASCII character that str.isspace treats as white space: U+001C to U+001F are among them.
const asciiSpace = 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<0x1C | 1<<0x1D | 1<<0x1E | 1<<0x1F | 1<<' '

// IsSpace is str.isspace: what str.split and str.strip treat as white space.
func IsSpace(r rune) bool {
	if r <= ' ' {
		return asciiSpace>>uint(r)&1 != 0 //nolint:gosec // a rune of valid UTF-8 is not negative
	}
	return r >= 0x85 && unicode.IsSpace(r)
}

// IsAlpha is str.isalpha: letters of any kind, but no marks.
func IsAlpha(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

// IsAlnum is str.isalnum: letters and whatever has a numeric value.
func IsAlnum(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// IsWord reports whether \w of Python's re matches r.
func IsWord(r rune) bool { return r == '_' || IsAlnum(r) }

// IsUpper is str.isupper of one character.
func IsUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)
}

// IsLowerOrTitle reports whether a string with r in it is not upper case to str.isupper.
func IsLowerOrTitle(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r) || unicode.IsTitle(r) || unicode.Is(unicode.Other_Lowercase, r)
}

// IsDecimal is str.isdecimal: digits of positional systems.
func IsDecimal(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

// IsDigit is str.isdigit: decimal digits, and those in circles, brackets and superscript.
func IsDigit(r rune) bool {
	return IsDecimal(r) || r >= 0xB2 && unicode.Is(otherDigits, r)
}

// IsNumeric is str.isnumeric: whatever has a numeric value, the Chinese numerals among the letters included.
func IsNumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsNumber(r) || unicode.Is(numericLetters, r)
}

// otherDigits are the characters of Numeric_Type=Digit (Unicode 14).
var otherDigits = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0xB2, 0xB3, 1}, {0xB9, 0xB9, 1}, {0x1369, 0x1371, 1}, {0x19DA, 0x19DA, 1}, {0x2070, 0x2070, 1},
		{0x2074, 0x2079, 1}, {0x2080, 0x2089, 1}, {0x2460, 0x2468, 1}, {0x2474, 0x247C, 1}, {0x2488, 0x2490, 1},
		{0x24EA, 0x24EA, 1}, {0x24F5, 0x24FD, 1}, {0x24FF, 0x24FF, 1}, {0x2776, 0x277E, 1}, {0x2780, 0x2788, 1},
		{0x278A, 0x2792, 1},
	},
	R32: []unicode.Range32{
		{0x10A40, 0x10A43, 1}, {0x10E60, 0x10E68, 1}, {0x11052, 0x1105A, 1}, {0x1F100, 0x1F10A, 1},
	},
	LatinOffset: 2,
}

// numericLetters are the letters that have a numeric value (Unicode 14, Unihan's kPrimaryNumeric, kAccountingNumeric and
// kOtherNumeric).
var numericLetters = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x3405, 0x3405, 1}, {0x3483, 0x3483, 1}, {0x382A, 0x382A, 1}, {0x3B4D, 0x3B4D, 1}, {0x4E00, 0x4E00, 1},
		{0x4E03, 0x4E03, 1}, {0x4E07, 0x4E07, 1}, {0x4E09, 0x4E09, 1}, {0x4E5D, 0x4E5D, 1}, {0x4E8C, 0x4E8C, 1},
		{0x4E94, 0x4E94, 1}, {0x4E96, 0x4E96, 1}, {0x4EBF, 0x4EC0, 1}, {0x4EDF, 0x4EDF, 1}, {0x4EE8, 0x4EE8, 1},
		{0x4F0D, 0x4F0D, 1}, {0x4F70, 0x4F70, 1}, {0x5104, 0x5104, 1}, {0x5146, 0x5146, 1}, {0x5169, 0x5169, 1},
		{0x516B, 0x516B, 1}, {0x516D, 0x516D, 1}, {0x5341, 0x5341, 1}, {0x5343, 0x5345, 1}, {0x534C, 0x534C, 1},
		{0x53C1, 0x53C4, 1}, {0x56DB, 0x56DB, 1}, {0x58F1, 0x58F1, 1}, {0x58F9, 0x58F9, 1}, {0x5E7A, 0x5E7A, 1},
		{0x5EFE, 0x5EFF, 1}, {0x5F0C, 0x5F0E, 1}, {0x5F10, 0x5F10, 1}, {0x62FE, 0x62FE, 1}, {0x634C, 0x634C, 1},
		{0x67D2, 0x67D2, 1}, {0x6F06, 0x6F06, 1}, {0x7396, 0x7396, 1}, {0x767E, 0x767E, 1}, {0x8086, 0x8086, 1},
		{0x842C, 0x842C, 1}, {0x8CAE, 0x8CAE, 1}, {0x8CB3, 0x8CB3, 1}, {0x8D30, 0x8D30, 1}, {0x9621, 0x9621, 1},
		{0x9646, 0x9646, 1}, {0x964C, 0x964C, 1}, {0x9678, 0x9678, 1}, {0x96F6, 0x96F6, 1}, {0xF96B, 0xF96B, 1},
		{0xF973, 0xF973, 1}, {0xF978, 0xF978, 1}, {0xF9B2, 0xF9B2, 1}, {0xF9D1, 0xF9D1, 1}, {0xF9D3, 0xF9D3, 1},
		{0xF9FD, 0xF9FD, 1},
	},
	R32: []unicode.Range32{
		{0x20001, 0x20001, 1}, {0x20064, 0x20064, 1}, {0x200E2, 0x200E2, 1}, {0x20121, 0x20121, 1}, {0x2092A, 0x2092A, 1},
		{0x20983, 0x20983, 1}, {0x2098C, 0x2098C, 1}, {0x2099C, 0x2099C, 1}, {0x20AEA, 0x20AEA, 1}, {0x20AFD, 0x20AFD, 1},
		{0x20B19, 0x20B19, 1}, {0x22390, 0x22390, 1}, {0x22998, 0x22998, 1}, {0x23B1B, 0x23B1B, 1}, {0x2626D, 0x2626D, 1},
		{0x2F890, 0x2F890, 1},
	},
}
