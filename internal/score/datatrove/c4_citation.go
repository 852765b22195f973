package datatrove

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// citationWords are the citations that are not numbers, without the opening bracket.
var citationWords = [...]string{"edit]", "citation needed]"}

// nextCitation returns the first citation mark in s from byte i on, such as Wikipedia has them: "[12]", "[]", "[edit]" or
// "[citation needed]".
func nextCitation(s string, i int) (text.Span, bool) {
	for {
		n := strings.IndexByte(s[i:], '[')
		if n < 0 {
			return text.Span{}, false
		}
		i += n
		if n := citationLen(s[i+1:]); n > 0 {
			return text.Span{Start: i, End: i + 1 + n}, true
		}
		i++
	}
}

// citationLen returns the length of the citation that s, which follows an opening bracket, begins with; 0 if there is none.
func citationLen(s string) int {
	for _, words := range citationWords {
		if strings.HasPrefix(s, words) {
			return len(words)
		}
	}
	for i := 0; i < len(s); {
		if s[i] == ']' {
			return i + 1
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !pytext.IsDecimal(r) {
			return 0
		}
		i += n
	}
	return 0
}

// withoutCitations returns s without them: s itself where there are none.
func withoutCitations(s string) string {
	c, ok := nextCitation(s, 0)
	if !ok {
		return s
	}
	var b strings.Builder
	at := 0
	for ; ok; c, ok = nextCitation(s, at) {
		b.WriteString(s[at:c.Start])
		at = c.End
	}
	b.WriteString(s[at:])
	return b.String()
}
