package redpajama

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// check checks a text's values against what is promised of any.
func check(t *testing.T, s string) {
	t.Helper()
	m := pytext.New(s)
	first := values(m)
	for name, v := range first {
		if math.IsInf(v, 0) || v < 0 || strings.Contains(name, "frac") && v > 1 && !strings.Contains(name, "top_") {
			t.Errorf("%s is %v", name, v)
		}
	}
	at := 0
	for _, l := range allLines(m) {
		if l.Span.Start != at || l.Span.Empty() {
			t.Fatalf("line %v begins elsewhere than at %d", l.Span, at)
		}
		at = l.Span.End
	}
	if at != len(s) {
		t.Errorf("lines end at %d of %d", at, len(s))
	}
	checkPlaces(t, m, 3)
	m.Release()

	m = pytext.New(s) // in memory that was used
	defer m.Release()
	if diff := cmp.Diff(first, values(m)); diff != "" {
		t.Errorf("the second time:\n%s", diff)
	}
}

func FuzzValues(f *testing.F) {
	for _, s := range []string{
		"", "word", "a b\nc", "{}", "lorem ipsum", "\u2028\u0085", "ΟΔΟΣ", "가나다", "e\u0323\u0302", "\x00", "- – •", "...…#",
		strings.Repeat("a ", 30), strings.Repeat("\u0301", 50), "\u037e \u1fef ;", "A\U0001D400 \U0001F130", "javascript\n\n", "’”—‧",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, strings.ToValidUTF8(s, "\uFFFD")) })
}

func TestRound8(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 20000 {
		x := r.Float64() * math.Pow(10, float64(r.IntN(14)-6))
		if r.IntN(3) == 0 {
			x = (math.Floor(x*1e8) + 0.5) / 1e8 // about a tie
		}
		want, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 8, 64), 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := round8(x); got != want {
			t.Fatalf("%v becomes %v, want %v", x, got, want)
		}
	}
}

func TestNFD(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		p := norm.NFD.PropertiesString(string(r))
		if !utf8.ValidRune(r) || p.Decomposition() == nil && p.CCC() == 0 && r%101 != 0 && (r < 0xAC00 || r > 0xD7A3 || r%7 != 0) {
			continue
		}
		s := "a" + string(r) + "\u0323"
		if got, want := string(appendNFD(nil, []byte(s), func(int) {})), norm.NFD.String(s); got != want {
			t.Fatalf("%U becomes %+q, want %+q", r, got, want)
		}
	}
	alphabet := []rune("ae\u0301\u0323\u0302\u05b0\u3099각ǅ\u1e69")
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteRune(alphabet[r.IntN(len(alphabet))])
		}
		if got, want := string(appendNFD(nil, []byte(b.String()), func(int) {})), norm.NFD.String(b.String()); got != want {
			t.Fatalf("%+q becomes %+q, want %+q", b.String(), got, want)
		}
	}
	long := "a" + strings.Repeat("\u0301", 40) + "\u0323"
	if got, want := string(appendNFD([]byte("kept "), []byte(long), func(int) {})), "kept a\u0323"+strings.Repeat("\u0301", 40); got != want {
		t.Errorf("a long run of marks becomes %+q", got)
	}
}

// prose makes text of a news article's make-up: few words are frequent, some have capitals and marks.
func prose(words int) string {
	r := rand.New(rand.NewPCG(1, 3))
	var b strings.Builder
	for i := range words {
		rank := int(math.Exp(r.Float64() * 9))
		word := strconv.FormatInt(int64(rank)*7919+11, 36)
		word = strings.Map(func(c rune) rune {
			if c <= '9' {
				return 'a' + c - '0'
			}
			return c
		}, word)
		if r.IntN(8) == 0 {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		b.WriteString(word)
		switch {
		case i%60 == 59:
			b.WriteString(".\n\n")
		case r.IntN(10) == 0:
			b.WriteString(", ")
		case r.IntN(25) == 0:
			b.WriteString("’s ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkGroups(b *testing.B) {
	s := prose(1000)
	for _, c := range []struct {
		name   string
		groups []int
	}{
		{"words of the base alone", nil}, {"words", []int{0}}, {"repetition", []int{1}}, {"tokens", []int{2}}, {"symbols", []int{3}},
		{"lines", []int{4}}, {"all", []int{0, 1, 2, 3, 4}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			var v [16]float64
			for b.Loop() {
				m := pytext.New(s)
				m.Words()
				for _, g := range c.groups {
					Groups[g].Measure(m, v[:len(Groups[g].Signals)])
				}
				m.Release()
			}
		})
	}
}
