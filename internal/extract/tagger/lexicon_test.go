package tagger_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/model"
)

// TestLexicon makes a lexicon and finds every word in it, by the case it was made for, and no other word.
func TestLexicon(t *testing.T) {
	t.Parallel()
	entries := []tagger.Entry{
		{Word: "larch", Group: 70, Profile: 3, Plain: true},
		{Word: "Larch", Capital: true, Group: 2047, Profile: 12},
		{Word: "adeyemi", Names: tagger.IsForename | tagger.IsTown},
	}
	for i := range 500 {
		entries = append(entries, tagger.Entry{Word: fmt.Sprintf("word%c%c", 'a'+i/26, 'a'+i%26), Group: i + 1})
	}
	x, err := tagger.OpenLexicon(string(tagger.MakeLexicon(entries)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		hash := tagger.Small(e.Word)
		if e.Capital {
			hash = tagger.Capitalised(e.Word)
		}
		want := tagger.Known{Group: uint16(e.Group), Profile: uint8(e.Profile), Plain: e.Plain, Names: e.Names}
		if diff := cmp.Diff(want, x.Look(hash)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", e.Word, diff)
		}
	}
	if got := x.Look(tagger.Small("juniper")); got != (tagger.Known{}) {
		t.Errorf("a word without an entry: %v", got)
	}
}

// TestFold checks that what Fold makes of a word and the word itself have one hash.
func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"LARCH": "larch", "O’Brien": "o'brien", "B52": "b00", "Édith": "édith", "": ""} {
		if got := tagger.Fold(in); got != want || tagger.Small(got) != tagger.Small(in) {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// TestDamagedLexicon cuts a lexicon anywhere: it must be refused, never panic.
func TestDamagedLexicon(t *testing.T) {
	t.Parallel()
	data := tagger.MakeLexicon([]tagger.Entry{{Word: "larch"}, {Word: "ash"}, {Word: "elm"}})
	for i := range data {
		if _, err := tagger.OpenLexicon(string(data[:i])); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
}
