package dclm

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Kinds of characters, as bits.
const (
	alnum byte = 1 << iota
	upper
	space
)

// kinds are those of the ASCII characters.
var kinds = func() (k [utf8.RuneSelf]byte) {
	for r := range rune(utf8.RuneSelf) {
		k[r] = kindOfRune(r)
	}
	return k
}()

func kindOfRune(r rune) (k byte) {
	if pytext.IsAlnum(r) {
		k |= alnum
	}
	if pytext.IsUpper(r) {
		k |= upper
	}
	if pytext.IsSpace(r) {
		k |= space
	}
	return k
}

// kindBeyond returns the kind of the character that s begins with, and its length. Callers look up ASCII characters themselves:
// the call would cost more than the look-up.
func kindBeyond(s string) (kind byte, size int) {
	r, n := utf8.DecodeRuneInString(s)
	return kindOfRune(r), n
}
