package reflow

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is what joining needs to know of a block.
type piece struct {
	text        string
	words       int
	fixed       bool // a list item, code or a table: never joined
	heading     bool // every word of weight is capitalised and no stop ends it
	lower       bool // begins with a small letter
	closing     bool // begins with what belongs to the word before
	open        bool // ends with an opening bracket or quotation mark
	sentenceEnd bool // ends as a sentence does
	comma       bool // ends with a comma
	colon       bool // ends with a colon
	function    bool // ends with a word that needs another
	lastLower   bool // its last word is in lower case
}

func newPiece(s string) piece {
	p := piece{text: s, fixed: isFixed(s), words: len(strings.Fields(s))}
	first, _ := utf8.DecodeRuneInString(s)
	p.lower = unicode.IsLower(first) && !isHandle(s)
	p.closing = beginsClosing(s)
	p.open = endsOpen(s)
	p.sentenceEnd = endsSentence(s)
	p.comma = strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";")
	p.colon = strings.HasSuffix(s, ":")
	last := s[strings.LastIndexAny(s, " \n")+1:]
	p.function = functionWords[last]
	lastFirst, _ := utf8.DecodeRuneInString(last)
	p.lastLower = unicode.IsLower(lastFirst)
	p.heading = !p.sentenceEnd && !p.comma && p.words <= 20 && capitalised(s)
	return p
}

// take makes p the end of the paragraph that before began.
func (p *piece) take(before *piece) {
	p.words += before.words
	p.lower, p.closing, p.fixed = before.lower, before.closing, before.fixed
	p.heading = false
}

// isFixed reports whether a block's breaks are its own: a list item, indented code, or rows of a table.
func isFixed(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("•◦▪‣·●○■□➤➢►✓✔*#>|", r):
		return true
	case (r == '-' || r == '–' || r == '—') && strings.HasPrefix(s[n:], " "):
		return true
	case strings.IndexByte(s, '\t') >= 0:
		return true
	default:
		return isNumbered(s)
	}
}

// isNumbered reports whether s begins as an item of a numbered list does: "3.", "12)", "a)".
func isNumbered(s string) bool {
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 0 && len(s) > 2 && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' && s[1] == ')' {
		return true
	}
	return i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}

// isHandle reports whether s begins with a name that is written small: an address, a user, "iPhone".
func isHandle(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.ContainsAny(word, "@/_=<>{}()") || strings.Contains(word, "www.") || hasInnerUpper(word)
}

func hasInnerUpper(word string) bool {
	for _, r := range word {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// beginsClosing reports whether s begins with a mark that belongs to the word before it, or with 's.
func beginsClosing(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(",.;:!?)]}%”»", r) {
		return !strings.HasPrefix(s, "...") && !(r == '.' && len(s) > n && s[n] >= '0' && s[n] <= 'z' && s[n] != ' ')
	}
	return (r == '’' || r == '\'') && strings.HasPrefix(s[n:], "s ")
}

func endsOpen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("([{“«‘", r)
}

func endsHyphen(s string) bool {
	if !strings.HasSuffix(s, "-") || len(s) < 2 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// endsSentence reports whether s ends with a stop, whatever closes behind it. A comma between the stop and the
// closing mark is none.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]*")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？|", r)
}

// capitalised reports whether every word of four letters and more begins with a capital or a digit.
func capitalised(s string) bool {
	heavy := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "\"'“‘([")
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) {
			return false
		}
		heavy++
	}
	return heavy > 0
}

// functionWords are words that no English, German, French, Spanish or Italian paragraph ends with. The languages
// share one list because a word of one that ends a paragraph in another is rare.
var functionWords = set(`a an and as at but by for from if in into of on or our than that the their then this to
	upon was were which while who whose with without is are has have had be been its his her my your
	und oder der die das den dem des ein eine einen einem einer im am vom zum zur mit von für auf bei nach über
	le la les un une des du de et ou à au aux dans par pour sur avec sans que qui
	el los las una y o en con por para del al il lo gli e di da nel della delle degli dei`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
