package language_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/score/language"
)

// table is a small model: two languages in Latin script that differ in one word, and one in Greek.
func table() *language.Table {
	t := &language.Table{Classes: []language.Class{
		{Code: "aa", ISO: "Latn", Script: language.Latin},
		{Code: "bb", ISO: "Latn", Script: language.Latin},
		{Code: "cc", ISO: "Grek", Script: language.Greek},
	}}
	for i := range t.Heat {
		t.Heat[i] = 1
	}
	t.Evidence[len(t.Evidence)-1] = -20
	entries := map[uint64]language.Entry{}
	for class, word := range []string{"gamma", "delta"} {
		for _, g := range language.AppendGrams(nil, []rune(word), language.Latin) {
			e := entries[g.Hash]
			e.Hash, e.Classes, e.Weights = g.Hash, append(e.Classes, uint8(class)), append(e.Weights, .25)
			entries[g.Hash] = e
		}
	}
	for _, e := range entries {
		t.Entries = append(t.Entries, e)
	}
	return t.Sorted()
}

// TestTable makes a model and uses it: a detector looks up the n-grams that training lists.
func TestTable(t *testing.T) {
	t.Parallel()
	m, err := language.OpenModel(string(table().Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"aa", "bb", "cc"}, m.Codes()); diff != "" {
		t.Error(diff)
	}
	for word, want := range map[string]string{"gamma": "aa", "DELTA": "bb", "γάμμα": "cc"} {
		r, err := m.Detect(t.Context(), word)
		if err != nil || r.Languages[0].Code != want || r.Languages[0].Probability < .9 {
			t.Errorf("%s: %+v, %v", word, r.Languages, err)
		}
	}
	// 5 n-grams of three characters, 4 of four, 3 of five, and the word.
	if r := m.Scores("gamma"); r.Words != 1 || r.Wholes || r.Scores[0] != 13*.25 {
		t.Errorf("%+v", r)
	}
}

// TestDamaged changes a file everywhere: it is refused, or read without a panic.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := string(table().Bytes())
	for _, cut := range []int{0, 10, 100, 200, len(whole) / 2, len(whole) - 1} {
		if _, err := language.OpenModel(whole[:cut]); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", cut, err)
		}
	}
	for i := 0; i < len(whole); i += 1 + i/300 {
		m, err := language.OpenModel(whole[:i] + "\xff" + whole[i+1:])
		if err != nil {
			if !errors.Is(err, model.ErrFormat) {
				t.Errorf("byte %d changed: %v", i, err)
			}
			continue
		}
		_, _ = m.Detect(t.Context(), "gamma delta γάμμα")
	}
}

// TestEmbedded holds what the card says of the model: size, number of languages and digest. The digest is that of the file which the command of
// the card makes.
func TestEmbedded(t *testing.T) {
	t.Parallel()
	m := language.Models()[0]
	if size := m.Size(); size > 6_000_000 {
		t.Errorf("%d bytes", size)
	}
	if n := len(language.Default().Codes()); n < 100 {
		t.Errorf("%d languages", n)
	}
	card, err := os.ReadFile("../../../docs/models/language.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{m.SHA256(), language.Default().Described(), strings.Join(language.Default().Codes(), " ")} {
		if !strings.Contains(strings.Join(strings.Fields(string(card)), " "), want) {
			t.Errorf("the card lacks %s", want)
		}
	}
}
