package breaks

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// isFixed reports whether the line's breaks are its own: a list item, indented code, or a row of a table.
func isFixed(in string, s text.Span) bool {
	line := s.Of(in)
	r, n := utf8.DecodeRuneInString(line)
	switch {
	case strings.ContainsRune("•◦▪‣●○■□➤➢►✓✔*#>|", r):
		return true
	case (r == '-' || r == '–' || r == '—' || r == '·') && strings.HasPrefix(line[n:], " ") && !strings.ContainsAny(line[:min(len(line), 2)], "–—") && r == '-':
		return true
	case strings.IndexByte(line[:min(len(line), edge)], '\t') >= 0:
		return true
	default:
		return isIndented(in, s.Start) || isNumbered(line)
	}
}

// isIndented reports whether the line whose text begins at offset at stands four or more spaces in, as code does.
func isIndented(in string, at int) bool {
	const indent = "    "
	return at >= len(indent) && in[at-len(indent):at] == indent || at > 0 && in[at-1] == '\t'
}

// isNumbered reports whether s begins as an item of a numbered list does: "3.", "12)", "a)".
func isNumbered(s string) bool {
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 0 && len(s) > 2 && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' {
		return s[1] == ')'
	}
	return i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}

// isFence reports whether line opens or closes a block of code, as in CommonMark.
func isFence(line string) bool {
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}
