package pytext_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

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
	m := pytext.New(s)
	defer m.Release()
	for l := range m.PythonLines().All() {
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

// naiveRepeats finds what repeats by comparing the texts of n-grams, in the words of the references.
func naiveRepeats(words []string, n int) (r pytext.Repeats) {
	counts, first := map[string]int32{}, map[string]int32{}
	gram := func(i int) string { return strings.Join(words[i:i+n], " ") }
	for i := 0; i+n <= len(words); i++ {
		if g := gram(i); counts[g] == 0 {
			first[g] = int32(i)
		}
		counts[gram(i)]++
	}
	covered, later := make([]bool, len(words)), make([]bool, len(words))
	for i := 0; i+n <= len(words); i++ {
		g := gram(i)
		if counts[g] < 2 {
			continue
		}
		chars := len(strings.ReplaceAll(g, " ", ""))
		if this := (pytext.Gram{First: first[g], Count: counts[g]}); int(first[g]) == i {
			if counts[g] > r.Commonest.Count {
				r.Commonest = this
			}
			best := r.LongestCommonest
			if counts[g] > best.Count || counts[g] == best.Count && chars > len(strings.Join(words[best.First:int(best.First)+n], "")) {
				r.LongestCommonest = this
			}
		}
		r.OccurrenceChars += chars
		mark(covered, i, n)
		if int(first[g]) != i {
			r.LaterChars += min(mark(later, i, n), n-1)
		}
	}
	for i, w := range words {
		if covered[i] {
			r.CoveredChars += len(w)
		}
		if later[i] {
			r.LaterChars += len(w)
		}
	}
	return r
}

// mark marks n tokens from i on and returns how many were not marked.
func mark(marked []bool, i, n int) (fresh int) {
	for k := i; k < i+n; k++ {
		if !marked[k] {
			marked[k] = true
			fresh++
		}
	}
	return fresh
}

// TestRepeats compares with the n-grams found by comparing texts, in memory that was used before.
func TestRepeats(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 4))
		words := make([]string, r.IntN(80))
		for i := range words {
			words[i] = strings.Repeat(string(rune('a'+r.IntN(1+r.IntN(6)))), 1+r.IntN(2))
		}
		m := pytext.New(strings.Join(words, " "))
		for n := 2; n <= pytext.MaxGram; n++ {
			got := *m.Words().Repeats(n)
			checkStretches(t, got.Covered, len(words))
			checkStretches(t, got.Later, len(words))
			got.Covered, got.Later = pytext.Stretches{}, pytext.Stretches{}
			want := naiveRepeats(words, n)
			if n <= pytext.LongestTop {
				want.OccurrenceChars, want.CoveredChars, want.LaterChars = 0, 0, 0
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(pytext.Stretches{})); diff != "" {
				t.Fatalf("seed %d, n %d (-want +got):\n%s", seed, n, diff)
			}
		}
		m.Release()
	}
}

func checkStretches(t *testing.T, s pytext.Stretches, tokens int) {
	t.Helper()
	end := int32(0)
	for _, r := range s.List {
		if r[0] < end || r[1] <= r[0] || int(r[1]) > tokens {
			t.Fatalf("stretches %v of %d tokens", s.List, tokens)
		}
		end = r[1]
	}
	if len(s.List) != min(s.Count, pytext.MaxStretches) {
		t.Fatalf("%d stretches of %d are listed", len(s.List), s.Count)
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

func BenchmarkRepeats(b *testing.B) {
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
		m.Words().Repeats(pytext.MaxGram)
		m.Release()
	}
}
