package tagger_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/text"
)

// sentence prepares s, one sentence, as a document of its own.
func sentence(t testing.TB, s string) *tagger.Sentence {
	t.Helper()
	words, err := text.AppendWords(t.Context(), nil, s, text.Span{End: len(s)})
	if err != nil {
		t.Fatal(err)
	}
	lists := gazetteer.AppendLists(nil, s, words)
	var memory tagger.Memory
	memory.Note(s, words, lists)
	return &tagger.Sentence{Text: s, Words: words, Lists: lists, Seen: memory.AppendSeen(nil, s, words)}
}

// tag labels x as the only sentence of a document.
func tag(g *tagger.Tagger, x *tagger.Sentence) []tagger.Label {
	g.Reset()
	g.Read(x)
	return g.Next(len(x.Words))
}

// names are the names of x as labelled, each with its class.
func names(x *tagger.Sentence, labels []tagger.Label) []string {
	var out []string
	for i, l := range labels {
		switch w := x.Words[i]; {
		case l == tagger.Outside:
		case l.Opens():
			out = append(out, classNames[l.Class()]+" "+w.Of(x.Text))
		default:
			out[len(out)-1] += x.Text[x.Words[i-1].End:w.End]
		}
	}
	return out
}

var classNames = map[tagger.Class]string{tagger.Person: "person", tagger.Organization: "body", tagger.Location: "place"}

func TestLabels(t *testing.T) {
	t.Parallel()
	one := tagger.LabelAt(tagger.Location, 0, 1)
	first, second, third := tagger.LabelAt(tagger.Person, 0, 3), tagger.LabelAt(tagger.Person, 1, 3), tagger.LabelAt(tagger.Person, 2, 3)
	for name, c := range map[string]struct{ got, want bool }{
		"a name of one word opens":              {one.Opens(), true},
		"and closes":                            {one.Closes(), true},
		"the first of three opens":              {first.Opens(), true},
		"and does not close":                    {first.Closes(), false},
		"the last closes":                       {third.Closes(), true},
		"the second follows the first":          {second.MayFollow(first), true},
		"no name opens inside another":          {one.MayFollow(second), false},
		"nothing outside follows an open name":  {tagger.Outside.MayFollow(first), false},
		"a name may follow a name":              {first.MayFollow(one), true},
		"a name does not go on in other class":  {tagger.LabelAt(tagger.Location, 1, 3).MayFollow(first), false},
		"a name does not go on without a start": {third.MayFollow(tagger.Outside), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
}

// TestMake writes a model of two features and tags by it.
func TestMake(t *testing.T) {
	t.Parallel()
	x := sentence(t, "the Larch sailed")
	features := tagger.NewExtractor(tagger.ShippedLexicon())
	features.Begin(x)
	word := features.Append(nil, x, 1)[0] // the feature that is the word itself
	f := tagger.Feature{Hash: word}
	f.Weights[tagger.LabelAt(tagger.Organization, 0, 1)] = 9
	data, left := tagger.Make(4, []tagger.Feature{f}, [tagger.Labels][tagger.Labels]int16{})
	if left != 0 {
		t.Fatalf("%d features were left out", left)
	}
	m, err := tagger.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"body Larch"}, names(x, tag(tagger.New(m, tagger.ShippedLexicon()), x))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDamage cuts a model anywhere: it must be refused, never panic.
func TestDamage(t *testing.T) {
	t.Parallel()
	data, _ := tagger.Make(2, nil, [tagger.Labels][tagger.Labels]int16{})
	for i := range data {
		if _, err := tagger.Open(string(data[:i])); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
}

// TestShipped holds the shipped model to easy names, and to known faults.
func TestShipped(t *testing.T) {
	t.Parallel()
	g := tagger.New(tagger.Shipped(), tagger.ShippedLexicon())
	for in, want := range map[string]string{
		"Daniel Okafor met Ruth Adeyemi in Lisbon on Monday.":              "person Daniel Okafor, person Ruth Adeyemi, place Lisbon",
		"The Port Authority of New York declined to comment.":              "body Port Authority of New York",
		"Mr. Vidal works for Larch Holdings Inc. in Germany.":              "person Vidal, body Larch Holdings Inc., place Germany",
		"French and Afghan officials agreed.":                              "",
		"it was a quiet day at the harbour.":                               "",
		"The University of Cape Town and the World Bank signed the paper.": "body University of Cape Town, body World Bank",
	} {
		x := sentence(t, in)
		if got := strings.Join(names(x, tag(g, x)), ", "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzTag tags any text twice: the labels form whole names and are the same.
func FuzzTag(f *testing.F) {
	f.Add("Mr. Daniel OKAFOR’s “Larch” @ned #KESTREL 3.4 in New York, e\u0301 東京")
	g := tagger.New(tagger.Shipped(), tagger.ShippedLexicon())
	f.Fuzz(func(t *testing.T, s string) {
		x := sentence(t, s)
		labels := append([]tagger.Label(nil), tag(g, x)...)
		before := tagger.Outside
		for i, l := range labels {
			if !l.MayFollow(before) {
				t.Fatalf("label %d after %d in %q", l, before, s)
			}
			if c := g.Confidence(i); c < 1 || c > 100 {
				t.Fatalf("confidence %d", c)
			}
			before = l
		}
		if !before.Closes() {
			t.Fatalf("a name does not end in %q", s)
		}
		if diff := cmp.Diff(labels, append([]tagger.Label(nil), tag(g, x)...)); diff != "" {
			t.Fatalf("tagged twice (-first +second):\n%s", diff)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	x := sentence(b, "“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019 at the Larch Institute.")
	g := tagger.New(tagger.Shipped(), tagger.ShippedLexicon())
	b.ReportAllocs()
	for b.Loop() {
		tag(g, x)
	}
	b.ReportMetric(float64(b.N*len(x.Words))/b.Elapsed().Seconds(), "words/s")
}
