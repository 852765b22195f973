package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// count counts the words of head, the first part of a line, by kind.
func (p *Piece) count(head string) {
	for rest := head; rest != ""; {
		end := wordEnd(rest)
		if word := rest[:end]; word != "" {
			p.countWord(word)
		}
		rest = rest[min(end+1, len(rest)):]
	}
}

func (p *Piece) countWord(word string) {
	if p.words++; p.words == 1 {
		p.FirstWord = utf8.RuneCountInString(word)
		p.firstFunction = isFunctionFold(word)
	}
	c := word[0]
	switch {
	case 'a' <= c && c <= 'z':
		if isFunction(word) {
			p.functions++
		}
		p.longCapital = p.longCapital && len(word) < 4
	case 'A' <= c && c <= 'Z':
		p.capitals++
	case '0' <= c && c <= '9':
		p.digits++
	default:
		p.countOther(word)
	}
	if last := word[len(word)-1]; last == '.' || last == '?' || last == '!' {
		p.stops++
	}
}

// countOther counts a word that does not begin with an ASCII letter or digit.
func (p *Piece) countOther(word string) {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"'([“‘«„"))
	switch {
	case unicode.IsUpper(r):
		p.capitals++
	case unicode.IsLower(r):
		p.longCapital = p.longCapital && len(word) < 6
	}
}

// balance counts brackets and quotation marks that lack their other half: those closed in head but not opened, and
// those opened in tail but not closed.
func (p *Piece) balance(head, tail string) {
	depth := 0
	for i := range len(head) {
		if depth += bracket(head, i); depth < 0 {
			p.closes++
			depth = 0
		}
	}
	depth = 0
	for i := len(tail) - 1; i >= 0; i-- {
		if depth -= bracket(tail, i); depth < 0 {
			p.opens++
			depth = 0
		}
	}
}

// bracket returns 1 where s[i] opens, -1 where it closes, else 0. Of curly quotation marks it sees the last byte.
func bracket(s string, i int) int {
	switch s[i] {
	case '(', '[':
		return 1
	case ')', ']':
		return -1
	case 0x9c, 0x9d:
		if i >= 2 && s[i-1] == 0x80 && s[i-2] == 0xe2 {
			return 1 - 2*int(s[i]-0x9c)
		}
	}
	return 0
}

// longestLabel is the length in bytes of the longest label before a colon.
const longestLabel = 48

// hasLabel reports whether s begins with a few words and a colon with more behind it.
func hasLabel(s string) bool {
	head := s[:min(len(s), longestLabel)]
	i := strings.IndexByte(head, ':')
	return i > 0 && i+1 < len(head) && head[i+1] == ' '
}
