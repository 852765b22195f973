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
	prior int // in 1/8 bits
}

// bit is the unit of priors.
const bit = 8

// singles are the single-byte encodings of the WHATWG Encoding Standard.
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
}

// multi is an encoding of several bytes a character, with the languages that it writes.
type multi struct {
	label     string
	encoding  encoding.Encoding
	languages []string
}

var multis = []multi{
	{"gbk", simplifiedchinese.GB18030, []string{"zh-cn"}},
	{"shift_jis", japanese.ShiftJIS, []string{"ja"}},
	{"euc-jp", japanese.EUCJP, []string{"ja"}},
	{"big5", traditionalchinese.Big5, []string{"zh-tw"}},
	{"euc-kr", korean.EUCKR, []string{"ko"}},
}

// cases are the cases of the characters of every single-byte encoding.
var cases = sync.OnceValue(func() (all [][256]uint8) {
	all = make([][256]uint8, len(singles))
	for i, s := range singles {
		for c := range 256 {
			all[i][c] = CaseOf(s.table.DecodeByte(byte(c)))
		}
	}
	return all
})

// classesIn returns the classes, in a language with the given letters, of the bytes of an encoding.
func classesIn(table *charmap.Charmap, letters []rune) *[256]uint8 {
	var of [256]uint8
	for c := range of {
		of[c] = ClassOf(table.DecodeByte(byte(c)), letters)
	}
	return &of
}
