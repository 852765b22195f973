package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// NameStart is where a name of s begins whose first word is w: the mark of a hashtag belongs to the name.
func NameStart(s string, w text.Word) int32 {
	if at := w.Start - 1; at >= 0 && s[at] == '#' && (at == 0 || s[at-1] <= ' ') {
		return at
	}
	return w.Start
}

// NameEnd is where a name of s ends whose last word is w: "Gaza" of "Gaza-based".
func NameEnd(s string, w text.Word) int32 {
	return w.Start + int32(len(head(s, w))) //nolint:gosec // the length of a word
}

// head is the part of word w of s that can be a name: all of it, unless a hyphen joins a modifier to it.
func head(s string, w text.Word) string {
	word := w.Of(s)
	if !w.Shape.Has(text.HasHyphen) || !w.Shape.Has(text.Capital) {
		return word
	}
	at := strings.LastIndexByte(word, '-')
	if tail := word[at+1:]; at >= minHead && isModifier(tail) {
		return word[:at]
	}
	return word
}

// minHead is the least length in bytes of a name before a modifier: in "T-shaped" there is none.
const minHead = 2

// isModifier reports whether tail, after a hyphen, makes a word of a name that says something of another word: "US-backed". Participles
// are known by their endings; a short tail is a part of the name.
func isModifier(tail string) bool {
	if len(tail) <= len("ing") {
		return modifiers[tail]
	}
	return modifiers[tail] || strings.HasSuffix(tail, "ed") && small(tail) || strings.HasSuffix(tail, "ing") && small(tail)
}

// small reports whether s begins with a small letter.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

var modifiers = map[string]bool{
	"run": true, "led": true, "bound": true, "born": true, "style": true, "wide": true, "area": true, "era": true, "like": true, "only": true,
	"made": true, "held": true, "built": true, "grown": true, "friendly": true, "native": true, "type": true, "free": true, "heavy": true,
	"bred": true, "level": true,
}
