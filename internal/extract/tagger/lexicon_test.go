package tagger_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/model"
)

// TestLexicon makes a lexicon and finds every word in it, by the case it was made for, and no other word.
func TestLexicon(t *testing.T) {
	t.Parallel()
	entries := []tagger.Entry{
		{Word: "larch", Known: tagger.Known{Press: 70, Web: 1, Profile: 3, Plain: true}},
		{Word: "Larch", Capital: true, Known: tagger.Known{Press: 2047, Web: 1023, Profile: 31}},
		{Word: "adeyemi", Known: tagger.Known{Names: tagger.IsForename | tagger.IsTown}},
	}
	for i := range 500 {
		entries = append(entries, tagger.Entry{Word: fmt.Sprintf("word%c%c", 'a'+i/26, 'a'+i%26), Known: tagger.Known{Press: tagger.Group(i + 1)}})
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
		if diff := cmp.Diff(e.Known, x.Look(hash)); diff != "" {
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
	for i := 0; i < len(data); i += 1 + i/500 {
		if _, err := tagger.OpenLexicon(string(data[:i])); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
}

// TestDisorderedLexicon damages the beginnings of the rows: it must be refused, never read beyond them.
func TestDisorderedLexicon(t *testing.T) {
	t.Parallel()
	data := tagger.MakeLexicon([]tagger.Entry{{Word: "larch"}, {Word: "ash"}, {Word: "elm"}})
	for back := 1; back <= 1<<16; back *= 2 {
		damaged := slices.Clone(data)
		damaged[len(damaged)-4*back-1] = 0x7f
		if _, err := tagger.OpenLexicon(string(damaged)); !errors.Is(err, model.ErrFormat) {
			t.Errorf("%d rows from the end: %v", back, err)
		}
	}
}
