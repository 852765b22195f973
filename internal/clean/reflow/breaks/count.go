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
		p.FirstWord = charsIn(word)
		p.firstFunction = isFunctionFold(word)
		p.article = p.firstFunction && articles[word]
		p.continues = p.firstFunction && continuations[word]
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

// balance counts brackets and quotation marks without their other half: those closed in head but not opened, and those
// opened in tail but not closed. In a short line the two are the same string.
func (p *Piece) balance(head, tail string) {
	p.closes, p.opens = unmatched(head)
	if len(head) == edge {
		_, p.opens = unmatched(tail)
	}
}

// unmatched counts the brackets and curly quotation marks of s that close without having been opened, and those that
// are left open.
func unmatched(s string) (closes, opens int16) {
	for i := range len(s) {
		switch marks[s[i]] {
		case openMark:
			opens++
		case closeMark:
			closes, opens = closeOne(closes, opens)
		case quoteMark:
			if i < 2 || s[i-2:i] != "\xe2\x80" {
				continue
			}
			if s[i] == endOfOpening {
				opens++
			} else {
				closes, opens = closeOne(closes, opens)
			}
		}
	}
	return closes, opens
}

func closeOne(closes, opens int16) (newCloses, newOpens int16) {
	if opens == 0 {
		return closes + 1, 0
	}
	return closes, opens - 1
}

// The marks that a byte may be part of.
const (
	openMark = iota + 1
	closeMark
	quoteMark
)

// endOfOpening is the last byte of an opening curly quotation mark in UTF-8; that of a closing one is the next.
const endOfOpening = 0x9c

var marks = [256]uint8{
	'(': openMark, '[': openMark, ')': closeMark, ']': closeMark, endOfOpening: quoteMark, endOfOpening + 1: quoteMark,
}

// longestLabel is the greatest length in bytes of a label before a colon.
const longestLabel = 48

// hasLabel reports whether s begins with a few words, a colon and more text.
func hasLabel(s string) bool {
	head := s[:min(len(s), longestLabel)]
	i := strings.IndexByte(head, ':')
	return i > 0 && i+1 < len(head) && head[i+1] == ' '
}
