package wordlist_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

func TestList(t *testing.T) {
	t.Parallel()
	codes := wordlist.Languages()
	if len(codes) != 28 || !slices.IsSorted(codes) {
		t.Fatalf("%d languages: %q", len(codes), codes)
	}
	for _, code := range codes {
		entries := wordlist.List(code)
		if len(entries) < 2 {
			t.Errorf("%s has %d entries", code, len(entries))
		}
		for _, e := range entries {
			if e == "" || strings.TrimSpace(e) != e {
				t.Errorf("%s has entry %q", code, e)
			}
		}
	}
	if n := len(wordlist.List("en")); n != 403 {
		t.Errorf("en has %d entries", n)
	}
	for _, code := range []string{"", "xx", "EN", "../list", "en.txt"} {
		if wordlist.List(code) != nil {
			t.Errorf("there is a list for %q", code)
		}
	}
}
