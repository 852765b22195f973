package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text/month"
)

// kind is what a token is.
type kind uint8

const (
	number    kind = iota + 1
	monthName      // a word that names a month
	word           // any other word, which no date has inside
)

// token is a number or a word, except the words allowed between the parts of a date.
type token struct {
	kind       kind
	start, end int
	value      int // of a number, or which month
}

func (t token) digits() int { return t.end - t.start }

// next returns the first token of s, in a language, that begins at i or later, and false at the end.
func next(s string, i int, language string) (token, bool) {
	for i < len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			return numberAt(s, i), true
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf:
			t := wordAt(s, i, language)
			if t.kind != 0 {
				return t, true
			}
			i = t.end
		default:
			i++
		}
	}
	return token{}, false
}

func numberAt(s string, i int) token {
	t := token{kind: number, start: i}
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if i-t.start < 15 {
			t.value = t.value*10 + int(s[i]-'0')
		}
	}
	t.end = i
	return t
}

// wordAt reads the letters at i. What is none, and words that count for nothing, have no kind.
func wordAt(s string, i int, language string) token {
	t := token{start: i, end: i}
	ascii := true
	for t.end < len(s) {
		c := s[t.end]
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			t.end++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[t.end:])
		if !unicode.IsLetter(r) || strings.ContainsRune(dateMarks, r) {
			if t.end == t.start {
				t.end += n
				ascii = false
			}
			break
		}
		ascii = false
		t.end += n
	}
	t.kind, t.value = classify(s[t.start:t.end], ascii, language)
	return t
}

// dateMarks follow year, month and day in Chinese, Japanese and Korean.
const dateMarks = "年月日년월일"

// classify returns what kind of word w is, and which month it names.
func classify(w string, ascii bool, language string) (kind, int) {
	if len(w) > month.LongestName {
		return word, 0
	}
	if !ascii {
		if r, n := utf8.DecodeRuneInString(w); n == len(w) && (!unicode.IsLetter(r) || strings.ContainsRune(dateMarks, r)) {
			return 0, 0
		}
		if w = strings.ToLower(w); len(w) > month.LongestName { // lower case can be longer
			return word, 0
		}
	}
	var lower [month.LongestName]byte
	for i := range len(w) {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	if m := month.Of(string(lower[:len(w)]), language); m > 0 {
		return monthName, m
	}
	if joiners[string(lower[:len(w)])] {
		return 0, 0
	}
	return word, 0
}
