package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// mark says how a type of word behaves at the ends of sentences.
type mark uint8

const (
	lexical      mark = 1 << iota // it has a letter or digit
	mayEnd                        // a sentence may end with it
	mayNotFollow                  // a sentence does not begin with it, unless a line does
)

func markOf(t *pytext.Text, word string, isLexical bool) (m mark) {
	if isLexical {
		m |= lexical
	}
	if endsSentence(word) {
		m |= mayEnd
	}
	if startsSmall(t, word) {
		m |= mayNotFollow
	}
	return m
}

// countSentences counts the sentences of t, given the marks of its types, by a simple rule of words: finding sentences properly
// would cost more than everything else here. A sentence ends with a line, and with a word that ends in . ! ? or … (closing
// marks aside) and is not an abbreviation, unless the next word begins with a small letter. A sentence has a letter or digit.
func countSentences(t *pytext.Text, marks []mark) int {
	w := t.Words()
	n := 0
	var open, before mark
	for i, id := range w.IDs {
		t.Tick(4)
		m := marks[id]
		if open != 0 && (before&mayEnd != 0 && m&mayNotFollow == 0 || beginsLine(t.S, int(w.Starts[i]))) {
			n++
			open = 0
		}
		open |= m & lexical
		before = m
	}
	return n + int(open)
}

// beginsLine reports whether the word at offset i of s is the first of its line.
func beginsLine(s string, i int) bool {
	for i--; i >= 0; i-- {
		switch s[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return true
}

// endsSentence reports whether a sentence may end with word.
func endsSentence(word string) bool {
	if c := word[len(word)-1]; 'a' <= c|0x20 && c|0x20 <= 'z' || c == ',' {
		return false
	}
	word = strings.TrimRight(word, "\"'”’)]»")
	if strings.HasSuffix(word, "!") || strings.HasSuffix(word, "?") || strings.HasSuffix(word, "…") {
		return true
	}
	stem, ok := strings.CutSuffix(word, ".")
	if !ok {
		return false
	}
	stem = strings.TrimLeft(stem, "\"'“‘([«")
	return len(stem) > 1 && !isAbbreviation(stem) || len(stem) == 1 && !('A' <= stem[0] && stem[0] <= 'Z' && stem[0] != 'I')
}

// isAbbreviation reports whether stem and its full stop are usually followed by a name, a number or an example.
func isAbbreviation(stem string) bool {
	switch stem {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Fr", "Sr", "St", "Gen", "Col", "Lt", "Maj", "Capt", "Cmdr", "Sgt", "Adm",
		"Gov", "Sen", "Rep", "Reps", "Sens", "Pres", "Hon", "Messrs", "vs", "cf", "e.g", "i.e", "approx", "Mt", "Ft",
		"Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "No", "Nos":
		return true
	default:
		return false
	}
}

// startsSmall reports whether the first letter or digit of word is a small letter.
func startsSmall(t *pytext.Text, word string) bool {
	for r := range t.Chars(word) {
		if pytext.IsAlnum(r) {
			return 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r)
		}
	}
	return false
}
