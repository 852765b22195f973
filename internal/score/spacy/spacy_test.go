package spacy_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

type tokenCase struct {
	Name, Text string
	Tokens     []string
	Sentences  int
}

// tokenCases are texts of our own with what spaCy 3.8.18 made of them.
func tokenCases(t testing.TB) []tokenCase {
	t.Helper()
	b, err := os.ReadFile("testdata/tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []tokenCase
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// tokens returns the tokens of s as text.
func tokens(s string) []string {
	t := pytext.New(s)
	defer t.Release()
	k := spacy.Of(t)
	out := make([]string, k.Len())
	for i, id := range k.IDs {
		out[i] = k.Type(id)
	}
	return out
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for _, tt := range tokenCases(t) {
		t.Run(tt.Name, func(t *testing.T) {
			if diff := cmp.Diff(tt.Tokens, tokens(tt.Text)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.Text, diff)
			}
			if got := spacy.Sentences(tt.Text); got != tt.Sentences {
				t.Errorf("%q: %d sentences, want %d", tt.Text, got, tt.Sentences)
			}
		})
	}
}

// check holds what must be true of the tokens of any text.
func check(t *testing.T, s string) {
	t.Helper()
	m := pytext.New(s)
	defer m.Release()
	count := spacy.Count(m)
	k := spacy.Of(m)
	if spacy.Of(m) != k {
		t.Fatal("the tokens were found twice")
	}
	if count != k.Len() || spacy.Count(m) != count {
		t.Fatalf("%q: %d tokens counted, then %d, found %d", s, count, spacy.Count(m), k.Len())
	}
	end := 0
	counts := make([]int32, k.Types())
	for i, id := range k.IDs {
		span := k.Span(i)
		token := span.Of(s)
		if token == "" || token != k.Type(id) || int(k.Lengths[id]) != utf8.RuneCountInString(token) {
			t.Fatalf("token %d of %q is %q, its type %q, its length %d", i, s, token, k.Type(id), k.Lengths[id])
		}
		if gap := s[end:span.Start]; strings.TrimFunc(gap, pytext.IsSpace) != "" {
			t.Fatalf("%q of %q is in no token", gap, s)
		}
		end = span.End
		counts[id]++
	}
	if strings.TrimFunc(s[end:], pytext.IsSpace) != "" {
		t.Fatalf("%q of %q is in no token", s[end:], s)
	}
	if diff := cmp.Diff(counts, append([]int32{}, k.Counts...)); diff != "" {
		t.Errorf("counts of %q (-want +got):\n%s", s, diff)
	}
	if n := spacy.Sentences(s); (n > 0) != (s != "") || n > utf8.RuneCountInString(s) {
		t.Errorf("%d sentences in %q", n, s)
	}
}

// mixed returns pieces of the cases' texts, cut anywhere.
func mixed(t testing.TB, seed uint64) string {
	t.Helper()
	cases := tokenCases(t)
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for range r.IntN(30) {
		runes := []rune(cases[r.IntN(len(cases))].Text)
		if len(runes) == 0 {
			continue
		}
		from := r.IntN(len(runes))
		b.WriteString(string(runes[from:min(len(runes), from+1+r.IntN(8))]))
	}
	return b.String()
}

func TestProperties(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		check(t, mixed(t, seed))
	}
}

// TestChunksStandAlone checks the tokens of words with line feeds between them against those of each word by itself.
func TestChunksStandAlone(t *testing.T) {
	t.Parallel()
	var split spacy.Splitter
	for seed := range uint64(300) {
		words := strings.FieldsFunc(mixed(t, seed), pytext.IsSpace)
		want := []string{}
		for _, w := range words {
			for _, k := range split.Append(nil, w) {
				want = append(want, w[k.Start:k.End])
			}
		}
		if diff := cmp.Diff(want, tokens(strings.Join(words, "\n"))); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", words, diff)
		}
	}
}

// TestSentencesOfTokens checks the count of sentences, which looks at few tokens, against one that looks at all.
func TestSentencesOfTokens(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		s := mixed(t, seed)
		if got, want := spacy.Sentences(s), spacy.SentencesOfTokens(s); got != want {
			t.Fatalf("%q: %d sentences, want %d", s, got, want)
		}
	}
}

// TestLongChunks goes through texts without white space of every kind of character that the rules look at.
func TestLongChunks(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{"a", ".", "@", "a@", "a.", "a@b.", "1.", ":(", "-", "'", "’s", "9km", "http://", "..a", "😀", "é", "_", "°C.", "(", "a:80/", "é.", "1.2.3.4@", "x:( ("} {
		check(t, strings.Repeat(unit, 1<<13/len(unit)))
	}
}

func FuzzTokens(f *testing.F) {
	for _, tt := range tokenCases(f) {
		f.Add(tt.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		check(t, s)
		if got, want := spacy.Sentences(s), spacy.SentencesOfTokens(s); got != want {
			t.Fatalf("%q: %d sentences, want %d", s, got, want)
		}
	})
}
