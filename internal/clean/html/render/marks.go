package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// longestNote is the length in bytes of the longest mark of a footnote.
const longestNote = 4

// isNoteLink reports whether a raised link leads to a note of the same page.
func isNoteLink(href string) bool { return strings.HasPrefix(href, "#") && len(href) > 1 }

// note writes a text as the mark of a footnote, in brackets, and reports whether it is one: "1911" and "1" are not 19111.
func (w *writer) note(i int32, s text.Span, note int32) bool {
	n := &w.t.Nodes[note]
	if len(w.out) > 0 && w.out[len(w.out)-1] == '[' && w.gap == noGap {
		return false // the page has them around the link
	}
	if s.Len() > longestNote || n.FirstText != i || n.EndText != i+1 || w.t.Page[s.Start] == '[' || w.t.Page[s.Start] == '(' || w.last < 0 {
		return false
	}
	if w.sep = ""; w.gap == spaceGap && !w.t.Texts[i].Space {
		w.gap = noGap
	}
	w.put(text.Span{Start: s.Start, End: s.Start}, "[", byMarkup)
	w.words(s)
	w.put(text.Span{Start: w.done, End: w.done}, "]", byMarkup)
	return true
}

// isWide reports whether r is of a script that has no spaces between words, or its punctuation.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// breaksWide reports whether the white space at s is a line break of the source between two characters of such scripts: it
// is none of the text.
func breaksWide(page string, s text.Span) bool {
	if !strings.Contains(s.Of(page), "\n") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(page[max(s.Start-utf8.UTFMax, 0):s.Start])
	after, _ := utf8.DecodeRuneInString(page[s.End:min(s.End+utf8.UTFMax, len(page))])
	return isWide(before) && isWide(after)
}

// isClosing reports whether a text begins with a mark that no space precedes.
func isClosing(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(",.;:!?)]}\u201d\u2019\u3002\u3001\uff0c", r)
}
