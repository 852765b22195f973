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

// checkComposed compares NFC of each line of lines with that of package norm, all in one run.
func checkComposed(t *testing.T, lines []string) {
	t.Helper()
	got := strings.Split(composed(t, strings.Join(lines, "\n")), "\n")
	if len(got) != len(lines) {
		t.Fatalf("%d lines became %d", len(lines), len(got))
	}
	for i, in := range lines {
		if want := norm.NFC.String(in); got[i] != want {
			t.Fatalf("%+q gives %+q, want %+q", in, got[i], want)
		}
	}
}

// TestComposeEveryCharacter composes every character alone, after a letter and before two marks.
func TestComposeEveryCharacter(t *testing.T) {
	t.Parallel()
	const block = 0x4000
	lines := make([]string, 0, block)
	for first := rune(0); first <= utf8.MaxRune; first += block {
		lines = lines[:0]
		for r := max(first, 0xA0); r < first+block; r++ {
			if utf8.ValidRune(r) {
				lines = append(lines, string(r)+" a"+string(r)+"\u0323\u0301")
			}
		}
		if len(lines) > 0 {
			checkComposed(t, lines)
		}
	}
}

// TestComposeClusters composes clusters made at random; package norm is exact up to 30 marks.
func TestComposeClusters(t *testing.T) {
	t.Parallel()
	parts := []rune("aeouAE가각ᄀ\u1161\u11a8\u11a7éặ\u1fb7ǖ\u0344\u0340\u0300\u0301\u0304\u0308\u0323\u0327\u031b\u0345\u0591\u05b0\u09c7\u09be\u09d7" +
		"\u093c\u0915\u0958\u3099か\u0f71\u0f72\u0f73\u212b\u2126豈\U0001d15e\U00011131\U00011127 ")
	r := rand.New(rand.NewPCG(1, 4))
	lines := make([]string, 30000)
	for i := range lines {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteRune(parts[r.IntN(len(parts))])
		}
		lines[i] = b.String()
	}
	checkComposed(t, lines)
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
