package redpajama

import "unicode/utf8"

// Classes of bytes.
const (
	digit       = 1 << iota // 0 to 9; it is 1, so that bits can be added up
	capital                 // A to Z
	small                   // a to z
	punctuation             // the rest of Python's string.punctuation: all else that is printed
	underscore              // part of string.punctuation and of words
	control                 // all others, including white space
	beyond                  // a byte of a character that is not ASCII
)

// inWord are the classes of the ASCII characters that `\w` matches.
const inWord = digit | capital | small | underscore

// deleted are the classes of Python's string.punctuation.
const deleted = punctuation | underscore

// classes say what each byte is.
var classes = func() (table [256]uint8) {
	for c := range table {
		table[c] = control
		if c >= utf8.RuneSelf {
			table[c] = beyond
		}
	}
	for c := '!'; c <= '~'; c++ {
		switch {
		case '0' <= c && c <= '9':
			table[c] = digit
		case 'A' <= c && c <= 'Z':
			table[c] = capital
		case 'a' <= c && c <= 'z':
			table[c] = small
		case c == '_':
			table[c] = underscore
		default:
			table[c] = punctuation
		}
	}
	return table
}()

// classesIn returns the classes of all bytes of s.
func classesIn(s string) uint8 {
	seen := uint8(0)
	for i := range len(s) {
		seen |= classes[s[i]]
	}
	return seen
}

// plainLen is the length in bytes of the characters of isPlain.
const plainLen = 3

// isPlain reports whether s begins with a character of U+2010 to U+2027, dashes and quotation marks: they are not part of words,
// have no case and are not decomposed.
func isPlain(s string) bool {
	return len(s) >= plainLen && s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xA7
}
