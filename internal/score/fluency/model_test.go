package fluency

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/text"
)

// small is a model of few words: after "the" comes "cat", and after "the cat" comes "sat".
func small() Parts {
	words := []string{"the", "cat", "sat", "well", "known", "don't"}
	p := Parts{Words: words, Genres: []Genre{{Name: "tales"}}}
	for i := range p.Genres[0].Quantiles {
		p.Genres[0].Quantiles[i] = 1 + float64(i)/100
	}
	for range len(words) + int(FirstWord) {
		p.Unigrams = append(p.Unigrams, Gram{Cost: 5, Backoff: .5})
	}
	the, cat, sat := FirstWord, FirstWord+1, FirstWord+2
	p.Bigrams = []Gram{{IDs: [3]ID{0, the, cat}, Cost: 2, Backoff: 1}, {IDs: [3]ID{0, cat, sat}, Cost: 3}}
	p.Trigrams = []Gram{{IDs: [3]ID{the, cat, sat}, Cost: 1}}
	p.Alike = [][]ID{{cat, sat}, {}}
	return p
}

func open(t testing.TB, p Parts) *Model {
	t.Helper()
	m, err := Open(string(Make(p)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func tokensOf(t testing.TB, m *Model, s string) []Token {
	t.Helper()
	words, err := text.AppendWords(context.Background(), nil, s, text.Span{End: len(s)})
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := m.Tokens(context.Background(), s, words)
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func TestCosts(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	const unseen = 5.5 * CostsPerNat // after a token of which no pair is known
	for s, want := range map[string][]int{
		"The cat sat.":     {unseen, 2 * CostsPerNat, 1 * CostsPerNat, unseen},
		"cat sat":          {unseen, 3 * CostsPerNat, unseen},
		"the cat known":    {unseen, 2 * CostsPerNat, unseen + 1*CostsPerNat, unseen},
		"the. Cat sat":     {unseen, unseen, unseen, 3 * CostsPerNat, unseen},
		"zymurgy":          {unseen + UnknownCost, unseen},
		"the zymurgy cat":  {unseen, unseen + UnknownCost, unseen, unseen},
		"the cat's  sat\n": {unseen, 2 * CostsPerNat, 1 * CostsPerNat, unseen},
	} {
		var got []int
		for _, token := range tokensOf(t, m, s) {
			got = append(got, int(token.Cost))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q:\n%s", s, diff)
		}
	}
}

// TestBlocks holds that costs are the same wherever a block of tokens ends.
func TestBlocks(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	s := strings.Repeat("the cat sat the cat sat well, known. ", block)
	tokens := tokensOf(t, m, s)
	a, b := End, End
	for i, token := range tokens {
		if want := m.Cost(a, b, token.ID); int(token.Cost) != want {
			t.Fatalf("token %d costs %d, want %d", i, token.Cost, want)
		}
		if a, b = b, token.ID; b == End {
			a = End
		}
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	for _, test := range []struct{ in, want string }{
		{"The CAT sat.", "the cat sat ."},
		{"Well-known", "well known ."},
		{"the cat, (well)", "the cat , well ."},
		{"“The cat” sat", "the cat sat ."},
		{"Don’t sat! Don't", "don't sat . don't ."},
		{"the 1984 cat 12,000 2101", "the Y cat N N ."},
		{"cat - sat — well", "cat sat , well ."},
		{"cat\nsat", "cat . sat ."},
		{"the cat’s, sat", "the cat , sat ."},
		{"... , !", ""},
		{"zymurgy", "? ."},
		{"covid-19", "? N ."},
	} {
		got := ""
		for _, token := range tokensOf(t, m, test.in) {
			name := map[ID]string{Unknown: "?", End: ".", Mark: ",", Number: "N", Year: "Y"}[token.ID]
			if name == "" {
				name = m.Word(token.ID)
			}
			if got != "" {
				got += " "
			}
			got += name
		}
		if got != test.want {
			t.Errorf("%q is %q, want %q", test.in, got, test.want)
		}
	}
}

// TestLook holds that every word of a large vocabulary is found under its number, and no other word is.
func TestLook(t *testing.T) {
	t.Parallel()
	var p Parts
	for i := range 20_000 {
		p.Words = append(p.Words, fmt.Sprintf("w%d", i))
	}
	p.Unigrams = make([]Gram, len(p.Words)+int(FirstWord))
	m := open(t, p)
	for i, w := range p.Words {
		if id := m.Look(w); id != FirstWord+ID(i) || m.Word(id) != w {
			t.Fatalf("%s is %d, %q", w, id, m.Word(id))
		}
		if id := m.Look("x" + w); id != Unknown {
			t.Fatalf("x%s is %d", w, id)
		}
	}
}

// TestTable holds that a table returns what was put in, and hardly ever anything for what was not.
func TestTable(t *testing.T) {
	t.Parallel()
	const n = 50_000
	for width := 1; width <= 2; width++ {
		var records []record
		for i := range ID(n) {
			records = append(records, record{hash2(i, i*7), [2]byte{byte(i), byte(i >> 8)}})
		}
		table, err := openTable(string(makeTable(records, width)), width)
		if err != nil {
			t.Fatal(err)
		}
		wrong, found := 0, 0
		for i := range ID(n) {
			at := table.find(hash2(i, i*7))
			if at < 0 || table.data[at] != byte(i) || width == 2 && table.data[at+1] != byte(i>>8) {
				wrong++
			}
			if table.find(hash2(i, i*7+1)) >= 0 {
				found++
			}
		}
		// Of equal tags in one bucket the first is found: it happens to some in a hundred thousand.
		if wrong > n/1000 || found > n/1000 {
			t.Errorf("values of %d bytes: %d of %d wrong, %d found that are not there", width, wrong, n, found)
		}
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	for word, want := range map[string][]ID{"the": {FirstWord + 1, FirstWord + 2}, "cat": nil, "sat": nil, "zymurgy": nil} {
		if diff := cmp.Diff(want, m.AppendAlike(nil, m.Look(word))); diff != "" {
			t.Errorf("%s:\n%s", word, diff)
		}
	}
}

func TestPercentiles(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	for nats, want := range map[float64]float64{.5: 0, 1.5: 50, 1.505: 50.5, 3: 100} {
		got := m.Percentiles(nats)
		if len(got) != 1 || got[0].Genre != "tales" || math.Abs(got[0].Percent-want) > 1e-9 {
			t.Errorf("%v nats: %v, want %v", nats, got, want)
		}
	}
}

// TestDamage changes a file everywhere: it must be refused or stay readable, never panic.
func TestDamage(t *testing.T) {
	t.Parallel()
	whole := Make(small())
	for i := range whole {
		damaged := []byte(string(whole))
		damaged[i] ^= 0xff
		m, err := Open(string(damaged))
		if err != nil {
			if !errors.Is(err, model.ErrFormat) {
				t.Fatalf("byte %d: %v", i, err)
			}
			continue
		}
		if tokens := tokensOf(t, m, "The cat sat, 12 well-known. Don't zymurgy"); len(tokens) > 0 {
			m.Percentiles(Nats(tokens))
			m.AppendAlike(nil, FirstWord)
		}
	}
}

func FuzzTokens(f *testing.F) {
	m := open(f, small())
	f.Add("The cat’s 12-known, don't. Sat!\n\nthe")
	f.Add("a-\xff-’s.—b")
	f.Fuzz(func(t *testing.T, s string) {
		last := int32(0)
		for _, token := range tokensOf(t, m, s) {
			if token.Start < last || token.End < token.Start || int(token.End) > len(s) {
				t.Fatalf("%q: token from %d to %d after %d", s, token.Start, token.End, last)
			}
			last = token.End
		}
	})
}

// TestBetween holds that words looked up together have what each has by itself.
func TestBetween(t *testing.T) {
	t.Parallel()
	m := open(t, small())
	known := 0
	for before := range ID(m.Vocabulary()) {
		for after := range ID(m.Vocabulary()) {
			list := make([]Beside, m.Vocabulary())
			for i := range list {
				list[i].Word = ID(i)
			}
			m.Between(Place{End, before, after, End}, list)
			for _, w := range list {
				first, knownBefore := m.Pair(before, w.Word)
				second, knownAfter := m.Pair(w.Word, after)
				if int(w.Cost) != first+second || w.KnownBefore != knownBefore || w.KnownAfter != knownAfter {
					t.Errorf("%d between %d and %d: %+v, by itself %d, %v and %d, %v", w.Word, before, after, w, first, knownBefore, second, knownAfter)
				}
				if w.KnownBefore {
					known++
				}
				own, next, overNext := m.CostsOf(Place{End, before, after, End}, &w)
				want := [3]int{m.Cost(End, before, w.Word), m.Cost(before, w.Word, after), m.Cost(w.Word, after, End)}
				if after == End {
					want[2] = 0
				}
				if got := [3]int{own, next, overNext}; got != want {
					t.Errorf("%d between %d and %d costs %v, want %v", w.Word, before, after, got, want)
				}
			}
		}
	}
	if want := 2 * m.Vocabulary(); known != want {
		t.Errorf("%d pairs are known, want %d", known, want)
	}
}
