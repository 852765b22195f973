package pytext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestHashedWord checks the hash that is made while a word is read against that of the word by itself, whatever comes after it.
func TestHashedWord(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"", "a", "quay", "harbour", "harbours", "harbourside", strings.Repeat("pier", 9), "caf\u00e9", "\u2026", "a\x01b", "a\x00"} {
		for _, after := range []string{"", " ", "\n", "\x1c", "\u00a0", "\u3000", " pier", "\t\u00e9t\u00e9 at the quay", "\u0085 and so on"} {
			for _, filler := range []string{"", " by the harbour"} {
				n, h, runes := hashedWord(word + after + filler)
				if n != len(word) || runes != utf8.RuneCountInString(word) || h != hash(word) {
					t.Errorf("%q before %q: length %d (%d), hash %x, want %d and %x", word, after+filler, n, runes, h, len(word), hash(word))
				}
			}
		}
	}
}
