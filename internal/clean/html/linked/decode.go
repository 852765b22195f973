package linked

import (
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode returns what a string as written in JSON says: escapes and character references are decoded. An invalid
// escape means the character after its backslash; line ends become spaces.
func Decode(raw string) string {
	if strings.IndexByte(raw, '\\') >= 0 {
		raw = unescape(raw)
	}
	if strings.IndexByte(raw, '&') >= 0 {
		raw = html.UnescapeString(raw)
		if strings.IndexByte(raw, '&') >= 0 { // often they are written twice
			raw = html.UnescapeString(raw)
		}
	}
	return raw
}

func unescape(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		n := strings.IndexByte(raw[i:], '\\')
		if n < 0 || i+n+1 == len(raw) {
			b.WriteString(raw[i:])
			break
		}
		b.WriteString(raw[i : i+n])
		i += n + 1
		switch c := raw[i]; c {
		case 'n', 'r', 't', 'b', 'f':
			b.WriteByte(' ')
			i++
		case 'u':
			r, n := codePoint(raw[i-1:])
			b.WriteRune(r)
			i += n - 1
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// codePoint reads the escape \uXXXX that s begins with, and its second half if it is a surrogate, and returns how long it is.
func codePoint(s string) (rune, int) {
	r, ok := hex4(s)
	if !ok {
		return 'u', 2
	}
	if utf16.IsSurrogate(r) {
		if low, ok := hex4(s[6:]); ok {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				return both, 12
			}
		}
		return utf8.RuneError, 6
	}
	return r, 6
}

func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[2:6]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
