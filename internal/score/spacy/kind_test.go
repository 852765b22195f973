package spacy_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/score/spacy"
)

func TestKindOf(t *testing.T) {
	t.Parallel()
	kinds := map[string]spacy.Kind{
		".": spacy.Ender, "?": spacy.Ender, "。": spacy.Ender, "؟": spacy.Ender,
		"...": spacy.Punctuation, ",": spacy.Punctuation, "…": spacy.Punctuation, ")": spacy.Punctuation, "?!": spacy.Punctuation, "“": spacy.Punctuation,
		"a": spacy.Other, "a.": spacy.Other, ".a": spacy.Other, "$": spacy.Other, "3.": spacy.Other, "舟": spacy.Other, "🙂": spacy.Other, "+": spacy.Other,
	}
	for token, want := range kinds {
		if got := spacy.KindOf(token); got != want {
			t.Errorf("%q is of kind %d, want %d", token, got, want)
		}
	}
}
