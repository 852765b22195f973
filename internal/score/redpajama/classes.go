package redpajama

import "unicode/utf8"

// What an ASCII character is.
const (
	digit       = 1 << iota // 0 to 9; it is 1, so that the bit counts
	capital                 // A to Z
	small                   // a to z
	punctuation             // Python's string.punctuation: all else that is printed
)

// classes say what each ASCII character is.
var classes = func() (table [utf8.RuneSelf]uint8) {
	for c := rune('!'); c <= '~'; c++ {
		switch {
		case '0' <= c && c <= '9':
			table[c] = digit
		case 'A' <= c && c <= 'Z':
			table[c] = capital
		case 'a' <= c && c <= 'z':
			table[c] = small
		default:
			table[c] = punctuation
		}
	}
	return table
}()
