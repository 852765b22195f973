package pytext_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

func TestWords(t *testing.T) {
	t.Parallel()
	const s = " The boat,\u00a0the\tboat \u3000left\x1c…\n"
	m := pytext.New(s)
	defer m.Release()
	w := m.Words()
	var got []string
	for i := range w.Len() {
		got = append(got, w.Span(i).Of(s))
	}
	if diff := cmp.Diff([]string{"The", "boat,", "the", "boat", "left", "…"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if w.Chars() != 3+5+3+4+4+1 || m.Runes != 28 {
		t.Errorf("%d characters in words, %d in all", w.Chars(), m.Runes)
	}
}

func TestPythonLines(t *testing.T) {
	t.Parallel()
	const s = "a\r\nb\rc\v\vd\u0085e\u2028f\x1e\n"
	var got []string
	for _, l := range pytext.PythonLines(nil, s) {
		got = append(got, l.Of(s))
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "", "d", "e", "f", ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStrip(t *testing.T) {
	t.Parallel()
	const s = "\u00a0 a b\x1f\u2003"
	if got := pytext.Strip(s, text.Span{End: len(s)}).Of(s); got != "a b" {
		t.Errorf("got %q", got)
	}
}

// naive counts n-grams by their text.
func naive(words []string, n int) (positions []int32, counts map[int32]int32, firsts map[int32]int32) {
	all := map[string]int32{}
	first := map[string]int32{}
	for i := 0; i+n <= len(words); i++ {
		g := strings.Join(words[i:i+n], " ")
		if all[g]++; all[g] == 1 {
			first[g] = int32(i)
		}
	}
	counts, firsts = map[int32]int32{}, map[int32]int32{}
	for i := 0; i+n <= len(words); i++ {
		if g := strings.Join(words[i:i+n], " "); all[g] > 1 {
			positions = append(positions, int32(i))
			counts[int32(i)], firsts[int32(i)] = all[g], first[g]
		}
	}
	return positions, counts, firsts
}

// TestLevels holds the repeated n-grams to those found by comparing texts, with memory that was used before.
func TestLevels(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 4))
		words := make([]string, r.IntN(80))
		for i := range words {
			words[i] = string(rune('a' + r.IntN(1+r.IntN(6))))
		}
		m := pytext.New(strings.Join(words, " "))
		for n := 2; n <= pytext.MaxGram; n++ {
			l := m.Words().Level(n)
			positions, counts, firsts := naive(words, n)
			if len(positions) != len(l.Positions) {
				t.Fatalf("seed %d, n %d: %d repeated, want %d", seed, n, len(l.Positions), len(positions))
			}
			for k, p := range l.Positions {
				name := l.Names[k]
				if p != positions[k] || l.Counts[name] != counts[p] || l.Firsts[name] != firsts[p] {
					t.Fatalf("seed %d, n %d: position %d count %d first %d, want %d, %d, %d", seed, n, p, l.Counts[name],
						l.Firsts[name], positions[k], counts[p], firsts[p])
				}
			}
		}
		m.Release()
	}
}

func TestPredicates(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		f    func(rune) bool
		yes  string
		no   string
	}{
		{"isspace", pytext.IsSpace, " \t\n\v\f\r\x1c\x1f\u0085\u00a0\u2028\u3000", "a\x00\x1b\u200b\ufeff"},
		{"isalpha", pytext.IsAlpha, "aZéßжن中ª", "1_ \u0301²Ⅷ"},
		{"isalnum", pytext.IsAlnum, "aZ9é²½Ⅷ一٣", "_- \u0301©"},
		{"isupper", pytext.IsUpper, "AÉЖⅧⒶ", "aßǅ中1"},
		{"isdecimal", pytext.IsDecimal, "09٣", "²½①"},
		{"isdigit", pytext.IsDigit, "09٣²①⓿", "½Ⅷ一"},
		{"isnumeric", pytext.IsNumeric, "09²½Ⅷ一万", "a中"},
	}
	for _, tt := range tests {
		for _, r := range tt.yes {
			if !tt.f(r) {
				t.Errorf("%s(%q) is false", tt.name, r)
			}
		}
		for _, r := range tt.no {
			if tt.f(r) {
				t.Errorf("%s(%q) is true", tt.name, r)
			}
		}
	}
}

func BenchmarkLevels(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	words := make([]string, 20000)
	for i := range words {
		words[i] = strings.Repeat(string(rune('a'+r.IntN(26))), 1+int(r.ExpFloat64()*4)) + string(rune('a'+int(r.ExpFloat64()*8)%26))
	}
	s := strings.Join(words, " ")
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		m := pytext.New(s)
		m.Words().Level(pytext.MaxGram)
		m.Release()
	}
}
