package repair

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// escapes decodes the backslash escapes of JSON, JavaScript and Python: "\u2019", "\ud83d\ude42", "\x41", "\U0001F642", "\u{1F642}", "\n".
// What would be a backslash again stays, and so does what an escaped backslash precedes. Off by default: paths of Windows and
// texts about programming have the same sequences.
func escapes(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	e := c.Edit()
	done := progress{pace: pace}
	for at := 0; ; {
		i := strings.IndexByte(in[at:], '\\')
		if i < 0 {
			_, err := c.Apply(pace)
			return err
		}
		if at += i; at+1 == len(in) {
			_, err := c.Apply(pace)
			return err
		}
		if err := done.at(at); err != nil {
			return err
		}
		r, n := unescaped(in[at:])
		if n == 0 || r == '\\' {
			at += 2
			if in[at-1] >= utf8.RuneSelf {
				at--
			}
			continue
		}
		e.Replace(text.Span{Start: at, End: at + n}, string(r), text.Change{Rule: Escapes})
		at += n
	}
}

// shortEscapes are the characters after a backslash and what they stand for.
var shortEscapes = map[byte]rune{'n': '\n', 'r': '\r', 't': '\t', '"': '"', '\'': '\'', '/': '/'}

// unescaped returns the character that the escape at the start of s stands for, and its length; 0 if there is none or it stands for
// no character of a text.
func unescaped(s string) (r rune, n int) {
	if r, ok := shortEscapes[s[1]]; ok {
		return r, 2
	}
	if r, n = hexEscape(s); n == 0 {
		return 0, 0
	}
	if utf16.IsSurrogate(r) {
		if n+1 >= len(s) || s[n] != '\\' {
			return 0, 0
		}
		low, m := hexEscape(s[n:])
		r, n = utf16.DecodeRune(r, low), n+m
	}
	if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t' && r != '\r' || !utf8.ValidRune(r) || unicode.Is(unicode.Co, r) {
		return 0, 0
	}
	return r, n
}

// hexEscape returns the number that the escape at the start of s has in hexadecimal digits, and its length; 0 if it has none.
func hexEscape(s string) (r rune, n int) {
	digits := 0
	switch s[1] {
	case 'x':
		digits = 2
	case 'u':
		if digits = 4; len(s) > 2 && s[2] == '{' {
			end := strings.IndexByte(s[:min(len(s), len(`\u{10FFFF}`))], '}')
			if end < 0 {
				return 0, 0
			}
			return hexNumber(s[3:end], end+1)
		}
	case 'U':
		digits = 8
	}
	if digits == 0 || len(s) < 2+digits {
		return 0, 0
	}
	return hexNumber(s[2:2+digits], 2+digits)
}

// hexNumber returns the number of digits and n, or 0 if they are none.
func hexNumber(digits string, n int) (rune, int) {
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || v > unicode.MaxRune {
		return 0, 0
	}
	return rune(v), n
}
