package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// AppendSentences appends to dst the sentences of the part within of text, without the white space around
// them. The base is Unicode Standard Annex 29; a boundary that it puts behind an abbreviation is undone.
func AppendSentences(dst []Span, text string, within Span) []Span {
	first := len(dst)
	for it := sentences.FromString(within.Of(text)); it.Next(); {
		s := Trim(text, Span{it.Start(), it.End()}.Shift(within.Start))
		if s.Empty() {
			continue
		}
		if n := len(dst); n > first && endsAbbreviated(dst[n-1].Of(text)) && !strings.Contains(text[dst[n-1].End:s.Start], "\n") {
			dst[n-1].End = s.End
			continue
		}
		dst = append(dst, s)
	}
	return dst
}

// endsAbbreviated reports whether s ends with an abbreviation that another word follows: a title, or the initial of a
// name. Abbreviations that also end sentences ("Inc.", "U.S.") are left to the base.
func endsAbbreviated(s string) bool {
	word, ok := strings.CutSuffix(s[strings.LastIndexAny(s, " \n(“\"")+1:], ".")
	if !ok || word == "" {
		return false
	}
	r, n := utf8.DecodeRuneInString(word)
	return abbreviations[word] || n == len(word) && unicode.IsUpper(r) && r != 'I'
}

// abbreviations stand before a name, a number or an example, and hardly ever at the end of a sentence.
var abbreviations = map[string]bool{
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Rev": true, "Fr": true, "Sr": true, "St": true,
	"Gen": true, "Col": true, "Lt": true, "Maj": true, "Capt": true, "Cmdr": true, "Sgt": true, "Adm": true,
	"Gov": true, "Sen": true, "Rep": true, "Reps": true, "Sens": true, "Pres": true, "Hon": true, "Messrs": true,
	"vs": true, "v": true, "cf": true, "e.g": true, "i.e": true, "approx": true, "Mt": true, "Ft": true,
	"Jan": true, "Feb": true, "Aug": true, "Sept": true, "Oct": true, "Nov": true, "Dec": true,
}
