package residue

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// eachMojibake calls do with the places of characters in a wrong encoding and how many characters each has: the bytes of one character of
// UTF-8, a replacement character or a C1 control character.
func eachMojibake(t *pytext.Text, do func(start, end, runes int)) {
	s := t.S
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			n := asciiLen(s[i:])
			t.Tick(n)
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		t.Tick(size)
		if end, runes := misread(s, i+size, afterLead(r)); runes > 0 {
			do(i, end, 1+runes)
			i = end
			continue
		}
		if r == utf8.RuneError || r >= 0x80 && r < 0xa0 {
			do(i, i+size, 1)
		}
		i += size
	}
}

// asciiLen returns how many bytes of ASCII s begins with.
func asciiLen(s string) int {
	n := 0
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// misread returns the end of the want characters from at on that stand for further bytes of a character of UTF-8, and want; 0 if there are
// fewer.
func misread(s string, at, want int) (end, runes int) {
	for range want {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !isTrail(r) {
			return 0, 0
		}
		at += n
	}
	return at, want
}

// afterLead returns how many bytes come after the one that r stands for, if that begins a character of UTF-8 which is common: 0 if not.
func afterLead(r rune) int {
	switch {
	case r >= 0xc2 && r <= 0xc5, r >= 0xce && r <= 0xd1, r >= 0xd7 && r <= 0xd9: // Latin, Greek, Cyrillic, Hebrew and Arabic
		return 1
	case r >= 0xe0 && r <= 0xef:
		return 2
	case r == 0xf0:
		return 3
	}
	return 0
}

// specials are what windows-1252 has for the bytes from 0x80 to 0x9f.
const specials = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"

// isTrail reports whether r stands for a byte from 0x80 to 0xbf.
func isTrail(r rune) bool {
	return r >= 0x80 && r <= 0xbf || r > 0xff && strings.ContainsRune(specials, r)
}
