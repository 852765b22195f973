package spun_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/text"
)

// small is a language model of few words, and a model for it.
func small(t *testing.T) (*fluency.Model, spun.Parts) {
	t.Helper()
	p := fluency.Parts{Words: []string{"power", "sharing", "electricity"}}
	for range len(p.Words) + int(fluency.FirstWord) {
		p.Unigrams = append(p.Unigrams, fluency.Gram{Cost: 5, Backoff: .5})
	}
	m, err := fluency.Open(string(fluency.Make(p)))
	if err != nil {
		t.Fatal(err)
	}
	neighbours := make([][]fluency.ID, m.Vocabulary())
	neighbours[fluency.FirstWord+2] = []fluency.ID{fluency.FirstWord}
	return m, spun.Parts{
		Neighbours: neighbours, Vectors: make([][spun.Dimensions]int8, 2),
		Prone: make([]byte, m.Vocabulary()),
		First: forest.Make(1, spun.FirstFeatures, nil), Words: forest.Make(1, spun.WordFeatures, nil), Early: forest.Make(1, spun.DocumentFeatures, nil), Documents: forest.Make(1, spun.DocumentFeatures, nil),
	}
}

// TestDamaged cuts a file and changes it everywhere: it is refused, or read without a panic.
func TestDamaged(t *testing.T) {
	t.Parallel()
	m, p := small(t)
	whole := string(spun.Make(p))
	if _, err := spun.Open(whole, m); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 7 {
		if _, err := spun.Open(whole[:n], m); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	s := strings.Repeat("electricity sharing and power sharing. ", 30)
	words, _ := text.AppendWords(t.Context(), nil, s, text.Span{End: len(s)})
	tokens, _ := m.Tokens(t.Context(), s, words)
	for i := range len(whole) {
		changed, err := spun.Open(whole[:i]+"\xff"+whole[i+1:], m)
		if err != nil {
			if !errors.Is(err, model.ErrFormat) {
				t.Errorf("byte %d changed: %v", i, err)
			}
			continue
		}
		_, _ = changed.Report(t.Context(), s, tokens)
	}
}

// TestAnotherLanguageModel holds that a model is not read with a language model for which it was not made.
func TestAnotherLanguageModel(t *testing.T) {
	t.Parallel()
	_, p := small(t)
	if _, err := spun.Open(string(spun.Make(p)), fluency.English()); !errors.Is(err, model.ErrFormat) {
		t.Errorf("error is %v", err)
	}
}

// TestEmbedded holds what the card says of the model. The digest is that of the file which the command of the card makes.
func TestEmbedded(t *testing.T) {
	t.Parallel()
	card, err := os.ReadFile("../../../docs/models/spun.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := spun.Models()[0].SHA256(); !strings.Contains(string(card), want) {
		t.Errorf("the card lacks %s", want)
	}
}
