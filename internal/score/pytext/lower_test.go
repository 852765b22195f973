package pytext_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

func TestAppendLower(t *testing.T) {
	for s, want := range map[string]string{
		"":               "",
		"Quay 9":         "quay 9",
		"ÄÖ":             "äö",
		"İ":              "i\u0307",
		"ẞ":              "ß",
		"Ǆ":              "ǆ",
		"Σ":              "σ",
		"ΟΔΟΣ":           "οδος",
		"ΟΔΟΣ ΣΑ":        "οδος σα",
		"ΣΣ":             "σς",
		"ΑΣ.Β":           "ασ.β",
		"ΑΣ.":            "ας.",
		"Α\u0301Σ\u0301": "α\u0301ς\u0301",
		"1Σ":             "1σ",
	} {
		if got := string(pytext.AppendLower([]byte("kept "), s)); got != "kept "+want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

func TestRunes(t *testing.T) {
	const all = "aé–🙂 ab\u0301cdefgh"
	for end := range all {
		s := strings.Repeat(all[:end], 3)
		m := pytext.New(s)
		if want := utf8.RuneCountInString(s); m.Runes != want {
			t.Errorf("%q has %d characters, want %d", s, m.Runes, want)
		}
		m.Release()
	}
}
