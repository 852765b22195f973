package text

import (
	"context"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// AppendSentences appends to dst the sentences of the part within of text, without the white space around them. The base
// is Unicode Standard Annex 29; a boundary that it puts after an abbreviation is undone. The error is ctx.Err() if ctx
// ended first.
func AppendSentences(ctx context.Context, dst []Span, text string, within Span) ([]Span, error) {
	first := len(dst)
	pace := NewPace(ctx)
	for it := sentences.FromString(within.Of(text)); it.Next(); {
		if err := pace.Step(it.End() - it.Start()); err != nil {
			return dst, err
		}
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
	return dst, ctx.Err()
}

// endsAbbreviated reports whether s ends with an abbreviation that another word follows: a title, or the initial of a
// name. Abbreviations that also end sentences ("Inc.", "U.S.") are left to the base.
func endsAbbreviated(s string) bool {
	s, ok := strings.CutSuffix(s, ".")
	if !ok {
		return false
	}
	word := s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })+1:]
	class, _ := LookAbbreviation(word)
	return class.Has(BeforeName|Inside|Month|Initial) && !class.Has(MayEnd) && word != "I"
}
