package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// tokens returns the runs of letters, digits and inner apostrophes, hyphens or dots of initials in s.
// A possessive ending is cut off.
func tokens(s string) []text.Span {
	var out []text.Span
	start := -1
	for i, r := range s {
		inner := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			start >= 0 && (r == '\'' || r == '’' || r == '-' || r == '.' || r == '&')
		switch {
		case inner && start < 0:
			start = i
		case !inner && start >= 0:
			out = append(out, trimToken(s, text.Span{Start: start, End: i}))
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, trimToken(s, text.Span{Start: start, End: len(s)}))
	}
	return out
}

// trimToken cuts joints and a possessive ending off the end of t; the dot of an abbreviation stays.
func trimToken(s string, t text.Span) text.Span {
	w := t.Of(s)
	w = strings.TrimRight(w, "'’-&")
	if strings.HasSuffix(w, ".") && !abbreviation(w) {
		w = strings.TrimRight(w, ".'’-&")
	}
	for _, p := range [...]string{"’s", "'s"} {
		w = strings.TrimSuffix(w, p)
	}
	return text.Span{Start: t.Start, End: t.Start + len(w)}
}

// abbreviation reports whether w keeps its final dot: "Mr.", "J.", "U.S.".
func abbreviation(w string) bool {
	body := strings.TrimSuffix(w, ".")
	return honorifics[body] || utf8.RuneCountInString(body) == 1 || strings.Contains(body, ".") || body == "Inc" || body == "Corp"
}

// capital reports whether w begins with an upper-case letter.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// set makes a look-up of words from a list with spaces.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
