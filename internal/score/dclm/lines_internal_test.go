package dclm

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// TestUpperLines checks that lines read eight bytes at a time are counted as character by character.
func TestUpperLines(t *testing.T) {
	t.Parallel()
	pieces := []string{"A", "Z", "M", "a", "z", "@", "[", "`", "{", " ", "0", "\x00", "\x7f", "É", "é", "Ω", "舟", "ABCDEFGH", "abcdefgh"}
	r := rand.New(rand.NewPCG(3, 5))
	is := 0
	none := pytext.New("")
	defer none.Release()
	for range 5000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		capitals := 0
		for _, c := range s {
			if pytext.IsUpper(c) {
				capitals++
			}
		}
		want := 2*capitals > utf8.RuneCountInString(s)
		if got := isUpperLine(none, s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
		if want {
			is++
		}
	}
	if is < 100 {
		t.Errorf("only %d lines were mostly capitals", is)
	}
}
