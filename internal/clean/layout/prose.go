package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a column of running text has at least.
const (
	minLines = 4  // lines
	minWidth = 18 // columns that its longest line takes
	minWords = 3  // words in a line, on average
)

// isNoProse reports whether c is not running text that was wrapped at the width of a column: four of five lines are
// full, and a quarter go on in small letters on the next.
func (s *splitter) isNoProse(c column) bool {
	lines, words, width := 0, 0, width(c)
	for _, x := range c {
		if !x.Empty() {
			lines++
			words += s.words(x)
		}
	}
	if lines < minLines || width < minWidth || words < minWords*lines {
		return true
	}
	pairs, full, running := 0, 0, 0
	for i := 1; i < len(c); i++ {
		a, b := c[i-1], c[i]
		if a.Empty() || b.Empty() || s.endsSentence(a) {
			continue
		}
		pairs++
		full += btoi(s.isFull(a, b, width))
		running += btoi(s.runsOn(a, b))
	}
	return pairs < minLines/2 || full*5 < pairs*4 || running*4 < pairs
}

// width returns the width of the longest line of c.
func width(c column) int {
	n := 0
	for _, x := range c {
		n = max(n, x.to-x.from)
	}
	return n
}

// fullShare is the share of a column's width, in percent, that a line and the next word take at least: letters of print are of many
// widths, and so a full line may have fewer than another.
const fullShare = 85

// isFull reports whether the first word of b would not have fitted after a.
func (s *splitter) isFull(a, b cell, width int) bool {
	return (a.to-a.from+1+s.firstWidth(b))*100 > width*fullShare
}

// words counts the words of x; two wide characters count as one.
func (s *splitter) words(x cell) int {
	line := x.Of(s.in)
	if r, _ := utf8.DecodeRuneInString(line); isWide(r) {
		return (x.to - x.from) / 4
	}
	return strings.Count(line, " ") + 1
}

// firstWidth returns how many columns the first word of x takes.
func (s *splitter) firstWidth(x cell) int {
	n := 0
	for _, r := range x.Of(s.in) {
		if r == ' ' {
			break
		}
		if n += columnsOf(r); isWide(r) {
			break
		}
	}
	return n
}

func (s *splitter) endsSentence(x cell) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(x.Of(s.in), `"'”’»)]`))
	return strings.ContainsRune(".!?:。！？：…", r)
}

// runsOn reports whether the sentence of a goes on in b.
func (s *splitter) runsOn(a, b cell) bool {
	last, _ := utf8.DecodeLastRuneInString(a.Of(s.in))
	first, _ := utf8.DecodeRuneInString(b.Of(s.in))
	return (unicode.IsLower(first) || isWide(first)) && (unicode.IsLetter(last) || last == ',' || last == '-' || last == '、' || last == '，')
}

// isTable reports whether columns may be those of a table whose cells are of several lines: blank lines go through all of them, after
// each of them all begin together, and nothing shows that a sentence goes on at the head of the next.
func (s *splitter) isTable(columns []column) bool {
	for k := 1; k < len(columns); k++ {
		if s.runsOn(ends(columns[k-1]), starts(columns[k])) {
			return false
		}
	}
	blocks := 0
	for i := range columns[0] {
		filled := filledAt(columns, i)
		if filled > 0 && (i == 0 || filledAt(columns, i-1) == 0) {
			if blocks++; filled < len(columns) {
				return false
			}
		}
	}
	return blocks > 1
}

func filledAt(columns []column, i int) int {
	n := 0
	for _, c := range columns {
		n += btoi(!c[i].Empty())
	}
	return n
}

// starts and ends return the first and the last cell of c with text.
func starts(c column) (x cell) {
	for i := 0; i < len(c) && x.Empty(); i++ {
		x = c[i]
	}
	return x
}

func ends(c column) (x cell) {
	for i := len(c) - 1; i >= 0 && x.Empty(); i-- {
		x = c[i]
	}
	return x
}
