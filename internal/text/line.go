package text

import (
	"iter"
	"strings"
	"unicode"
)

// Lines yields the lines of text that hold more than white space, in order, without the line feeds that end them and the
// white space around them.
func Lines(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for start := 0; start <= len(text); {
			end := strings.IndexByte(text[start:], '\n')
			if end < 0 {
				end = len(text) - start
			}
			if s := Trim(text, Span{start, start + end}); !s.Empty() && !yield(s) {
				return
			}
			start += end + 1
		}
	}
}

// Trim returns s without the white space (as unicode.IsSpace has it) at its ends.
func Trim(text string, s Span) Span {
	line := s.Of(text)
	if line != "" && isPrinted(line[0]) && isPrinted(line[len(line)-1]) {
		return s
	}
	left := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	return Span{s.Start + left, s.Start + left + len(strings.TrimSpace(line))}
}

// isPrinted reports whether c is an ASCII character other than space and controls.
func isPrinted(c byte) bool { return ' ' < c && c < 0x7F }

// Paragraphs returns the runs of text that are separated by blank lines, without the white space around them.
func Paragraphs(text string) []Span {
	var paragraphs []Span
	last := -1 // end of the previous line
	for l := range Lines(text) {
		if n := len(paragraphs); n > 0 && strings.Count(text[last:l.Start], "\n") < 2 {
			paragraphs[n-1].End = l.End
		} else {
			paragraphs = append(paragraphs, l)
		}
		last = l.End
	}
	return paragraphs
}
