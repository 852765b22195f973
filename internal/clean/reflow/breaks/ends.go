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

// SoftHyphen marks where a word may be broken, and at the end of a line where it was.
const SoftHyphen = '\u00ad'

// firstOf classifies the beginning of a line.
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

// firstMark classifies a line that begins with a closing mark. "...", ".NET", ".5" and "::" do not belong to the word before.
func firstMark(s string, r rune, n int) First {
	if r == '…' || r == '.' && len(s) > n && s[n] != ' ' && s[n] != ')' && s[n] != '"' || r == ':' && len(s) > n && s[n] == ':' {
		return FirstOther
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("»!?", r) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return FirstQuote // »Wie« in German, "!important"
	}
	return FirstClosing
}

// firstApostrophe classifies a line that begins with an apostrophe before rest: 's belongs to the word before.
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

// firstInQuote classifies what follows the opening marks at the start of s.
func firstInQuote(s string) First {
	s = strings.TrimLeft(s, "\"'"+openers)
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" {
		return FirstOther
	}
	return firstLetter(s, r)
}

// isHandle reports whether s begins with a name that is written with a small letter: an address, a user, "iPhone", "n8n".
func isHandle(s string) bool {
	word := s[:wordEnd(s)]
	for i := range len(word) {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z', i > 0 && isDigit(c), c == '@', c == '/', c == '_', c == '=', c == '<', c == '{', c == '(':
			return true
		}
	}
	return strings.HasPrefix(word, "www.")
}

// wordEnd returns the end of the first word of s, including its marks.
func wordEnd(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// lastOf classifies the end of a line by tail, its last bytes, and returns the length of its last word.
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
	case SoftHyphen:
		return LastHyphen, length
	case '–', '—':
		return LastDash, length
	case '"':
		if len(word) == 1 {
			return LastOpen, length
		}
	}
	return lastWord(word, r), length
}

// lastHyphen classifies a hyphen at the end of word: without a letter before it, it is a dash.
func lastHyphen(word string) Last {
	r, _ := utf8.DecodeLastRuneInString(word[:len(word)-1])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return LastHyphen
	}
	return LastDash
}

// lastWord classifies a line by its last word, whose last character is last.
func lastWord(word string, last rune) Last {
	bare := strings.TrimRight(cutNote(cutNumber(word)), brackets)
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

// cutNote returns word without the marks of footnotes at its end: "wand.[5][6]".
func cutNote(word string) string {
	for strings.HasSuffix(word, "]") {
		i := strings.LastIndexByte(word, '[')
		if i <= 0 || len(word)-i > longestNote || strings.Trim(word[i+1:len(word)-1], "0123456789") != "" {
			break
		}
		word = word[:i]
	}
	return word
}

// cutNumber returns word without the number of a footnote that is glued to its full stop: "time.12".
func cutNumber(word string) string {
	bare := strings.TrimRight(word, "0123456789")
	if n := len(word) - len(bare); n == 0 || n > 3 || len(bare) < 3 || bare[len(bare)-1] != '.' {
		return word
	}
	if r, _ := utf8.DecodeLastRuneInString(bare[:len(bare)-1]); !unicode.IsLower(r) {
		return word
	}
	return bare
}

// longestNote is the length in bytes of the longest mark of a footnote.
const longestNote = 6

// mayAbbreviate reports whether the stop at the end of word may be that of an abbreviation: after a single letter, after
// inner stops, or after a short capitalised word as in "Inc." and "Dr.". The lists in internal/text are narrower on
// purpose: there a missed end of a sentence costs more than here, where the model weighs the answer.
func mayAbbreviate(word string) bool {
	bare := word[:len(word)-1]
	if !strings.HasSuffix(word, ".") || bare == "" || len(bare) > 5 {
		return false
	}
	r, n := utf8.DecodeRuneInString(bare)
	if strings.ContainsAny(bare, "0123456789") && len(bare) <= 4 && strings.IndexByte(bare, '.') < 0 {
		return false // "Swift 3."
	}
	return len(bare) == n || strings.IndexByte(bare, '.') > 0 || unicode.IsUpper(r) && len(bare) <= 4
}

// firstWord returns the first word of head without the marks around it.
func firstWord(head string) string { return strings.TrimFunc(head[:wordEnd(head)], isMark) }

// lastWordOf returns the last word of tail without the marks around it.
func lastWordOf(tail string) string {
	return strings.TrimFunc(tail[strings.LastIndexByte(tail, ' ')+1:], isMark)
}

func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
