package pytext

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Lines appends the pieces of s between line feeds to dst, as str.split("\n") has them: one more than there are line
// feeds.
func Lines(dst []text.Span, s string) []text.Span {
	for start := 0; ; {
		n := strings.IndexByte(s[start:], '\n')
		if n < 0 {
			return append(dst, text.Span{Start: start, End: len(s)})
		}
		dst = append(dst, text.Span{Start: start, End: start + n})
		start += n + 1
	}
}

// PythonLines appends the lines of s to dst as str.splitlines has them, without their ends: it also ends a line at CR, CR
// LF, VT, FF, U+001C to U+001E, NEL, and the line and paragraph separators.
func PythonLines(dst []text.Span, s string) []text.Span {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c > 0x1E && c < 0xC2 || c < '\n' || c > 0xE2 {
			i++
			continue
		}
		n := lineEnd(s[i:])
		if n == 0 {
			i++
			continue
		}
		dst = append(dst, text.Span{Start: start, End: i})
		i += n
		start = i
	}
	if start < len(s) {
		dst = append(dst, text.Span{Start: start, End: len(s)})
	}
	return dst
}

// lineEnd returns the length of the line end that s begins with, or 0.
func lineEnd(s string) int {
	switch s[0] {
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	case '\n', '\v', '\f', 0x1C, 0x1D, 0x1E:
		return 1
	}
	for _, mark := range []string{"\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// Strip returns span s of t without the white space at its ends, as str.strip does.
func Strip(t string, s text.Span) text.Span {
	s.Start += SpaceLen(s.Of(t))
	for s.End > s.Start {
		r, n := utf8.DecodeLastRuneInString(t[s.Start:s.End])
		if !IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
