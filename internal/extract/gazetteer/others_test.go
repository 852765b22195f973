package gazetteer_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
)

// TestFindOther finds names that are no person, organisation or place at the beginning of a text, and none in other words.
func TestFindOther(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]struct {
		kind  gazetteer.Kind
		words int
	}{
		"Afghan officials agreed":                {gazetteer.Nationality, 1},
		"World War II ended":                     {gazetteer.Event, 3},
		"Larch Conservation Act came into force": {gazetteer.Law, 3},
		"officials agreed":                       {},
		"Larch, Act":                             {},
		"Act":                                    {},
		"":                                       {},
	} {
		words, err := text.AppendWords(t.Context(), nil, in, text.Span{End: len(in)})
		if err != nil {
			t.Fatal(err)
		}
		got, ok := gazetteer.FindOther(in, words)
		if ok != (want.words > 0) || got.Kind != want.kind && ok || got.Words != want.words && ok {
			t.Errorf("%q: %+v, %v", in, got, ok)
		}
		if ok && (got.Share == 0 || got.Share > 100) {
			t.Errorf("%q: share %d", in, got.Share)
		}
	}
}
