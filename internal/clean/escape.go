package clean

import "strings"

// escape puts a backslash before what CommonMark would read as markup: marks of emphasis, code and links
// anywhere, marks of blocks at the start of a line.
func escape(s string) string { return escapeFrom(s, true) }

// escapeFrom escapes s, of which lineStart says whether it begins a line.
func escapeFrom(s string, lineStart bool) string {
	var b strings.Builder
	begins := lineStart
	for i := range len(s) {
		c := s[i]
		if isInlineMark(c) || lineStart && opensBlock(s[i:]) {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		lineStart = c == '\n' || lineStart && c == ' '
	}
	return numbered(b.String(), begins)
}

func isInlineMark(c byte) bool {
	switch c {
	case '\\', '*', '_', '`', '[', ']', '<':
		return true
	default:
		return false
	}
}

// opensBlock reports whether s begins with a mark that opens a heading, a quotation or a list item.
func opensBlock(s string) bool {
	switch s[0] {
	case '#', '>', '~', '|':
		return true
	case '-', '+', '=':
		return len(s) == 1 || s[1] == ' ' || s[1] == s[0]
	default:
		return false
	}
}

// numbered escapes the full stop of a number at the start of a line, lest the line become a list item.
func numbered(s string, lineStart bool) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if i == 0 && !lineStart {
			continue
		}
		digits := len(l) - len(strings.TrimLeft(l, "0123456789"))
		if digits > 0 && digits < 10 && digits < len(l) && (l[digits] == '.' || l[digits] == ')') {
			lines[i] = l[:digits] + "\\" + l[digits:]
		}
	}
	return strings.Join(lines, "\n")
}
