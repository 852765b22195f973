package tagger_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// TestEvidence checks what other places say of a word: nothing without any, and the same however often a place repeats itself.
func TestEvidence(t *testing.T) {
	t.Parallel()
	larch, ash := tagger.Small("larch"), tagger.Small("ash")
	var e tagger.Evidence
	if got := e.Other(larch, tagger.Person); got != 0 {
		t.Errorf("hint %d of a word never seen", got)
	}
	e.Note(larch, tagger.Person)
	if got := e.Other(larch, tagger.Person); got != 0 {
		t.Errorf("a place is a hint of itself: %d", got)
	}
	e.Note(larch, tagger.Location)
	person, place := e.Other(larch, tagger.Location), e.Other(larch, tagger.Person)
	if person == 0 || place == 0 || person == place {
		t.Errorf("of a person here and a place there: hints %d and %d", person, place)
	}
	for range 3 {
		e.Note(larch, tagger.Location)
	}
	if got := e.Other(larch, tagger.Person); got == place {
		t.Errorf("four other places say no more than one: %d", got)
	}
	if got := e.Other(ash, 0); got != 0 {
		t.Errorf("hint %d of another word", got)
	}
	e.Reset()
	if got := e.Other(larch, 0); got != 0 {
		t.Errorf("hint %d after Reset", got)
	}
}

// TestHints checks that hints make features only where there are any, each different, and not more than promised.
func TestHints(t *testing.T) {
	t.Parallel()
	if got := tagger.AppendHints(nil, 0, 0, 0, tagger.Person); len(got) != 0 {
		t.Errorf("%d features of nothing", len(got))
	}
	seen := map[uint64]bool{}
	for own := tagger.Hint(1); own < 4; own++ {
		got := tagger.AppendHints(nil, 0, own, 0, tagger.Person)
		if len(got) == 0 || len(got) > tagger.MaxHints {
			t.Errorf("%d features", len(got))
		}
		for _, h := range got {
			if seen[h] {
				t.Errorf("feature %x twice", h)
			}
			seen[h] = true
		}
	}
}
