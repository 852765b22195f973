package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/text"
)

// partingMarks are marks that no name has inside.
const partingMarks = "()[]{}<>\"“”;:!?…|*=\n"

// parts reports whether no name goes on after gap with word. A full stop that belongs to an abbreviation is in the word before; a
// comma stands in names only before words such as "Inc" and "Jr".
func parts(gap, word string) bool {
	switch {
	case gap == "/" && len(word) > maxSlashed:
		return true
	case strings.ContainsAny(gap, partingMarks), gap[:min(1, len(gap))] == ".", strings.Contains(gap, " - "), strings.Contains(gap, "–"),
		strings.Contains(gap, "—"):
		return true
	case strings.Contains(gap, ","):
		return !afterComma[strings.TrimSuffix(word, ".")]
	}
	return false
}

// maxSlashed is the length of the longest word that a slash joins to a name: "AC/DC", but not "Getty Images/Reuters".
const maxSlashed = 3

// afterComma are words before which a comma may stand in a name.
var afterComma = map[string]bool{
	"Inc": true, "Jr": true, "Sr": true, "Ltd": true, "LLC": true, "LLP": true, "LP": true, "Co": true, "Corp": true, "PLC": true, "II": true,
	"III": true, "IV": true, "INC": true, "JR": true, "SA": true, "AG": true,
}

// gapOf hashes the marks between two words, at most four of them.
func gapOf(gap string) uint64 {
	if gap == " " {
		return 3
	}
	h := fnv.Start64
	n := 0
	for _, c := range gap {
		if unicode.IsSpace(c) {
			continue
		}
		switch c {
		case '“', '”', '„', '«', '»':
			c = '"'
		case '’', '‘':
			c = '\''
		case '–', '—':
			c = '-'
		}
		if h = fnv.Add64(h, uint64(c)); n == 3 {
			break
		}
		n++
	}
	if gap == "" {
		return 4
	}
	if n == 0 {
		return 3
	}
	return h
}

// fold hashes word in small letters.
func fold(word string) uint64 {
	h := fnv.Start64
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			if '0' <= c && c <= '9' {
				c = '0'
			}
			h = fnv.Add64(h, uint64(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r == '’' {
			r = '\''
		}
		h = fnv.Add64(h, uint64(unicode.ToLower(r))) //nolint:gosec // a character is not negative
		i += n
	}
	return h
}

// shapeOf returns the kinds of characters of word in order, each run of one kind once, at most six of them.
func shapeOf(word string, w text.Word) uint64 {
	h, before, runs := uint64(0), uint64(0), 0
	for _, r := range word {
		var kind uint64
		switch {
		case unicode.IsUpper(r):
			kind = 1
		case unicode.IsLetter(r):
			kind = 2
		case unicode.IsDigit(r):
			kind = 3
		case r == '.':
			kind = 4
		case r == '-':
			kind = 5
		default:
			kind = 6
		}
		if kind == before {
			continue
		}
		if h, before, runs = h<<3|kind, kind, runs+1; runs == 6 {
			break
		}
	}
	h <<= 3
	if n := w.End - w.Start; n < 3 {
		h |= uint64(n) //nolint:gosec // 1 or 2
	}
	if w.Shape.Has(text.Possessive) {
		h |= 4
	}
	return h
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// Small returns word as features fold it: for counting words whatever their case.
func Small(word string) uint64 { return fold(word) }

// Capitalised hashes a word as it is written.
func Capitalised(word string) uint64 {
	h := fnv.String64(fnv.Start64^0x9E3779B97F4A7C15, word)
	return h ^ h>>29
}

// Fold returns word as Small hashes it: in small letters, digits as zeros.
func Fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '0'
		case r == '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, word)
}
