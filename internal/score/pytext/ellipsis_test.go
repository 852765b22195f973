package pytext_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// TestEllipses checks the counts against those of a search for each mark.
func TestEllipses(t *testing.T) {
	t.Parallel()
	pieces := []string{".", ".", "..", " ", ". .", "…", "–", "¦", "a", "\n"}
	r := rand.New(rand.NewPCG(1, 9))
	for range 2000 {
		var b strings.Builder
		for range r.IntN(25) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		want := pytext.Ellipses{Dots: strings.Count(s, "..."), Spaced: strings.Count(s, ". . ."), Signs: strings.Count(s, "…")}
		m := pytext.New(s)
		if diff := cmp.Diff(want, m.Ellipses()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
		m.Release()
	}
}
