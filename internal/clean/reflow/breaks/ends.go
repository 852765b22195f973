package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	closers  = ",.;:!?)]}%”»…"
	openers  = "([{“«‘„"
	brackets = "\"'”’“»«)]}*"
	stops    = ".!?…。！？"
)

// firstOf classes the beginning of a line.
func firstOf(s string) First {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(closers, r):
		return firstMark(s, r, n)
	case r == '’' || r == '\'':
		return firstApostrophe(s[n:])
	case r == '"' || strings.ContainsRune(openers, r):
		return FirstQuote
	default:
		return firstLetter(s, r)
	}
}

// firstMark classes a line that begins with a closing mark. "...", ".NET" and ".5" begin something of their own.
func firstMark(s string, r rune, n int) First {
	if r == '…' || r == '.' && len(s) > n && s[n] != ' ' && s[n] != ')' && s[n] != '"' {
		return FirstOther
	}
	return FirstClosing
}

// firstApostrophe classes a line that begins with an apostrophe, with rest behind it: 's belongs to the word before.
func firstApostrophe(rest string) First {
	if strings.HasPrefix(rest, "s ") || strings.HasPrefix(rest, "s,") || rest == "" || rest[0] == ' ' {
		return FirstClosing
	}
	return FirstQuote
}

func firstLetter(s string, r rune) First {
	switch {
	case unicode.IsUpper(r):
		return FirstUpper
	case unicode.IsLower(r):
		if isHandle(s) {
			return FirstHandle
		}
		return FirstLower
	case unicode.IsDigit(r):
		return FirstDigit
	case unicode.IsLetter(r):
		return FirstCaseless
	default:
		return FirstOther
	}
}

// firstInQuote classes what stands behind the opening marks that s begins with.
func firstInQuote(s string) First {
	s = strings.TrimLeft(s, "\"'"+openers)
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" {
		return FirstOther
	}
	return firstLetter(s, r)
}

// isHandle reports whether s begins with a name that is written small.
func isHandle(s string) bool {
	word := s[:wordEnd(s)]
	for i := range len(word) {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z', c == '@', c == '/', c == '_', c == '=', c == '<', c == '{', c == '(':
			return true
		}
	}
	return strings.HasPrefix(word, "www.")
}

// wordEnd returns the end of the first word of s, marks included.
func wordEnd(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// lastOf classes the end of a line, of which tail is the last part, and measures its last word.
func lastOf(tail string) (Last, int16) {
	word := tail[strings.LastIndexByte(tail, ' ')+1:]
	length := charsIn(word)
	r, _ := utf8.DecodeLastRuneInString(word)
	switch r {
	case ',':
		return LastComma, length
	case ';':
		return LastSemicolon, length
	case '(', '[', '{', '“', '«', '‘', '„':
		return LastOpen, length
	case ':':
		return LastColon, length
	case '-':
		return lastHyphen(word), length
	case '–', '—':
		return LastDash, length
	case '"':
		if len(word) == 1 {
			return LastOpen, length
		}
	}
	return lastWord(word, r), length
}

// lastHyphen classes a hyphen at the end of word: one that stands alone is a dash.
func lastHyphen(word string) Last {
	r, _ := utf8.DecodeLastRuneInString(word[:len(word)-1])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return LastHyphen
	}
	return LastDash
}

// lastWord classes a line by its last word, of which last is the last character.
func lastWord(word string, last rune) Last {
	bare := strings.TrimRight(word, brackets)
	end, _ := utf8.DecodeLastRuneInString(bare)
	switch {
	case strings.ContainsRune(stops, end):
		if len(bare) == len(word) && mayAbbreviate(bare) {
			return LastAbbreviation
		}
		return LastStop
	case len(bare) < len(word):
		return LastClosing
	case unicode.IsDigit(last):
		return LastDigit
	case !unicode.IsLetter(last):
		return LastOther
	case isFunction(word):
		return LastFunction
	}
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, openers)); unicode.IsUpper(first) {
		return LastCapital
	}
	return LastLower
}

// mayAbbreviate reports whether the stop that ends word may be that of an abbreviation: behind a single letter,
// inner stops, or a short capitalised word as in "Inc." and "Dr.".
func mayAbbreviate(word string) bool {
	bare := word[:len(word)-1]
	if !strings.HasSuffix(word, ".") || bare == "" || len(bare) > 5 {
		return false
	}
	r, n := utf8.DecodeRuneInString(bare)
	return len(bare) == n || strings.IndexByte(bare, '.') > 0 || unicode.IsUpper(r) && len(bare) <= 4
}

// firstWord returns the first word of head without the marks around it.
func firstWord(head string) string { return strings.TrimFunc(head[:wordEnd(head)], isMark) }

// lastWordOf returns the last word of tail without the marks around it.
func lastWordOf(tail string) string {
	return strings.TrimFunc(tail[strings.LastIndexByte(tail, ' ')+1:], isMark)
}

func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
