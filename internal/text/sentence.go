package text

import (
	"github.com/clipperhouse/uax29/v2/sentences"
)

// AppendSentences appends to dst the sentences of the part within of text, without the white space around
// them. The base is Unicode Standard Annex 29; a boundary that it puts behind an abbreviation is undone.
func AppendSentences(dst []Span, text string, within Span) []Span {
	for it := sentences.FromString(within.Of(text)); it.Next(); {
		s := Trim(text, Span{it.Start(), it.End()}.Shift(within.Start))
		if !s.Empty() {
			dst = append(dst, s)
		}
	}
	return dst
}
