package markdown

// escape writes text with a backslash before what CommonMark would read as markup: marks of emphasis, code and links
// anywhere; marks of blocks and the full stop of a list's number where a line begins, as s does if lineStart is true.
func (w *writer) escape(s string, lineStart bool) {
	begins := lineStart // no space has come since the line began
	done := 0
	for i := 0; i < len(s) && w.err == nil; i++ {
		c := s[i]
		if !lineStart && !isSpecial[c] {
			continue
		}
		switch {
		case c == '\n':
			w.put(s[done:i])
			w.put(w.newline)
			done, lineStart, begins = i+1, true, true
			continue
		case isInlineMark(c), lineStart && opensBlock(s[i:]), c == '|' && w.inCell:
			w.put(s[done:i])
			w.b.WriteByte('\\')
			w.b.WriteByte(c)
			done = i + 1
		case begins && isListNumber(s[i:]):
			i += leadingDigits(s[i:])
			w.put(s[done:i])
			w.b.WriteByte('\\')
			done = i
		}
		lineStart, begins = lineStart && c == ' ', false
	}
	w.put(s[done:])
}

// isListNumber reports whether s begins as an item of a numbered list does.
func isListNumber(s string) bool {
	digits := leadingDigits(s[:min(len(s), maxNumber+1)])
	return digits > 0 && digits <= maxNumber && digits < len(s) && (s[digits] == '.' || s[digits] == ')')
}

// isSpecial are the bytes that may need a backslash anywhere in a line.
var isSpecial = [256]bool{'\n': true, '\\': true, '*': true, '_': true, '`': true, '[': true, ']': true, '<': true, '|': true}

func isInlineMark(c byte) bool { return isSpecial[c] && c != '\n' && c != '|' }

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
