package breaks

import "strings"

// BesideCode reports whether one of the lines at break i is a statement of a programming language.
func (d *Document) BesideCode(i int) bool {
	return isCode(d.Pieces[i].Span.Of(d.in)) || isCode(d.Pieces[i+1].Span.Of(d.in))
}

// Code has this many of its marks at least, and one in so many bytes.
const minMarks, maxMarkGap = 3, 12

// codeMarks are the marks that code has many of and prose few; the marks of emphasis are not among them. Those that
// count for more part statements or assign: types and calls that are named in prose have none.
var codeMarks = func() (m [256]int) {
	for _, c := range []byte(`()[]<>$&+^`) {
		m[c] = 1
	}
	for _, c := range []byte(`{};=|\`) {
		m[c] = strongMark + 1
	}
	return m
}()

// strongMark is more than a line has weak ones.
const strongMark = 1 << 10

// isCode reports whether line is a statement of a programming language, by how thick its marks stand. A link written in
// Markdown has as many.
func isCode(line string) bool {
	if len(line) > edge {
		return false
	}
	sum := 0
	for i := range len(line) {
		sum += codeMarks[line[i]]
	}
	marks := sum % strongMark
	return (sum >= strongMark || line[0] == '#') && marks >= minMarks && marks*maxMarkGap >= len(line) && !strings.Contains(line, "](")
}
