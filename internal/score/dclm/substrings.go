package dclm

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// itemsInCart returns the places of "items in cart" in s, with one white space before it.
func itemsInCart(s string) (spans []text.Span) {
	const phrase = "items in cart"
	for i := 0; len(s)-i >= len(phrase); {
		n := foldedLen(s[i:], phrase)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		start := spaceBefore(s, i)
		if last := len(spans) - 1; last >= 0 {
			start = max(start, spans[last].End)
		}
		spans = append(spans, text.Span{Start: start, End: i + n})
		i += n
	}
	return spans
}

// readMore returns the end of s if it is "read more" and any three characters, with one white space before it. DCLM means
// "Read more...", but its full stops are those of a regular expression.
func readMore(s string) []text.Span {
	end := len(s)
	for range 3 {
		_, n := utf8.DecodeLastRuneInString(s[:end])
		end -= n
	}
	const phrase = "read more"
	start := end
	for range len(phrase) {
		_, n := utf8.DecodeLastRuneInString(s[:start])
		start -= n
	}
	if n := foldedLen(s[start:], phrase); n == 0 || start+n != end {
		return nil
	}
	return []text.Span{{Start: spaceBefore(s, start), End: len(s)}}
}

// signIn returns the start of s if it is "sign-in", with one white space after it.
func signIn(s string) []text.Span {
	n := foldedLen(s, "sign-in")
	if n == 0 {
		return nil
	}
	if r, size := utf8.DecodeRuneInString(s[n:]); n < len(s) && pytext.IsSpace(r) {
		n += size
	}
	return []text.Span{{End: n}}
}

// spaceBefore returns where the white space before i begins, at most one character.
func spaceBefore(s string, i int) int {
	if r, n := utf8.DecodeLastRuneInString(s[:i]); n > 0 && pytext.IsSpace(r) {
		return i - n
	}
	return i
}

// foldedLen returns the length of the beginning of s that is phrase as Python's re.IGNORECASE compares; 0 if it is not.
func foldedLen(s, phrase string) int {
	i := 0
	for at := range len(phrase) {
		if i < len(s) && s[i]|0x20 == phrase[at]|0x20 && (s[i] == phrase[at] || phrase[at] >= 'a') {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n < 2 || folds[r] != phrase[at] {
			return 0
		}
		i += n
	}
	return i
}

// folds are the characters beyond ASCII that are a letter of ASCII to re.IGNORECASE.
var folds = map[rune]byte{'ı': 'i', 'İ': 'i', 'ſ': 's', '\u212a': 'k'}

// citations returns the places of citation marks such as Wikipedia has them.
func citations(s string) (spans []text.Span) {
	for i := 0; ; {
		at := strings.IndexByte(s[i:], '[')
		if at < 0 {
			return spans
		}
		i += at
		if n := citationLen(s[i:]); n > 0 {
			spans = append(spans, text.Span{Start: i, End: i + n})
			i += n
		} else {
			i++
		}
	}
}

// citationLen returns the length of the mark that s begins with, or 0.
func citationLen(s string) int {
	for _, mark := range []string{"[edit]", "[citation needed]"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	rest := strings.TrimLeftFunc(s[1:], pytext.IsDecimal)
	if !strings.HasPrefix(rest, "]") {
		return 0
	}
	return len(s) - len(rest) + 1
}
