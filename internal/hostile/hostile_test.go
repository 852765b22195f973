package hostile_test

import (
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/hostile"
)

// Measurements and lists of known failures name a document, so that no two may share a name.
func TestDocuments(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range hostile.Documents() {
		if seen[d.Name] {
			t.Errorf("two documents are named %q", d.Name)
		}
		seen[d.Name] = true
		small, large := d.Build(20_000), d.Build(80_000)
		if n := len(small); n < 19_000 || n > 24_000 {
			t.Errorf("%s: %d bytes for 20,000", d.Name, n)
		}
		if n := len(large); n < 79_000 || n > 84_000 {
			t.Errorf("%s: %d bytes for 80,000", d.Name, n)
		}
		if d.Form != hostile.RawPage && !utf8.ValidString(small) {
			t.Errorf("%s: is not UTF-8 and yet handed over as decoded", d.Name)
		}
		if same, ok := hostile.Named(d.Name); !ok || same.Build(100) != d.Build(100) {
			t.Errorf("%s: Named finds another", d.Name)
		}
	}
	if _, ok := hostile.Named("no such document"); ok {
		t.Error("Named finds what does not exist")
	}
}

func TestOrdinaryPage(t *testing.T) {
	page, ordinary := hostile.OrdinaryPage(500_000), hostile.Documents()[1]
	if ordinary.Build(500_000) != page {
		t.Errorf("%q is not the ordinary page", ordinary.Name)
	}
	if len(page) < 500_000 || len(page) > 510_000 {
		t.Errorf("a page of 500 kB has %d bytes", len(page))
	}
}
