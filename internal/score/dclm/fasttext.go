package dclm

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// endsToken reports whether fastText ends a token at c: ASCII white space and NUL.
func endsToken(c byte) bool { return c <= ' ' && fastTextEnds>>c&1 != 0 }

const fastTextEnds = 1 | 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<' '

// fastTextWords returns how many of fastText's tokens begin with a letter or digit. A token that begins with white space beyond
// ASCII is not counted.
func fastTextWords(t *pytext.Text) (n int) {
	w, nul := t.Words(), strings.IndexByte(t.S, 0) >= 0
	for id, word := range w.All() {
		inType := starts(word)
		if nul {
			inType = fastTextStarts(word)
		}
		n += int(w.Counts[id]) * inType
	}
	for i, start := range w.Starts {
		t.Tick(1)
		if start > 0 && !endsToken(t.S[start-1]) {
			n -= starts(w.Type(w.IDs[i]))
		}
	}
	return n
}

// starts returns 1 if s begins with a letter or digit, or else 0.
func starts(s string) int {
	if s == "" {
		return 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		return int(kinds[c] & alnum)
	}
	kind, _ := kindBeyond(s)
	return int(kind & alnum)
}

// fastTextStarts returns how many of fastText's tokens in s begin with a letter or digit.
func fastTextStarts(s string) int {
	n := starts(s)
	for i := 0; i+1 < len(s); i++ {
		if endsToken(s[i]) {
			n += starts(s[i+1:])
		}
	}
	return n
}
