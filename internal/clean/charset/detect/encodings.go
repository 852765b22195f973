package detect

import (
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// single is an encoding of one byte a character. A rare one must be cheaper than a common one by so many bits to be chosen.
type single struct {
	label string
	table *charmap.Charmap
	prior int32 // in 1/8 bits
}

// bit is the unit of priors.
const bit = 8

// singles are the single-byte encodings of the WHATWG Encoding Standard, and the code pages of DOS in which Europe wrote.
var singles = []single{
	{"windows-1252", charmap.Windows1252, 0},
	{"windows-1251", charmap.Windows1251, 4 * bit},
	{"windows-1250", charmap.Windows1250, 4 * bit},
	{"windows-1253", charmap.Windows1253, 5 * bit},
	{"windows-1254", charmap.Windows1254, 5 * bit},
	{"windows-1255", charmap.Windows1255, 5 * bit},
	{"windows-1256", charmap.Windows1256, 5 * bit},
	{"windows-1257", charmap.Windows1257, 5 * bit},
	{"windows-1258", charmap.Windows1258, 7 * bit},
	{"windows-874", charmap.Windows874, 5 * bit},
	{"koi8-r", charmap.KOI8R, 6 * bit},
	{"koi8-u", charmap.KOI8U, 7 * bit},
	{"iso-8859-2", charmap.ISO8859_2, 6 * bit},
	{"iso-8859-3", charmap.ISO8859_3, 9 * bit},
	{"iso-8859-4", charmap.ISO8859_4, 9 * bit},
	{"iso-8859-5", charmap.ISO8859_5, 8 * bit},
	{"iso-8859-6", charmap.ISO8859_6, 8 * bit},
	{"iso-8859-7", charmap.ISO8859_7, 7 * bit},
	{"iso-8859-8", charmap.ISO8859_8, 8 * bit},
	{"iso-8859-10", charmap.ISO8859_10, 10 * bit},
	{"iso-8859-13", charmap.ISO8859_13, 8 * bit},
	{"iso-8859-14", charmap.ISO8859_14, 6 * bit},
	{"iso-8859-15", charmap.ISO8859_15, 4 * bit},
	{"iso-8859-16", charmap.ISO8859_16, 8 * bit},
	{"macintosh", charmap.Macintosh, 4 * bit},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, 9 * bit},
	{"ibm866", charmap.CodePage866, 9 * bit},
	{"ibm852", charmap.CodePage852, 11 * bit},
	{"ibm850", charmap.CodePage850, 11 * bit},
}

// maxSingles is no less than the number of singles.
const maxSingles = 32

// decoded are the characters of every single-byte encoding.
var decoded = sync.OnceValue(func() *[maxSingles][256]rune {
	var all [maxSingles][256]rune
	for i, s := range singles {
		for c := range 256 {
			all[i][c] = s.table.DecodeByte(byte(c))
		}
	}
	return &all
})

// closer are the priors that differ from those of their encoding, because the same bytes are different letters in two encodings:
// Romanian is written with the comma below, which only ISO-8859-16 has, and not with the cedilla.
var closer = map[string]map[string]int32{"ro": {"iso-8859-16": 0, "windows-1250": 6 * bit, "iso-8859-2": 7 * bit}}

// multi is an encoding of several bytes a character, with the language that it writes.
type multi struct {
	label, language string
	encoding        encoding.Encoding
}

var multis = []multi{
	{"gbk", "zh-cn", simplifiedchinese.GB18030},
	{"shift_jis", "ja", japanese.ShiftJIS},
	{"euc-jp", "ja", japanese.EUCJP},
	{"big5", "zh-tw", traditionalchinese.Big5},
	{"euc-kr", "ko", korean.EUCKR},
}

// step is what a byte does to a reading: its class below stepBits, and above them what it costs for being a rare character of
// that class.
type step uint16

const stepBits = 6

// stepsIn returns the steps, in a language with the given letters, of the bytes of an encoding.
func stepsIn(table *charmap.Charmap, letters []rune, rarity map[rune]uint8) *[256]step {
	var of [256]step
	for c := range of {
		r := table.DecodeByte(byte(c))
		class := ClassOf(r, letters)
		of[c] = step(class)
		if c >= 0x80 && Shared(class) {
			of[c] |= step(rarity[Fold(r)]) << stepBits
		}
	}
	return &of
}
