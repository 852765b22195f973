package text

import (
	"strings"
	"unicode"
)

// Lines returns the lines of text that hold more than white space, without the line feeds that end them
// and the white space around them.
func Lines(text string) []Span {
	lines := make([]Span, 0, strings.Count(text, "\n")+1)
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
	if line != "" && isPrinted(line[0]) && isPrinted(line[len(line)-1]) {
		return s
	}
	left := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	return Span{s.Start + left, s.Start + left + len(strings.TrimSpace(line))}
}

// isPrinted reports whether c is an ASCII character other than space and controls.
func isPrinted(c byte) bool { return ' ' < c && c < 0x7F }

// Paragraphs returns the runs of text that are parted by blank lines, without the white space around them.
func Paragraphs(text string) []Span {
	lines := Lines(text)
	paragraphs := lines[:0] // never gets ahead of the lines that are read
	last := -1              // end of the previous line
	for _, l := range lines {
		if n := len(paragraphs); n > 0 && strings.Count(text[last:l.Start], "\n") < 2 {
			paragraphs[n-1].End = l.End
		} else {
			paragraphs = append(paragraphs, l)
		}
		last = l.End
	}
	return paragraphs
}
