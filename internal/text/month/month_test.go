package month

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word, language string
		of, full       int
	}{
		{"september", "", 9, 9},
		{"sept", "en", 9, 0},
		{"mai", "pt", 5, 5}, // the full name in other languages
		{"listopada", "", 11, 11},
		{"listopada", "pl", 11, 11},
		{"listopada", "hr-HR", 10, 10},
		{"listopad", "cs", 11, 11},
		{"lip", "pl", 7, 0},
		{"lip", "hr", 6, 0},
		{"lipnja", "", 6, 6},
		{"октября", "ru", 10, 10},
		{"ledna", "x", 1, 1},
		{"", "hr", 0, 0},
		{"maybe", "", 0, 0},
		{"September", "", 0, 0},
	} {
		if of, full := Of(c.word, c.language), Full(c.word, c.language); of != c.of || full != c.full {
			t.Errorf("%q in %q: %d and %d, want %d and %d", c.word, c.language, of, full, c.of, c.full)
		}
	}
}

// TestLanguages holds every language to twelve months, and every name to its own.
func TestLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range languages {
		months := strings.Split(l.months, ";")
		if len(months) != 12 {
			t.Errorf("%s has %d months", l.code, len(months))
		}
		for i, m := range months {
			for w := range strings.FieldsSeq(strings.ReplaceAll(m, "|", " ")) {
				if got := Of(w, l.code); got != i+1 {
					t.Errorf("%s: %q is month %d, want %d", l.code, w, got, i+1)
				}
				if len(w) > LongestName || strings.ToLower(w) != w {
					t.Errorf("%s: %q", l.code, w)
				}
			}
		}
	}
}
