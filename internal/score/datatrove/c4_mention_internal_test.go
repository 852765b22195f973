package datatrove

import (
	"strings"
	"testing"
)

// TestMentionedAnywhere checks that phrases are found wherever they stand, in either case, and those that lack a character
// nowhere.
func TestMentionedAnywhere(t *testing.T) {
	t.Parallel()
	for _, m := range append(mentions[:], mention{"{", docCurlyBracket}) {
		for before := range 3 * stride {
			for after := range 2 {
				around := func(s string) string { return strings.Repeat("x", before) + s + strings.Repeat("x", after) }
				for _, s := range []string{m.phrase, strings.ToUpper(m.phrase), strings.ReplaceAll(m.phrase, "k", kelvin)} {
					if got := mentioned(around(s)); got != m.fate {
						t.Errorf("%q: fate %d, want %d", around(s), got, m.fate)
					}
				}
				if s := around(m.phrase[1:]); mentioned(s) != lineKept {
					t.Errorf("%q: fate %d", s, mentioned(s))
				}
				if s := around(m.phrase[:len(m.phrase)-1]); mentioned(s) != lineKept {
					t.Errorf("%q: fate %d", s, mentioned(s))
				}
			}
		}
	}
}
