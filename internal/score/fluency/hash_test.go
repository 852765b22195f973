package fluency

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestHash holds that a word read in pieces has the hash of the folded word, and that one that is not in ASCII is not read so.
func TestHash(t *testing.T) {
	t.Parallel()
	const letters = "azAZ@[`{'&09xM\x00\x7f"
	random := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		word := make([]byte, 1+random.IntN(maxFolded))
		for i := range word {
			word[i] = letters[random.IntN(len(letters))]
		}
		before, after := strings.Repeat("A", random.IntN(9)), strings.Repeat("Q", random.IntN(20))
		s := before + string(word) + after
		start, end := len(before), len(before)+len(word)
		got, ok := asciiHash(s, start, end)
		if want := wordHash(fold(nil, string(word))); ok && got != want {
			t.Fatalf("%q: %x, want %x", word, got, want)
		}
		if !ok && len(after) >= piece {
			t.Fatalf("%q is not read, with %d bytes after it", word, len(after))
		}
		at := start + random.IntN(len(word))
		if _, ok := asciiHash(s[:at]+"\x80"+s[at+1:], start, end); ok {
			t.Fatalf("%q is taken for ASCII with another byte at %d", word, at-start)
		}
	}
}
