package chunk

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pieceEnd returns the end of the piece that s begins with: the tokenizer never makes a token of parts of two pieces. Pieces are those
// of the expression by which cl100k_base splits a text:
//
//	(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
func pieceEnd(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	if n := contraction(s); n > 0 {
		return n
	}
	switch kind := kindOf(first); {
	case kind == letter:
		return runEnd(s, size, letter)
	case kind == number:
		return numberEnd(s)
	case first != '\r' && first != '\n' && nextKind(s[size:]) == letter:
		return runEnd(s, size, letter)
	case kind == mark:
		return markEnd(s, size)
	case first == ' ' && nextKind(s[size:]) == mark:
		return markEnd(s, size)
	default:
		return spaceEnd(s)
	}
}

// runeKind is a kind of character.
type runeKind uint8

const (
	mark runeKind = iota
	letter
	number
	space
)

func kindOf(r rune) runeKind {
	switch {
	case r < utf8.RuneSelf:
		return asciiKinds[r]
	case unicode.IsLetter(r):
		return letter
	case unicode.IsNumber(r):
		return number
	case unicode.IsSpace(r):
		return space
	default:
		return mark
	}
}

var asciiKinds = func() (kinds [utf8.RuneSelf]runeKind) {
	for r := range rune(utf8.RuneSelf) {
		switch {
		case unicode.IsLetter(r):
			kinds[r] = letter
		case unicode.IsNumber(r):
			kinds[r] = number
		case unicode.IsSpace(r):
			kinds[r] = space
		}
	}
	return kinds
}()

// nextKind returns the kind of the character that s begins with; a space's if there is none.
func nextKind(s string) runeKind {
	if s == "" {
		return space
	}
	r, _ := utf8.DecodeRuneInString(s)
	return kindOf(r)
}

// contraction returns the length of the English ending that s begins with, such as 's; 0 if it begins with none.
func contraction(s string) int {
	if s[0] != '\'' {
		return 0
	}
	for _, ending := range [...]string{"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"} {
		if len(s) >= len(ending) && strings.EqualFold(s[:len(ending)], ending) {
			return len(ending)
		}
	}
	if strings.HasPrefix(s, "'ſ") { // the long s, which is one where case does not matter
		return len("'ſ")
	}
	return 0
}

// runEnd returns the end of the characters of a kind from offset i of s on.
func runEnd(s string, i int, kind runeKind) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if kindOf(r) != kind {
			break
		}
		i += size
	}
	return i
}

// numberEnd returns the end of up to three digits.
func numberEnd(s string) int {
	i := 0
	for n := 0; n < 3 && i < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if kindOf(r) != number {
			break
		}
		i += size
	}
	return i
}

// markEnd returns the end of the marks from offset i of s on, and of the line breaks after them.
func markEnd(s string, i int) int {
	for i = runEnd(s, i, mark); i < len(s) && (s[i] == '\r' || s[i] == '\n'); {
		i++
	}
	return i
}

// spaceEnd returns the end of the white space that s begins with: up to its last line break, or all but the last character if
// something follows.
func spaceEnd(s string) int {
	end := runEnd(s, 0, space)
	if at := strings.LastIndexAny(s[:end], "\r\n"); at >= 0 {
		return at + 1
	}
	if _, size := utf8.DecodeLastRuneInString(s[:end]); end < len(s) && end > size {
		return end - size
	}
	return end
}
