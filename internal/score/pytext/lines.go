package pytext

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Lines are the lines of a text, four bytes each. Spans leave out the line's end.
type Lines struct {
	t      *Text
	starts []int32 // where the lines begin, and what follows the last line end
	n      int     // how many of them are lines
	python bool    // any line end of str.splitlines counts, not only the line feed
}

// Lines returns the pieces between line feeds, as str.split("\n") has them: one more than there are line feeds.
func (t *Text) Lines() *Lines {
	if !t.found.lines {
		t.found.lines = true
		t.starts = appendLineStarts(slices.Grow(t.starts[:0], strings.Count(t.S, "\n")+1), t)
		t.lines = Lines{t: t, starts: t.starts, n: len(t.starts)}
	}
	return &t.lines
}

// PythonLines returns the lines as str.splitlines has them: it also ends a line at CR, CR LF, VT, FF, U+001C to U+001E, NEL, and
// the line and paragraph separators, and there is no line after the last line end.
func (t *Text) PythonLines() *Lines {
	l := &t.pythonLines
	if t.found.pythonLines {
		return l
	}
	t.found.pythonLines = true
	if hasOtherLineEnd(t) {
		t.pythonStarts = appendPythonStarts(t.pythonStarts[:0], t)
		*l = Lines{t: t, starts: t.pythonStarts, python: true}
	} else {
		*l = Lines{t: t, starts: t.Lines().starts}
	}
	l.n = len(l.starts)
	if int(l.starts[l.n-1]) == len(t.S) {
		l.n--
	}
	return l
}

// Len returns how many lines there are.
func (l *Lines) Len() int { return l.n }

// At returns line i.
func (l *Lines) At(i int) text.Span {
	start, end := int(l.starts[i]), len(l.t.S)
	if i+1 < len(l.starts) {
		end = int(l.starts[i+1])
		if l.python {
			end -= lastLineEnd(l.t.S[start:end])
		} else {
			end--
		}
	}
	return text.Span{Start: start, End: end}
}

// All yields the lines in order.
func (l *Lines) All() iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for i := range l.n {
			s := l.At(i)
			l.t.Tick(s.Len() + 4)
			if !yield(s) {
				return
			}
		}
	}
}

// Separated yields the pieces of t between separators, as str.split has them.
func (t *Text) Separated(separator string) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for start := 0; ; {
			end := len(t.S)
			n := strings.Index(t.S[start:], separator)
			if n >= 0 {
				end = start + n
			}
			t.Tick(end - start + 4)
			if !yield(text.Span{Start: start, End: end}) || n < 0 {
				return
			}
			start = end + len(separator)
		}
	}
}

func appendLineStarts(dst []int32, t *Text) []int32 {
	dst = append(dst, 0)
	for start := 0; ; {
		n := strings.IndexByte(t.S[start:], '\n')
		if n < 0 {
			return dst
		}
		t.Tick(4)
		start += n + 1
		dst = append(dst, int32(start)) //nolint:gosec // a Text is shorter than 2 GiB
	}
}

// otherLineEnds are the line ends besides the line feed; CR LF begins with one of them.
var otherLineEnds = [...]string{"\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"}

func hasOtherLineEnd(t *Text) bool {
	for _, mark := range otherLineEnds {
		if (len(mark) == 1 || !t.ASCII) && strings.Contains(t.S, mark) {
			return true
		}
	}
	return false
}

func appendPythonStarts(dst []int32, t *Text) []int32 {
	s := t.S
	dst = append(dst, 0)
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
		i += n
		t.Tick(i - int(dst[len(dst)-1]))
		dst = append(dst, int32(i)) //nolint:gosec // a Text is shorter than 2 GiB
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
	for _, mark := range otherLineEnds[len(otherLineEnds)-3:] {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// lastLineEnd returns the length of the line end that s ends with; there is one.
func lastLineEnd(s string) int {
	switch s[len(s)-1] {
	case '\n':
		if strings.HasSuffix(s, "\r\n") {
			return 2
		}
		return 1
	case "\u0085"[1]:
		return len("\u0085")
	case "\u2028"[2], "\u2029"[2]:
		return len("\u2028")
	default:
		return 1
	}
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
