package dclm

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// isUpperLine reports whether more than half of the characters are capitals. It stops where there are so many others that, even
// if all bytes to come were capitals, they would be too few.
func isUpperLine(t *pytext.Text, s string) bool {
	capitals, others := 0, 0
	for i := 0; i < len(s); {
		if n, ok := capitalsOf8(s[i:]); ok {
			i += 8
			capitals += n
			if others += 8 - n; others >= capitals+len(s)-i {
				return false
			}
			continue
		}
		size, c := 1, s[i]
		kind := kinds[c&0x7F]
		if c >= utf8.RuneSelf {
			t.Tick(8)
			kind, size = kindBeyond(s[i:])
		}
		i += size
		if kind&upper != 0 {
			capitals++
			continue
		}
		if others++; others >= capitals+len(s)-i {
			return false
		}
	}
	return capitals > others
}

// capitalsOf8 returns how many of the first eight bytes of s are capitals; ok is false if there are fewer bytes or not all of
// them are ASCII.
func capitalsOf8(s string) (n int, ok bool) {
	if len(s) < 8 {
		return 0, false
	}
	const ones = 0x0101010101010101 // adding n to a byte sets its highest bit from 0x80-n on
	b := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	if b&(0x80*ones) != 0 {
		return 0, false
	}
	fromA, afterZ := b+(0x80-'A')*ones, b+(0x80-'Z'-1)*ones
	return bits.OnesCount64((fromA &^ afterZ) & (0x80 * ones)), true
}

// longDigits is the length from which on more than .999999 of a line can be digits although one character is not.
const longDigits = 1000000

// isDigitLine reports whether more than .999999 of the characters are digits.
func isDigitLine(t *pytext.Text, s string) bool {
	digits, all := 0, 0
	for r := range t.Chars(s) {
		all++
		if pytext.IsDigit(r) {
			digits++
		} else if len(s) <= longDigits {
			return false
		}
	}
	return all > 0 && float64(digits)/float64(all) > 0.999999
}

// counted is what counters count.
var counted = []string{
	"likes", "shares", "comments", "retweets", "reposts", "quotes", "bookmarks", "upvotes", "downvotes", "downloads", "views", "followers",
}

// isCounter reports whether s is a number, perhaps with K, M or B, and what it counts, and no other word.
func isCounter(t *pytext.Text, s string) bool {
	notWord := func(r rune) bool {
		t.Tick(4)
		return !pytext.IsWord(r)
	}
	s = strings.TrimLeftFunc(s, notWord)
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || !pytext.IsDecimal(r) {
		return false
	}
	s = strings.TrimLeftFunc(s, func(r rune) bool { return r == ',' || r == '.' || pytext.IsDecimal(r) })
	if r, n := utf8.DecodeRuneInString(s); strings.ContainsRune("kmb", unicode.ToLower(r)) {
		s = s[n:]
	}
	rest := strings.TrimLeftFunc(s, pytext.IsSpace)
	if len(rest) == len(s) {
		return false
	}
	end := strings.IndexFunc(rest, notWord)
	if end < 0 {
		end = len(rest)
	}
	return isCounted(rest[:end]) && strings.TrimLeftFunc(rest[end:], notWord) == ""
}

func isCounted(word string) bool {
	for _, c := range counted {
		if len(word) <= 3*len(c) && pytext.Lower(word) == c {
			return true
		}
	}
	return false
}

// isUnended reports whether s is not empty and does not end as a sentence does.
func isUnended(_ *pytext.Text, s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(stripped(s))
	return !strings.ContainsRune(".!?\"…", r)
}

func isUnendedOrCut(t *pytext.Text, s string) bool {
	if isUnended(t, s) {
		return true
	}
	s = stripped(s)
	return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")
}

// maxWord is the length in characters of the longest word that word_length_1000 keeps.
const maxWord = 1000

func hasLongWord(t *pytext.Text, s string) bool {
	for len(s) > maxWord {
		t.Tick(8)
		end := strings.IndexFunc(s, pytext.IsSpace)
		if end < 0 {
			end = len(s)
		}
		if end > maxWord && utf8.RuneCountInString(s[:end]) > maxWord {
			return true
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		s = s[end+n:]
	}
	return false
}

// stripped is str.strip.
func stripped(s string) string { return pytext.Strip(s, text.Span{End: len(s)}).Of(s) }
