package breaks

import "strings"

// BesideCode reports whether one of the lines at break i is a statement of a programming language.
func (d *Document) BesideCode(i int) bool {
	return isCode(d.Pieces[i].Span.Of(d.in)) || isCode(d.Pieces[i+1].Span.Of(d.in))
}

// A line of code has at least minMarks of these marks, and one in maxMarkGap bytes.
const minMarks, maxMarkGap = 3, 12

// codeMarks are the marks that are frequent in code and rare in prose, without those of emphasis. Marks that end statements
// or assign count for more: the types and calls that prose mentions have none of them.
var codeMarks = func() (m [256]int) {
	for _, c := range []byte(`()[]<>$&+^`) {
		m[c] = 1
	}
	for _, c := range []byte(`{};=|\`) {
		m[c] = strongMark + 1
	}
	return m
}()

// strongMark is greater than the number of weak marks in a line, so that one sum counts both.
const strongMark = 1 << 10

// isCode reports whether line is a statement of a programming language, by the share of such marks. A link in Markdown has
// as many, and is excluded.
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
