package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// TestSilver makes names of votes: two teachers that agree count, what the best found alone is unsure, and an organisation that only
// spaCy found is none.
func TestSilver(t *testing.T) {
	t.Parallel()
	const s = "Ned Larch of Saltmarsh met Kestrel Bay and Soul Food."
	d := silverDocument(s, map[corpus.Span]votes{
		{Start: 0, End: 9, Class: "PER"}:   3, // the first two teachers
		{Start: 4, End: 9, Class: "PER"}:   4, // a part of it
		{Start: 13, End: 22, Class: "LOC"}: 1, // the best alone
		{Start: 27, End: 38, Class: "LOC"}: 2, // spaCy alone
		{Start: 43, End: 52, Class: "ORG"}: 2, // spaCy alone
	})
	slices.SortFunc(d.names, func(a, b span) int { return a.start - b.start })
	want := []span{{0, 9, tagger.Person}, {13, 22, unsure}, {27, 38, unsure}}
	if diff := cmp.Diff(want, d.names, cmp.AllowUnexported(span{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnnotate lays annotated sentences over the labels of machines: theirs go, others stay, and only words inside have been read.
func TestAnnotate(t *testing.T) {
	t.Parallel()
	d := document{
		text:  "Ned Larch left. Kestrel Bay paid Soul Food.",
		names: []span{{0, 9, tagger.Person}, {16, 27, tagger.Person}, {33, 37, unsure}},
	}
	file := filepath.Join(t.TempDir(), "annotations.jsonl")
	line := `{"file":"f","id":"d","sentences":[{"start":16,"end":43,"names":[[16,27,"ORG"],[33,42,"X"]]}]}` + "\n"
	if err := os.WriteFile(file, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := readAnnotations(file)
	if err != nil {
		t.Fatal(err)
	}
	d.annotate(all["f|d"])
	d.annotate(all["another"])
	want := []span{{0, 9, tagger.Person}, {16, 27, tagger.Organization}, {33, 42, unsure}}
	if diff := cmp.Diff(want, d.names, cmp.AllowUnexported(span{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	words, sentences := corpus.Split(d.text)
	var read []bool
	for _, s := range sentences {
		read = append(read, d.wasRead(text.WordsIn(words, s)))
	}
	if diff := cmp.Diff([]bool{false, true}, read); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

// TestDropNations keeps persons and places that are called as a nationality is.
func TestDropNations(t *testing.T) {
	t.Parallel()
	d := document{
		text:  "Russian troops met Mr. English in Georgia.",
		names: []span{{0, 7, tagger.Location}, {23, 30, tagger.Person}, {34, 41, tagger.Location}},
	}
	d.dropNations()
	want := []span{{23, 30, tagger.Person}, {34, 41, tagger.Location}}
	if diff := cmp.Diff(want, d.names, cmp.AllowUnexported(span{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPossible checks which runs of allowed labels hold a sequence of whole names.
func TestPossible(t *testing.T) {
	t.Parallel()
	set := func(l tagger.Label) allowed { return 1 << l }
	first, last := tagger.LabelAt(tagger.Person, 0, 2), tagger.LabelAt(tagger.Person, 1, 2)
	for name, c := range map[string]struct {
		sets []allowed
		want bool
	}{
		"nothing":                {nil, true},
		"a whole name":           {[]allowed{set(first), set(last)}, true},
		"a name cut at its end":  {[]allowed{set(first)}, false},
		"a name cut at its head": {[]allowed{set(last)}, false},
		"unsure":                 {[]allowed{anything}, true},
		"a head and unsure":      {[]allowed{set(first), anything}, true},
	} {
		if got := possible(c.sets); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestField learns three labels from three features, of examples one of which is unsure, and finds them.
func TestField(t *testing.T) {
	t.Parallel()
	person, place := tagger.LabelAt(tagger.Person, 0, 1), tagger.LabelAt(tagger.Location, 0, 1)
	examples := []example{
		{features: []uint32{1, 2}, lengths: []uint8{1, 1}, labels: []allowed{1 << person, 1 << place}, weight: 1, times: 20},
		{features: []uint32{3}, lengths: []uint8{1}, labels: []allowed{1 << tagger.Outside}, weight: 1, times: 20},
		{features: []uint32{2}, lengths: []uint8{1}, labels: []allowed{1 << place}, weight: 1, times: 20},
		{features: []uint32{2, 1}, lengths: []uint8{1, 1}, labels: []allowed{anything, 1 << person}, weight: 1, times: 20},
	}
	f := &field{weights: make([]vector, 4), squares: []float32{1, 1, 1, 1}, rate: .5}
	for l := range f.pairSquares {
		for b := range f.pairSquares[l] {
			f.pairSquares[l][b] = 1
		}
	}
	f.train(examples, 2, func(int32) bool { return true })
	for i, want := range [][]tagger.Class{{tagger.Person, tagger.Location}, {0}, {tagger.Location}, {tagger.Location, tagger.Person}} {
		if diff := cmp.Diff(want, f.best(&examples[i])); diff != "" {
			t.Errorf("example %d (-want +got):\n%s", i, diff)
		}
	}
	if f.weights[0] != (vector{}) {
		t.Error("the feature of rare features has weights")
	}
}

// TestNumbers numbers more features than the table has room for at first.
func TestNumbers(t *testing.T) {
	t.Parallel()
	n := newNumbers()
	const count = 1 << 20
	for round := range 2 {
		for i := range uint64(count) {
			if got := n.of(i*0x9E3779B97F4A7C15 + 1); got != uint32(i)+1 { //nolint:gosec // small
				t.Fatalf("round %d: feature %d has the number %d", round, i, got)
			}
		}
	}
	if n.counts[count] != 2 {
		t.Errorf("counted %d", n.counts[count])
	}
}

// TestBare cuts articles and titles off names.
func TestBare(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Sen. Ann Bo": "Ann Bo", "The Larch Post": "Larch Post", "Ann": "Ann", "President": "President"} {
		if got := bare(name, tagger.Person); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
	if got := bare("President Park", tagger.Location); got != "President Park" {
		t.Errorf("a place: %q", got)
	}
}
