package wordlist_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// noTicker bounds nothing.
type noTicker struct{}

func (noTicker) Tick(int) {}

type match struct{ Pattern, Start, End int }

func scan(patterns []string, s string) []match {
	var all []match
	wordlist.NewAutomaton(patterns).Scan(noTicker{}, s, func(pattern, start, end int) { all = append(all, match{pattern, start, end}) })
	return all
}

// naive looks for each pattern at each place.
func naive(patterns []string, s string) []match {
	var all []match
	for i, p := range patterns {
		for start := range len(s) {
			if strings.HasPrefix(lowerASCII(s[start:]), p) {
				all = append(all, match{i, start, start + len(p)})
			}
		}
	}
	slices.SortFunc(all, func(a, b match) int { return cmp.Or(a.End-b.End, a.Start-b.Start) })
	return all
}

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r | 0x20
		}
		return r
	}, s)
}

func TestAutomaton(t *testing.T) {
	t.Parallel()
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 1))
		letters := []rune("abcé日 ")[:2+r.IntN(5)]
		word := func(n int, of []rune) string {
			w := make([]rune, n)
			for i := range w {
				w[i] = of[r.IntN(len(of))]
			}
			return string(w)
		}
		var patterns []string
		for range r.IntN(8) {
			if p := word(1+r.IntN(5), letters); !slices.Contains(patterns, p) {
				patterns = append(patterns, p)
			}
		}
		s := word(r.IntN(60), append(slices.Clone(letters), 'A', 'B', 'x'))
		if diff := gocmp.Diff(naive(patterns, s), scan(patterns, s)); diff != "" {
			t.Fatalf("%q in %q (-want +got):\n%s", patterns, s, diff)
		}
	}
}

func TestLower(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"", ""},
		{"No CHANGE of ASCII", "No CHANGE of ASCII"},
		{"“Quotes” and été", "“Quotes” and été"},
		{"É Ж Ω ẞ", "é ж ω ß"},
		{"İstanbul", "i\u0307stanbul"},
		{"5 \u212a", "5 k"},
	}
	for _, tt := range tests {
		if got := wordlist.Lower(tt.text).S; got != tt.want {
			t.Errorf("Lower(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestLowerAll checks every character against the table of the standard library, but the one that it makes too short.
func TestLowerAll(t *testing.T) {
	t.Parallel()
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		if got, want := wordlist.Lower(string(r)).S, string(unicode.ToLower(r)); got != want && r != 'İ' {
			t.Errorf("Lower(%q) = %q, want %q", r, got, want)
		}
	}
}

// TestLowerOffset goes through all letters whose small letter is of another length.
func TestLowerOffset(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for r := rune(0x80); r < unicode.MaxRune; r++ {
		if utf8.ValidRune(r) && utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r) {
			b.WriteString("x")
			b.WriteRune(r)
		}
	}
	s := b.String()
	lowered := wordlist.Lower(s)
	at := 0
	for i, r := range s {
		if got := lowered.Offset(at); got != i {
			t.Fatalf("offset %d is that of %d, not %d", at, got, i)
		}
		at += len(wordlist.Lower(string(r)).S)
	}
	if got := lowered.Offset(len(lowered.S)); got != len(s) {
		t.Errorf("the end is at %d of %d", got, len(s))
	}
}

func BenchmarkScan(b *testing.B) {
	a := wordlist.NewAutomaton(wordlist.List("en"))
	s := strings.Repeat("The ferry left the quay at dawn with the mail, and nobody aboard had slept. ", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		a.Scan(noTicker{}, s, func(int, int, int) {})
	}
}
