package extract

import (
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// TestGoverns checks what is a place by the words before it, whatever else is called so.
func TestGoverns(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"the mayor of": true, "The City of": true, "on the outskirts of": true,
		"a friend of": false, "the mayor and": false, "of": false, "": false,
	} {
		words, err := text.AppendWords(t.Context(), nil, in, text.Span{End: len(in)})
		if err != nil {
			t.Fatal(err)
		}
		if got := governs(in, words); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
