package corpus

import "strings"

// Cut returns the beginning of s with about so many words, up to the end of a line.
func Cut(s string, words int) string {
	n := 0
	for i := 0; i < len(s); {
		end := strings.IndexByte(s[i:], '\n')
		if end < 0 {
			return s
		}
		n += len(strings.Fields(s[i : i+end]))
		if i += end + 1; n >= words {
			return s[:i-1]
		}
	}
	return s
}
