package text

import "unicode/utf8"

// Unit is what offsets are counted in.
type Unit int

// The units, as in Google's Natural Language API.
const (
	UTF8  Unit = iota // bytes
	UTF16             // UTF-16 code units
	UTF32             // code points
)

// indexStep is how many bytes lie between two remembered offsets: an index takes 1/64 of the text's size
// and a look-up reads at most this many bytes.
const indexStep = 256

// Index converts byte offsets of one text to another unit. It is safe for concurrent use.
type Index struct {
	text  string
	unit  Unit
	marks []int32 // marks[k] is the number of units before byte k*indexStep; nil if units are bytes
}

// NewIndex returns an index of text, which must be valid UTF-8. For UTF8, and for text that is all ASCII,
// it holds nothing.
func NewIndex(text string, unit Unit) *Index {
	x := &Index{text: text, unit: unit}
	if unit == UTF8 || IsASCII(text) {
		return x
	}
	x.marks = make([]int32, 0, len(text)/indexStep+1)
	units := 0
	for at := range len(text) {
		if at%indexStep == 0 {
			x.marks = append(x.marks, int32(units))
		}
		units += x.width(text[at])
	}
	return x
}

// Offset returns the number of units before byte offset at. Within a character, the character counts.
func (x *Index) Offset(at int) int {
	if x.marks == nil {
		return at
	}
	k := min(at/indexStep, len(x.marks)-1)
	units := int(x.marks[k])
	for i := k * indexStep; i < at; i++ {
		units += x.width(x.text[i])
	}
	return units
}

// Span converts both ends of s.
func (x *Index) Span(s Span) Span { return Span{x.Offset(s.Start), x.Offset(s.End)} }

// width is how many units the character has whose first byte is b; 0 for all other bytes of it.
func (x *Index) width(b byte) int {
	switch {
	case !utf8.RuneStart(b):
		return 0
	case x.unit == UTF16 && b >= 0xF0: // beyond U+FFFF: a surrogate pair
		return 2
	default:
		return 1
	}
}

// IsASCII reports whether every byte of s is below 0x80.
func IsASCII(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
