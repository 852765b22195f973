package text

import (
	"strings"
	"unicode"
)

// Lines returns the lines of text that hold more than white space, without the line feeds that end them
// and the white space around them.
func Lines(text string) []Span {
	var lines []Span
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if s := Trim(text, Span{start, start + end}); !s.Empty() {
			lines = append(lines, s)
		}
		start += end + 1
	}
	return lines
}

// Trim returns s without the white space (as unicode.IsSpace has it) at its ends.
func Trim(text string, s Span) Span {
	line := s.Of(text)
	left := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	return Span{s.Start + left, s.Start + left + len(strings.TrimSpace(line))}
}

// Paragraphs returns the runs of text that are parted by blank lines, without the white space around them.
func Paragraphs(text string) []Span {
	var paragraphs []Span
	last := -1 // end of the previous line
	for _, l := range Lines(text) {
		if n := len(paragraphs); n > 0 && strings.Count(text[last:l.Start], "\n") < 2 {
			paragraphs[n-1].End = l.End
		} else {
			paragraphs = append(paragraphs, l)
		}
		last = l.End
	}
	return paragraphs
}
