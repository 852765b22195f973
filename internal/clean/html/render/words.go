package render

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// special are the bytes of running text that are not always copied.
var special = [256]bool{'&': true, ' ': true, '\n': true, '\t': true, '\r': true, '\f': true}

// words writes running text, white space folded and character references decoded.
func (w *writer) words(s text.Span) {
	page := w.t.Page
	from := s.Start
	for i := s.Start; i < s.End; {
		c := page[i]
		switch {
		case !special[c]:
			i++
		case c == '&':
			if w.stop(16) {
				return
			}
			n, decoded := reference(page[i:s.End])
			if n > 0 {
				w.copy(text.Span{Start: from, End: i})
				w.put(text.Span{Start: i, End: i + n}, decoded, byEntity)
				from = i + n
			}
			i += max(n, 1)
		case c == ' ' && i+1 < s.End && !isSpace(page[i+1]):
			i++
		default:
			end := i + 1
			for end < s.End && isSpace(page[end]) {
				end++
			}
			w.copy(text.Span{Start: from, End: i})
			with := " "
			if breaksWide(page, text.Span{Start: i, End: end}) {
				with = ""
			}
			w.put(text.Span{Start: i, End: end}, with, bySpace)
			if from, i = end, end; w.stop(16) {
				return
			}
		}
	}
	w.copy(text.Span{Start: from, End: s.End})
}

// verbatim writes text whose white space counts. Carriage returns go, as in browsers.
func (w *writer) verbatim(s text.Span) {
	page := w.t.Page
	for s.Start < s.End && !w.stop(16) {
		n := strings.IndexAny(s.Of(page), "&\r")
		if n < 0 {
			break
		}
		at := s.Start + n
		w.copy(text.Span{Start: s.Start, End: at})
		s.Start = at + 1
		if page[at] == '&' {
			n, decoded := reference(page[at:s.End])
			if n == 0 {
				w.copy(text.Span{Start: at, End: at + 1})
				continue
			}
			w.put(text.Span{Start: at, End: at + n}, decoded, byEntity)
			s.Start = at + n
			continue
		}
		with := "\n"
		if s.Start < len(page) && page[s.Start] == '\n' {
			with = ""
		}
		w.put(text.Span{Start: at, End: at + 1}, with, bySpace)
	}
	w.copy(s)
}

// longestReference is the length of the longest name of a character reference, with the ampersand.
const longestReference = 33

// reference returns the length of the character reference that s begins with, and the text it means; 0 if it is none.
// Numbers in the range of controls mean characters of windows-1252, as in browsers.
func reference(s string) (n int, decoded string) {
	i := 1
	for i < len(s) && i < longestReference && (s[i] == '#' && i == 1 || isAlnum(s[i])) {
		i++
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	switch ref := s[:i]; ref {
	case "&amp;":
		return i, "&"
	case "&nbsp;":
		return i, "\u00a0"
	default:
		if i < 3 {
			return 0, ""
		}
		if decoded = html.UnescapeString(ref); decoded == ref {
			return 0, ""
		}
		return i, decoded
	}
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// longestBlank is the length up to which a text is checked for being blank.
const longestBlank = 256

// blank reports whether a text is nothing but white space written as character references or of width zero.
func blank(s string) bool {
	if len(s) > longestBlank || s == "" || s[0] != '&' && s[0] < utf8.RuneSelf {
		return false
	}
	if s[0] == '&' {
		s = html.UnescapeString(s)
	}
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && r != 0x200B && r != 0xFEFF && r != 0xAD }) < 0
}
