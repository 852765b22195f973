package extract

import (
	"testing"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// TestAcronyms notes what stands in brackets after a name only where it is made of its initials.
func TestAcronyms(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Larch Aviation Authority (LAA) said":     "LAA",
		"Bureau of Larch Affairs (BLA) said":      "BLA",
		"Bureau of Larch Affairs (BOLA) said":     "BOLA",
		"Larch Aviation Authority(LAA)":           "LAA",
		"Larch Aviation Authority (left) said":    "",
		"Larch Aviation Authority (LA) said":      "",
		"Larch Aviation Authority (LAAX) said":    "",
		"Larch Aviation Authority (R-Saltmarsh)":  "",
		"Larch Aviation Authority (":              "",
		"Larch Aviation Authority":                "",
		"Larch Aviation Authority said (LAA) was": "",
	} {
		end := len("Larch Aviation Authority")
		if in[0] == 'B' {
			end = len("Bureau of Larch Affairs")
		}
		var a acronyms
		a.meet(in, &name{end: int32(end), class: tagger.Organization})
		for got, class := range a {
			if got != want || class != tagger.Organization {
				t.Errorf("%q: %q, %d", in, got, class)
			}
		}
		if want != "" && len(a) == 0 {
			t.Errorf("%q: none", in)
		}
	}
}
