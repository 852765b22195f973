package repair_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// composed repairs in by the rule NFC alone.
func composed(t testing.TB, in string) string {
	t.Helper()
	var rest []text.Rule
	for _, info := range repair.Rules {
		if info.ID != repair.NFC {
			rest = append(rest, info.ID)
		}
	}
	return run(t, in, nil, rest)
}

// TestComposeEveryCharacter holds NFC of every character alone, behind a letter and before two marks to package norm.
func TestComposeEveryCharacter(t *testing.T) {
	t.Parallel()
	for r := rune(0xA0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		in := string(r) + " a" + string(r) + "\u0323\u0301"
		if want, got := norm.NFC.String(in), composed(t, in); got != want {
			t.Fatalf("%U: %+q gives %+q, want %+q", r, in, got, want)
		}
	}
}

// TestComposeClusters holds NFC of clusters that are made at random to package norm, which is exact up to 30 marks.
func TestComposeClusters(t *testing.T) {
	t.Parallel()
	parts := []rune("aeouAE가각ᄀ\u1161\u11a8\u11a7éặ\u1fb7ǖ\u0344\u0340\u0300\u0301\u0304\u0308\u0323\u0327\u031b\u0345\u0591\u05b0\u09c7\u09be\u09d7" +
		"\u093c\u0915\u0958\u3099か\u0f71\u0f72\u0f73\u212b\u2126豈\U0001d15e\U00011131\U00011127 ")
	for seed := range uint64(30000) {
		r := rand.New(rand.NewPCG(seed, 4))
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteRune(parts[r.IntN(len(parts))])
		}
		if in, want := b.String(), norm.NFC.String(b.String()); composed(t, in) != want {
			t.Fatalf("%+q gives %+q, want %+q", in, composed(t, in), want)
		}
	}
}

// TestComposeManyMarks holds runs of marks beyond the limit of the stream-safe format to the plain normal form.
func TestComposeManyMarks(t *testing.T) {
	t.Parallel()
	const many = 100
	for in, want := range map[string]string{
		"x" + strings.Repeat("\u0301", many):              "x" + strings.Repeat("\u0301", many),
		"e" + strings.Repeat("\u0301", many):              "é" + strings.Repeat("\u0301", many-1),
		"e" + strings.Repeat("\u0301\u0323", many):        "ẹ" + strings.Repeat("\u0323", many-1) + strings.Repeat("\u0301", many),
		strings.Repeat("\u0301\u0323", many):              strings.Repeat("\u0323", many) + strings.Repeat("\u0301", many),
		"q" + strings.Repeat("\u0344", many):              "q" + strings.Repeat("\u0308\u0301", many),
		"é" + strings.Repeat("\u0334", many) + "\u0323 a": "ẹ" + strings.Repeat("\u0334", many) + "\u0301 a",
	} {
		if got := composed(t, in); got != want {
			t.Errorf("%+q gives %+q, want %+q", in, got, want)
		}
	}
}
